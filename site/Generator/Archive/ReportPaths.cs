using System.Collections.Immutable;

namespace DisclosureArchive.Generator.Archive;

/// <summary>Where a report's files stand in the output.</summary>
public static class ReportPaths
{
    /// <summary>Its page.</summary>
    public static string Page(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}.html";

    /// <summary>The page of what its prose has in common with that of the year before. No slug is the same: what follows a year there is hexadecimal.</summary>
    public static string Changes(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}-changes.html";

    /// <summary>Its data.</summary>
    public static string Json(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}.json";

    /// <summary>Its source file as it was received; the main one if it has several.</summary>
    public static string Source(ReportEntry report) => Sources(report)[0];

    /// <summary>All its source files, the main one first.</summary>
    public static ImmutableArray<string> Sources(ReportEntry report)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. report.Sources.Select(source =>
        {
            var name = PathName.OfSource(source.Path[(source.Path.LastIndexOf('/') + 1)..], source.BeginsLikeMarkup);
            // Files of two folders may be published under one name: a page saved as 报告.html and one saved as 报告.html.txt.
            return $"agencies/{report.AgencyKey}/{report.Slug}/{(taken.Add(PathName.Folded(name)) ? name : $"{source.Sha256[..8]}-{name}")}";
        })];
    }
}
