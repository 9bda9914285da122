using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The words of the forms and of the archive, explained.</summary>
public partial class GlossaryPage : Showing<Glossary>
{
    /// <summary>The language of a word's other form, which the page's own is not.</summary>
    private string OtherLanguage => Words.IsEnglish ? "zh-CN" : "en";

    /// <summary>A list for each word that is over others, with those: two such words may be over words of the same name.</summary>
    private static IEnumerable<ImmutableArray<GlossaryTerm>> UnderHeadings(ImmutableArray<GlossaryTerm> terms)
    {
        bool IsOver(int at) => terms[at].IsGroup || (at + 1 < terms.Length && terms[at + 1].Id.StartsWith(terms[at].Id + ".", StringComparison.Ordinal));

        for (var start = 0; start < terms.Length;)
        {
            var end = start + 1;
            while (end < terms.Length && !IsOver(end))
                end++;
            yield return terms[start..end];
            start = end;
        }
    }
}
