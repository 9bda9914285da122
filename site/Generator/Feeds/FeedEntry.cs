using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>A report as news.</summary>
/// <param name="Date">The day of the news: <see cref="ReportEntry.News"/>.</param>
/// <param name="Id">Its lasting id: it depends on the bytes of the report's main file alone, so that neither a new address of the archive nor a new id of its agency changes it.</param>
public sealed record FeedEntry(AgencyEntry Agency, ReportEntry Report, DateOnly Date, string Id)
{
    /// <summary>An entry for each report of the archive that has a date, newest first.</summary>
    public static ImmutableArray<FeedEntry> Of(ReportArchive archive)
    {
        // The same file may have been given twice: the first keeps the id of its bytes, the others have their paths in theirs.
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in archive.Reports.Select(report => report.Source))
            if (!first.TryGetValue(source.Sha256, out var path) || string.CompareOrdinal(source.Path, path) < 0)
                first[source.Sha256] = source.Path;

        string Name(SourceInfo source) => first[source.Sha256] == source.Path ? source.Sha256 : $"{source.Sha256} {source.Path}";
        return
        [
            .. archive.Agencies
                .SelectMany(agency => agency.Reports.Where(report => report.News is not null).Select(report => new FeedEntry(agency, report, report.News!.Value, NameUuid.Of(Name(report.Source)))))
                .OrderByDescending(entry => entry.Date)
                // Much may have come on one day.
                .ThenByDescending(entry => entry.Report.Accessed ?? entry.Report.Published)
                .ThenBy(entry => ReportPaths.Page(entry.Report), StringComparer.Ordinal),
        ];
    }
}
