using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// Fills the picture of the archive: which reports there are, and which of them came in time. A row for each agency while they are few, else
/// a row for each region, so that the first page stays light however large the archive grows.
/// </summary>
public sealed class CoverageFiller(ReportArchive archive, Frames frames)
{
    /// <summary>How many agencies still get a row each.</summary>
    public const int MostAgencies = 60;

    /// <summary>How many regions get a row each.</summary>
    public const int MostRegions = 200;

    private readonly string _here = frames.Here(Routes.Home);
    private readonly ImmutableArray<int?> _years = Columns(archive);
    private readonly ImmutableArray<RegionEntry> _regions = RegionEntry.Of(archive);

    private Words Words => frames.Words;

    public Coverage Fill()
    {
        var years = archive.Reports.Where(report => report.IsCurrent).Select(report => report.Year).OfType<int>().ToHashSet();
        ImmutableArray<Link> heads = [.. _years.Select(year => year is not { } known
            ? new Link(Words["home.coverage.undated"], null)
            : new Link($"{known}", years.Contains(known) ? frames.Link(_here, Routes.Year(known)) : null))];
        var byRegion = archive.Agencies.Length > MostAgencies;
        return new Coverage(
            Words[byRegion ? "home.coverage.regions" : "home.coverage.agencies"], Words[byRegion ? "home.coverage.region" : "home.coverage.agency"], heads,
            byRegion
                ? [new CoverageGroup("", [.. _regions.Take(MostRegions).Select(Row)])]
                : [.. _regions.Select(region => new CoverageGroup(IsTitled(region) ? frames.Terms.Name(region) : "", [.. region.Agencies.Select(Row)]))],
            byRegion ? [] : Legend(),
            byRegion,
            !byRegion ? [] : [Words["home.coverage.counts"], .. _regions.Length > MostRegions ? [Words["home.coverage.more", MostRegions, _regions.Length]] : ImmutableArray<string>.Empty]);
    }

    /// <summary>A single region needs no title; nor do the unidentified, who are a row of that name.</summary>
    private bool IsTitled(RegionEntry region) => !region.Agencies[0].IsUnidentified && _regions.Count(other => !other.Agencies[0].IsUnidentified) > 1;

    private ImmutableArray<CoverageKey> Legend()
    {
        CoverageKey Key(CoverageState state, string key, CoverageFlaw flaw = CoverageFlaw.None) => new(state, flaw, Words[$"home.legend.{key}"]);
        return
        [
            Key(CoverageState.InTime, "in_time"), Key(CoverageState.Late, "late"), Key(CoverageState.Open, "open"), Key(CoverageState.Missing, "missing"),
            Key(CoverageState.Outside, "outside"), Key(CoverageState.InTime, "failed", CoverageFlaw.Failed), Key(CoverageState.InTime, "no_figures", CoverageFlaw.NoFigures),
        ];
    }

    /// <summary>Each year from the first to the last; null after them if there are reports without a year.</summary>
    private static ImmutableArray<int?> Columns(ReportArchive archive)
    {
        var years = archive.Reports.Where(report => report.IsCurrent).Select(report => report.Year)
            .Concat(archive.Agencies.SelectMany(agency => agency.WithdrawnYears).Select(year => (int?)year)).ToHashSet();
        var known = years.OfType<int>().ToList();
        ImmutableArray<int?> columns = known.Count == 0 ? [] : [.. Enumerable.Range(known.Min(), known.Max() - known.Min() + 1).Select(year => (int?)year)];
        return years.Contains(null) ? columns.Add(null) : columns;
    }

    private CoverageRow Row(AgencyEntry agency) =>
        new(new Link(frames.Terms.Name(agency), frames.Link(_here, Routes.Agency(agency.Key))), [.. _years.Select(year => Cell(agency, year))]);

    private CoverageRow Row(RegionEntry region, int index) =>
        new(new Link(frames.Terms.Name(region), frames.Link(_here, Routes.Agencies, Routes.Region(index))), [.. _years.Select(year => Cell(region.Agencies, year))]);

    private CoverageCell Cell(AgencyEntry agency, int? year) => agency.Current.Where(report => report.Year == year).ToList() switch
    {
        [] when agency.Withdrawn.FirstOrDefault(entry => entry.Report.Year == year && year is not null) is { } withdrawn =>
            new CoverageCell(Words["home.cell.outside"], Words["withdrawn.says", Numbers.Date(withdrawn.Report.Withdrawal.Date)], CoverageState.Outside, CoverageFlaw.None, frames.Link(_here, withdrawn.Page)),
        [] => year is { } known && agency.Gaps.Contains(known) ? Empty(CoverageState.Missing, "missing") : Empty(CoverageState.Outside, "outside"),
        [var report] => Cell(agency, report),
        _ => Cell([agency], year),
    };

    private CoverageCell Empty(CoverageState state, string key) => new(Words[$"home.cell.{key}"], Words[$"home.legend.{key}"], state, CoverageFlaw.None, null);

    private CoverageCell Cell(AgencyEntry agency, ReportEntry report)
    {
        var judged = Punctuality.Of(agency, report);
        var flaw = report.Failed > 0 ? CoverageFlaw.Failed
            : report.Cells.GetValueOrDefault(FigureState.Reported) == 0 ? CoverageFlaw.NoFigures
            : CoverageFlaw.None;
        var verdict = PunctualityFiller.Verdict(Words, judged);
        return new CoverageCell(
            flaw switch
            {
                CoverageFlaw.Failed => Words.List([verdict, Words["home.cell.failed"]]),
                CoverageFlaw.NoFigures => Words.List([verdict, Words["home.cell.no_figures"]]),
                _ => verdict,
            },
            (judged.Published, judged.Due) switch
            {
                ({ } published, { } due) => Words["home.cell.due", Numbers.Date(published), Numbers.Date(due)],
                ({ } published, null) => Words["home.cell.dated", Numbers.Date(published)],
                (null, { } due) => Words["home.cell.not_dated", Numbers.Date(due)],
                _ => "",
            },
            PunctualityFiller.StateOf(judged), flaw, frames.Link(_here, Routes.Report(report)));
    }

    /// <summary>A year of several agencies, or several reports of one.</summary>
    private CoverageCell Cell(IReadOnlyList<AgencyEntry> agencies, int? year)
    {
        int reports = 0, late = 0, failed = 0;
        foreach (var agency in agencies)
            foreach (var report in agency.Current.Where(report => report.Year == year))
            {
                reports++;
                failed += report.Failed > 0 ? 1 : 0;
                late += Punctuality.Of(agency, report).State == PunctualityState.Late ? 1 : 0;
            }

        var missing = year is { } known ? agencies.Count(agency => agency.Gaps.Contains(known)) : 0;
        if (reports + missing == 0)
            return Empty(CoverageState.Outside, "outside");
        CoverageKey Note(CoverageState state, string key, int count, CoverageFlaw flaw = CoverageFlaw.None) => new(state, flaw, Words[$"home.count.{key}", count]);
        ImmutableArray<CoverageKey> notes =
        [
            .. late > 0 ? [Note(CoverageState.Late, "late", late)] : ImmutableArray<CoverageKey>.Empty,
            .. missing > 0 ? [Note(CoverageState.Missing, "missing", missing)] : ImmutableArray<CoverageKey>.Empty,
            .. failed > 0 ? [Note(CoverageState.InTime, "failed", failed, CoverageFlaw.Failed)] : ImmutableArray<CoverageKey>.Empty,
        ];
        var target = agencies is [var only] ? Routes.Agency(only.Key) : year is { } listed && reports > 0 ? Routes.Year(listed) : null;
        return new CoverageCell(Numbers.Text(reports), "", CoverageState.Several, CoverageFlaw.None, target is null ? null : frames.Link(_here, target)) { Notes = notes };
    }
}
