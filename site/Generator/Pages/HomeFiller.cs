using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the first page.</summary>
public sealed class HomeFiller(ReportArchive archive, Frames frames)
{
    private const int NewestCount = 10;

    public Home Fill()
    {
        var current = archive.Reports.Where(report => report.IsCurrent).ToList();
        var years = current.Select(report => report.Year).OfType<int>().Distinct().Order().ToList();
        return new Home(
            frames.Frame(Routes.Home, archive.Settings.Title, archive.Settings.Description),
            current.Count,
            archive.Agencies.Count(agency => !agency.IsUnidentified),
            years.Count,
            Numbers.Span(years),
            new CoverageFiller(archive).Fill(),
            [.. archive.Agencies
                .SelectMany(agency => agency.Current.Select(report => (agency, report)))
                .Where(pair => pair.report.Published is not null)
                .OrderByDescending(pair => pair.report.Published)
                .ThenBy(pair => Routes.Report(pair.report), StringComparer.Ordinal)
                .Take(NewestCount)
                .Select(pair => ReportLines.Fill(Routes.Home, pair.agency, pair.report))],
            Routes.Link(Routes.Home, Routes.Checks),
            current.Count(report => report.Failed > 0),
            archive.Agencies.Sum(agency => agency.Gaps.Length),
            Routes.Link(Routes.Home, Routes.Agencies),
            Routes.Link(Routes.Home, Routes.Years),
            Routes.Link(Routes.Home, Routes.About));
    }
}
