using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the first page, in the language of its frames.</summary>
public sealed class HomeFiller(ReportArchive archive, Frames frames)
{
    private const int NewestCount = 10;

    private readonly string _here = frames.Here(Routes.Home);

    public Home Fill()
    {
        var current = archive.Reports.Where(report => report.IsCurrent).ToList();
        var years = current.Select(report => report.Year).OfType<int>().Distinct().Order().ToList();
        var punctuality = archive.Agencies.SelectMany(agency => agency.Current.Select(report => Punctuality.Of(agency, report))).ToList();
        return new Home(
            frames.Frame(Routes.Home, archive.Settings.Title, archive.Settings.Description) with
            {
                Feeds = NewsFeed.Exists(archive.Reports) ? [frames.Feed(_here, "", "")] : [],
            },
            current.Count,
            archive.Agencies.Count(agency => !agency.IsUnidentified),
            years.Count,
            Numbers.Span(years),
            punctuality.Count(judged => judged.State == PunctualityState.InTime),
            punctuality.Count(judged => judged.IsJudged),
            new CoverageFiller(archive, frames).Fill(),
            [.. archive.Agencies
                .SelectMany(agency => agency.Current.Select(report => (agency, report)))
                .Where(pair => pair.report.Published is not null)
                .OrderByDescending(pair => pair.report.Published)
                .ThenBy(pair => Routes.Report(pair.report), StringComparer.Ordinal)
                .Take(NewestCount)
                .Select(pair => ReportLines.Fill(_here, pair.agency, pair.report, frames.Terms))],
            frames.Link(_here, Routes.Checks),
            current.Count(report => report.Failed > 0),
            archive.Agencies.Sum(agency => agency.Gaps.Length),
            frames.Link(_here, Routes.Agencies),
            frames.Link(_here, Routes.Years),
            frames.Link(_here, Routes.About));
    }
}
