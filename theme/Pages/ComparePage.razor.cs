using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The page that lays agencies and years side by side.</summary>
public partial class ComparePage : Showing<Comparison>
{
    /// <summary>Sets of figures to choose at once; <c>compare.js</c> knows what is in each.</summary>
    private static readonly string[] Presets = ["received", "results", "applicants", "disputes", "proactive"];
}
