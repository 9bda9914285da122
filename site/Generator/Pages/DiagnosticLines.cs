using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A diagnostic in plain Chinese.</summary>
public static partial class DiagnosticLines
{
    public static DiagnosticLine Fill(Diagnostic diagnostic) => new(
        Words.Class(diagnostic.Severity),
        Words.Of(diagnostic.Severity),
        diagnostic.Code,
        diagnostic.Chinese,
        diagnostic.Location.ToChinese(),
        diagnostic.RemedyChinese);

    /// <summary>What a rule says of any file: its message with … for the particulars.</summary>
    public static string Label(DiagnosticRule rule) => Particulars().Replace(rule.Chinese, "…");

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Particulars();
}
