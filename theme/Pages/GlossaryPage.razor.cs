using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The words of the forms and of the archive, explained.</summary>
public partial class GlossaryPage : Showing<Glossary>
{
    /// <summary>The language of a word's other form, which the page's own is not.</summary>
    private string OtherLanguage => Words.IsEnglish ? "zh-CN" : "en";
}
