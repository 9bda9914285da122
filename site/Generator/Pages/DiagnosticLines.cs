using System.Globalization;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A diagnostic in plain Chinese.</summary>
public static class DiagnosticLines
{
    public static DiagnosticLine Fill(Diagnostic diagnostic, Link? report = null) => new(
        Words.Class(diagnostic.Severity),
        Words.Of(diagnostic.Severity),
        diagnostic.Code,
        diagnostic.Chinese,
        diagnostic.Location.ToChinese(),
        string.Format(CultureInfo.InvariantCulture, diagnostic.Rule.RemedyChinese, [.. diagnostic.Arguments]),
        report);
}
