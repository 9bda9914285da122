using System.Globalization;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A diagnostic in plain Chinese.</summary>
public static class DiagnosticLines
{
    private static readonly object[] Particulars = [.. Enumerable.Repeat("…", 8)];

    public static DiagnosticLine Fill(Diagnostic diagnostic) => new(
        Terms.Class(diagnostic.Severity),
        Terms.Chinese.Of(diagnostic.Severity),
        diagnostic.Code,
        diagnostic.Chinese,
        diagnostic.Location.ToChinese(),
        diagnostic.RemedyChinese);

    /// <summary>What a rule says of any file: its message with … for the particulars.</summary>
    public static string Label(DiagnosticRule rule) => string.Format(CultureInfo.InvariantCulture, rule.Chinese, Particulars);

    /// <summary>What to do about it, likewise.</summary>
    public static string Remedy(DiagnosticRule rule) => string.Format(CultureInfo.InvariantCulture, rule.RemedyChinese, Particulars);
}
