using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the list of agencies, in the language of its frames, and the page of each.</summary>
public sealed class AgencyFiller(ReportArchive archive, IReportStore store, Frames frames)
{
    private readonly FrozenSet<string> _keys = archive.Agencies.Select(agency => agency.Key).ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, string> _regions = RegionEntry.Of(archive).Where(region => region.Key.Length > 0)
        .ToFrozenDictionary(region => region.Name, region => region.Key, StringComparer.Ordinal);

    public AgencyList FillList()
    {
        var here = frames.Here(Routes.Agencies);
        return new AgencyList(
            frames.Frame(Routes.Agencies, frames.Words["agencies.title"], frames.Words["agencies.description"]),
            [.. RegionEntry.Of(archive).Select((region, i) => new RegionOfAgencies(
                Routes.Region(i), frames.Terms.Name(region), [.. region.Agencies.Select(agency => Line(here, agency))]))],
            Routes.Link(here, Routes.Asset("tables.js")));
    }

    /// <param name="years">Its years, loaded.</param>
    public AgencyHistory Fill(AgencyEntry agency, ImmutableArray<AgencyYear> years)
    {
        var path = Routes.Agency(agency.Key);
        var charts = new ChartFiller(path, frames.Terms, years);
        var drawn = charts.Fill();
        return new AgencyHistory(
            frames.Frame(path, agency.Name, Words["agency.description", agency.Name], (Words["nav.agencies"], Routes.Agencies)) with { Feeds = Feeds(path, agency) },
            agency.IsUnidentified ? [] : Held(agency),
            agency.Register?.Region ?? "",
            agency.Register?.Kind ?? "",
            agency.Register is { Aliases.IsEmpty: false } register ? Words.List(register.Aliases) : "",
            agency.IsUnidentified,
            Years(path, agency),
            drawn,
            drawn.Any(chart => chart.Numbers.Columns.Any(column => column.EditionChanged))
                ? new Link(Words["agency.crosswalk"], frames.Link(path, Routes.About, Routes.Crosswalk))
                : null,
            charts.FillCarried(),
            new ChainFiller(path, frames.Terms, charts).Fill(years),
            new SeriesFiller(path, frames.Terms).Fill(years))
        {
            Predecessors = Related(path, agency.Register?.Predecessors ?? []),
            Successors = Related(path, agency.Register?.Successors ?? []),
            Downloads = Downloads.Of(path, frames.Terms, TablePart.Of(agency)),
            Script = Routes.Link(path, Routes.Asset("charts.js")),
            Punctuality = PunctualityFiller.Fill(path, agency, frames.Words),
            Repetition = new RepetitionFiller(store, frames).Fill(path, agency),
        };
    }

    private Words Words => frames.Words;

    /// <summary>The feed of an agency, and that of its region.</summary>
    private ImmutableArray<FeedLink> Feeds(string path, AgencyEntry agency)
    {
        if (agency.IsUnidentified || !NewsFeed.Exists(agency.Reports))
            return [];
        var own = frames.Feed(path, Routes.AgencyFolder(agency.Key), agency.Name);
        return agency.Register is { Region.Length: > 0 } register
            ? [own, frames.Feed(path, Routes.RegionFolder(_regions[register.Region]), register.Region)]
            : [own];
    }

    /// <summary>What the archive has of an agency, in sentences.</summary>
    private ImmutableArray<string> Held(AgencyEntry agency)
    {
        var current = agency.Current.ToList();
        var years = current.Select(report => report.Year).OfType<int>().ToList();
        var sentences = new List<string>();
        if (years.Count == 1)
            sentences.Add(Words["agency.held.single", years[0]]);
        else if (years.Count > 1)
            sentences.Add(Words["agency.held", years.Min(), years.Max(), years.Count]);
        var withdrawn = agency.WithdrawnYears.ToList();
        var gaps = agency.Gaps.Except(withdrawn).ToList();
        if (gaps.Count > 0)
            sentences.Add(Words["agency.held.gaps", Words.List(gaps.Select(year => $"{year}"))]);
        if (withdrawn.Count > 0)
            sentences.Add(Words["agency.held.withdrawn", Words.List(withdrawn.Select(year => $"{year}"))]);
        else if (gaps.Count == 0 && years.Count > 1)
            sentences.Add(Words["agency.held.all"]);
        if (current.Count > years.Count)
            sentences.Add(Words.Count("agency.held.undated", current.Count - years.Count));
        return [.. sentences];
    }

    private AgencyLine Line(string here, AgencyEntry agency)
    {
        var current = agency.Current.ToList();
        var judged = current.Select(report => Punctuality.Of(agency, report)).Where(report => report.IsJudged).ToList();
        var latest = current.Where(report => report.Year is not null).MaxBy(report => report.Year);
        return new AgencyLine(
            new Link(frames.Terms.Name(agency), frames.Link(here, Routes.Agency(agency.Key))),
            agency.Register?.Kind ?? "",
            current.Count,
            Numbers.Span([.. current.Select(report => report.Year).OfType<int>()]),
            agency.Gaps.Length,
            frames.Words.List(Numbers.Spans(agency.Gaps)),
            current.Count(report => report.Failed > 0),
            judged.Count(report => report.State == PunctualityState.InTime),
            judged.Count,
            latest is null || agency.IsUnidentified ? null : new Link(frames.Terms.Year(latest), frames.Link(here, Routes.Report(latest))),
            Numbers.Date(latest?.Published),
            frames.Words.List(agency.Register?.Aliases ?? []),
            Related(here, agency.Register?.Predecessors ?? []),
            Related(here, agency.Register?.Successors ?? []));
    }

    /// <summary>Bodies that took over from each other; a body without reports has no page.</summary>
    private ImmutableArray<Link> Related(string here, ImmutableArray<RelatedAgency> others) =>
        [.. others.Select(other => new Link(other.Name, _keys.Contains(other.Id) ? frames.Link(here, Routes.Agency(other.Id)) : null))];

    private static ImmutableArray<HistoryLine> Years(string path, AgencyEntry agency)
    {
        var lines = new List<(int? Year, HistoryLine Line)>();
        FormEdition? edition = null;
        foreach (var report in agency.Current)
        {
            var isChanged = !agency.IsUnidentified && edition is not null && report.Edition is not null && edition != report.Edition;
            edition = report.Edition ?? edition;
            ImmutableArray<Link> earlier = agency.IsUnidentified
                ? []
                : [.. agency.Reports.Where(other => !other.IsCurrent && other.Year == report.Year)
                    .Select(other => new Link(Terms.Chinese.Revision(other), Routes.Link(path, Routes.Report(other))))];
            lines.Add((report.Year, new HistoryLine(Terms.Chinese.Year(report), ReportLines.Fill(path, agency, report), earlier, isChanged)));
        }

        foreach (var entry in agency.Withdrawn)
            lines.Add((entry.Report.Year, new HistoryLine(entry.Report.Year is { } year ? Terms.Chinese.Year(year) : Words.Chinese["year.undated"], null, [], false)
            {
                Withdrawn = new Link(Words.Chinese["withdrawn.line", Numbers.Date(entry.Report.Withdrawal.Date), entry.Report.Withdrawal.Reason], Routes.Link(path, entry.Page)),
            }));
        lines.AddRange(agency.Gaps.Except(agency.WithdrawnYears).Select(year => ((int?)year, new HistoryLine(Terms.Chinese.Year(year), null, [], false))));
        return [.. lines.OrderByDescending(line => line.Year ?? int.MinValue).Select(line => line.Line)];
    }
}
