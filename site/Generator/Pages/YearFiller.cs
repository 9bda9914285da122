using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the list of years and the page of each.</summary>
public sealed class YearFiller
{
    private readonly ReportArchive _archive;
    private readonly Frames _frames;
    private readonly Dictionary<int, ImmutableArray<(AgencyEntry Agency, ReportEntry Report)>> _byYear;

    public YearFiller(ReportArchive archive, Frames frames)
    {
        _archive = archive;
        _frames = frames;
        _byYear = archive.Agencies
            .SelectMany(agency => agency.Current.Select(report => (agency, report)))
            .Where(pair => pair.report.Year is not null)
            .GroupBy(pair => pair.report.Year!.Value)
            .ToDictionary(year => year.Key, year => year.ToImmutableArray());
        Years = [.. _byYear.Keys.Order()];
    }

    /// <summary>The years that have reports, oldest first.</summary>
    public ImmutableArray<int> Years { get; }

    public YearList FillList() => new(
        _frames.Frame(Routes.Years, "年度", "按年度列出全部报告。"),
        [.. Years.Reverse().Select(year => new YearLine(
            new Link($"{year}年", Routes.Link(Routes.Years, Routes.Year(year))),
            _byYear[year].Length,
            _archive.Agencies.Count(agency => agency.Gaps.Contains(year)),
            string.Join("，", _byYear[year].GroupBy(pair => pair.Report.Edition).OrderBy(edition => edition.Key?.Id ?? "~", StringComparer.Ordinal)
                .Select(edition => $"{Terms.Chinese.Edition(edition.Key)} {edition.Count()}")),
            _byYear[year].Count(pair => pair.Report.Failed > 0),
            Sum(year, key => key.Received)))],
        _byYear.Values.Any(reports => reports.Any(pair => pair.Agency.IsUnidentified)));

    public YearOverview Fill(int year)
    {
        var path = Routes.Year(year);
        Link? To(int? other) => other is { } known && known > 0 ? new Link($"{known}年", Routes.Link(path, Routes.Year(known))) : null;

        return new YearOverview(
            _frames.Frame(path, $"{year}年度报告", $"{year}年各机关政府信息公开工作年度报告。", ("年度", Routes.Years)),
            [.. _byYear[year].Select(pair => ReportLines.Fill(path, pair.Agency, pair.Report))],
            [.. _archive.Agencies.Where(agency => agency.Gaps.Contains(year))
                .Select(agency => new Link(agency.Name, Routes.Link(path, Routes.Agency(agency.Key))))],
            Sum(year, key => key.Received),
            Sum(year, key => key.Concluded),
            Sum(year, key => key.Reviews),
            Sum(year, key => key.Lawsuits),
            To(Years.LastOrDefault(other => other < year)),
            To(Years.FirstOrDefault(other => other > year)),
            _byYear[year].Count(pair => pair.Agency.IsUnidentified),
            Routes.Link(path, Routes.FiguresData(year)));
    }

    /// <summary>Reports of unknown agencies may be of one that is counted already: they are left out.</summary>
    private DerivedSum Sum(int year, Func<KeyFigures, decimal?> figure) =>
        Numbers.Sum(_byYear[year].Where(pair => !pair.Agency.IsUnidentified).Select(pair => figure(pair.Report.Key)));
}
