using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the list of years and the page of each.</summary>
public sealed class YearFiller
{
    private readonly Frames _frames;
    private readonly Dictionary<int, ImmutableArray<(AgencyEntry Agency, ReportEntry Report)>> _byYear;
    private readonly ILookup<int, AgencyEntry> _missing;

    public YearFiller(ReportArchive archive, Frames frames)
    {
        _frames = frames;
        _byYear = archive.Agencies
            .SelectMany(agency => agency.Current.Select(report => (agency, report)))
            .Where(pair => pair.report.Year is not null)
            .GroupBy(pair => pair.report.Year!.Value)
            .ToDictionary(year => year.Key, year => year.ToImmutableArray());
        _missing = archive.Agencies.SelectMany(agency => agency.Gaps.Select(year => (agency, year))).ToLookup(pair => pair.year, pair => pair.agency);
        Years = [.. _byYear.Keys.Order()];
    }

    /// <summary>The years that have reports, oldest first.</summary>
    public ImmutableArray<int> Years { get; }

    public YearList FillList()
    {
        var words = _frames.Words;
        var lines = ImmutableArray.CreateBuilder<YearLine>();
        FormEdition? edition = null;
        if (!Years.IsEmpty)
        {
            var mostReports = _byYear.Values.Max(reports => reports.Length);
            var mostReceived = Years.Max(year => Identified(year).Sum(report => report.Key.Received ?? 0));
            for (var year = Years[0]; year <= Years[^1]; year++)
            {
                var reports = _byYear.GetValueOrDefault(year, []);
                var byEdition = reports.GroupBy(pair => pair.Report.Edition).OrderBy(group => group.Key?.Id ?? "~", StringComparer.Ordinal).ToList();
                var usual = byEdition.Where(group => group.Key is not null).MaxBy(group => group.Count())?.Key;
                lines.Add(new YearLine(
                    new Link(_frames.Terms.Year(year), reports.IsEmpty ? null : Routes.Link(Routes.Years, Routes.Year(year))),
                    reports.Length,
                    Percent(reports.Length, mostReports),
                    [.. byEdition.Select(group => words["years.edition", _frames.Terms.Edition(group.Key), group.Count()])],
                    usual is not null && edition is not null && usual != edition,
                    _missing[year].Count(),
                    reports.Count(pair => pair.Report.Failed > 0),
                    Sum(year, key => key.Received),
                    Percent(Identified(year).Sum(report => report.Key.Received ?? 0), mostReceived)));
                edition = usual ?? edition;
            }
        }

        lines.Reverse();
        return new YearList(
            _frames.Frame(Routes.Years, words["years.title"], words["years.description"]),
            lines.ToImmutable(),
            _byYear.Values.Any(reports => reports.Any(pair => pair.Agency.IsUnidentified)));
    }

    public YearOverview Fill(int year)
    {
        var path = Routes.Year(year);
        var words = _frames.Words;
        Link? To(int? other) => other is { } known && known > 0 ? new Link(_frames.Terms.Year(known), Routes.Link(path, Routes.Year(known))) : null;

        return new YearOverview(
            _frames.Frame(path, words["year.title", year], words["year.description", year], (words["years.title"], Routes.Years)),
            [Routes.Link(path, Routes.Asset("tables.js"))],
            [.. _byYear[year].Select(pair => ReportLines.Fill(path, pair.Agency, pair.Report))],
            [.. _missing[year].Select(agency => new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))))],
            Sum(year, key => key.Received),
            Sum(year, key => key.Concluded),
            Sum(year, key => key.Reviews),
            Sum(year, key => key.Lawsuits),
            [.. ByEdition(year).Select(edition => Spread(edition.Key, [.. edition])).OfType<Distribution>()],
            [.. ByEdition(year).Select(edition => Outcome(edition.Key, [.. edition.Select(report => report.Outcomes).OfType<Outcomes>()])).OfType<OutcomeList>()],
            To(Years.LastOrDefault(other => other < year)),
            To(Years.FirstOrDefault(other => other > year)),
            _byYear[year].Count(pair => pair.Agency.IsUnidentified))
        {
            Downloads = Downloads.Of(path, _frames.Terms, TablePart.Of(year, [.. _byYear[year].Select(pair => pair.Report)])),
        };
    }

    /// <summary>Reports of unknown agencies may be of one that is counted already: sums leave them out.</summary>
    private IEnumerable<ReportEntry> Identified(int year) =>
        _byYear.GetValueOrDefault(year, []).Where(pair => !pair.Agency.IsUnidentified).Select(pair => pair.Report);

    /// <summary>The same by edition, oldest first; editions are never counted together where a form's rows are.</summary>
    private IEnumerable<IGrouping<FormEdition, ReportEntry>> ByEdition(int year) =>
        Identified(year).Where(report => report.Edition is not null).GroupBy(report => report.Edition!).OrderBy(edition => edition.Key.Id, StringComparer.Ordinal);

    private DerivedSum Sum(int year, Func<KeyFigures, decimal?> figure) => Numbers.Sum(Identified(year).Select(report => figure(report.Key)));

    private Distribution? Spread(FormEdition edition, ImmutableArray<ReportEntry> reports)
    {
        var received = reports.Select(report => report.Key.Received).OfType<decimal>().Order().ToList();
        if (received.Count == 0)
            return null;

        (string Label, decimal From, decimal To)[] bands =
            [("0", 0, 1), ("1–9", 1, 10), ("10–99", 10, 100), ("100–999", 100, 1000), (_frames.Words["year.band.more", 1000], 1000, decimal.MaxValue)];
        var counts = bands.Select(band => received.Count(value => value >= band.From && value < band.To)).ToList();
        return new Distribution(
            _frames.Terms.Edition(edition), received.Count, reports.Length - received.Count,
            received.Count < Distribution.LeastForMedian ? null : Numbers.Text(Median(received)),
            [.. bands.Zip(counts, (band, count) => new DistributionBand(band.Label, count, Percent(count, counts.Max())))]);
    }

    /// <summary>The one in the middle, or the mean of the two in the middle.</summary>
    private static decimal Median(List<decimal> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    private OutcomeList? Outcome(FormEdition edition, ImmutableArray<Outcomes> reports)
    {
        if (reports.IsEmpty)
            return null;
        (string Key, Func<Outcomes, decimal> Of)[] kinds =
        [
            ("granted", all => all.Granted), ("partly_granted", all => all.PartlyGranted), ("refused", all => all.Refused),
            ("unavailable", all => all.Unavailable), ("not_processed", all => all.NotProcessed), ("other", all => all.Other),
        ];
        var sums = kinds.Select(kind => reports.Sum(kind.Of)).ToList();
        var total = sums.Sum();
        return new OutcomeList(
            _frames.Terms.Edition(edition), reports.Length, Numbers.Text(total),
            [.. kinds.Zip(sums, (kind, sum) => new OutcomeLine(
                _frames.Words[$"year.outcome.{kind.Key}"], Numbers.Text(sum), Numbers.Share(sum, total), Percent(sum, total)))]);
    }

    /// <summary>In per cent, for a bar: what is not nothing is seen.</summary>
    private static int Percent(decimal part, decimal whole) => part <= 0 ? 0 : Math.Max(1, (int)Math.Round(100 * part / whole));
}
