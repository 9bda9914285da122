using System.Collections.Immutable;
using DisclosureArchive.Reports;

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

    /// <summary>Where its data comes from, as W3C PROV.</summary>
    public static string Provenance(ReportEntry report) => $"agencies/{report.AgencyKey}/{report.Slug}.prov.jsonld";

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

    /// <summary>
    /// The source files of an earlier revision where they stood while it was the current one: in the folder of the year, unless one of a newer revision
    /// has that name there. An address of an original, once given, goes on to lead to it.
    /// </summary>
    public static IEnumerable<(string Path, SourceInfo Source)> SourcesAsCurrent(AgencyEntry agency, ReportEntry report)
    {
        if (report.IsCurrent)
            yield break;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var revision in agency.Reports.Where(other => other.Year == report.Year))
            foreach (var (path, source) in Sources(revision).Zip(revision.Sources))
                if (path[(path.LastIndexOf('/') + 1)..] is var name && taken.Add(PathName.Folded(name)) && revision.Slug == report.Slug)
                    yield return ($"agencies/{agency.Key}/{report.Year}/{name}", source);
    }
}
