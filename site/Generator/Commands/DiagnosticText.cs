using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Commands;

/// <summary>A diagnostic in words for the console: what, where, what to do.</summary>
internal static class DiagnosticText
{
    /// <param name="path">The file, or empty where it is plain.</param>
    public static void Write(TextWriter console, string path, Diagnostic diagnostic)
    {
        var place = string.Join(" ", new[] { path, diagnostic.Location.ToChinese() }.Where(part => part.Length > 0));
        console.WriteLine($"  {Terms.Chinese.Of(diagnostic.Severity)} {diagnostic.Code} {(place.Length > 0 ? place + "：" : "")}{diagnostic.Chinese}");
        console.WriteLine($"      {diagnostic.RemedyChinese}");
    }
}
