using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// Fills the table of which reports there are: a row for each agency while they are few, else a row for each region, so that the first
/// page stays light however large the archive grows.
/// </summary>
public sealed class CoverageFiller(ReportArchive archive)
{
    /// <summary>How many agencies still get a row each.</summary>
    public const int MostAgencies = 60;

    /// <summary>How many regions get a row each.</summary>
    public const int MostRegions = 200;

    private static readonly LegendEntry Failed = new("failed", "不符", "有勾稽关系不成立：报告里的数字互相对不上");
    private static readonly LegendEntry Missing = new("missing", "缺", "前后年度都有报告，缺这一年的");
    private static readonly LegendEntry Outside = new("outside", "·", "没有收到报告（早于最早一份，或晚于最近一份）");

    private readonly ImmutableArray<int?> _years = Columns(archive);

    public Coverage Fill()
    {
        var years = archive.Reports.Where(report => report.IsCurrent).Select(report => report.Year).OfType<int>().ToHashSet();
        ImmutableArray<Link> heads = [.. _years.Select(year => year is not { } known
            ? new Link("未定", null)
            : new Link($"{known}", years.Contains(known) ? Routes.Link(Routes.Home, Routes.Year(known)) : null))];
        if (archive.Agencies.Length <= MostAgencies)
            return new Coverage(
                "各机关各年度报告收录情况", "机关", heads,
                [.. archive.Agencies.Select(agency => new CoverageRow(
                    new Link(agency.Name, Routes.Link(Routes.Home, Routes.Agency(agency.Key))), [.. _years.Select(year => Cell(agency, year))]))],
                [
                    new LegendEntry("reported", "有", "已收录，能核对的勾稽关系都成立"), Failed,
                    new LegendEntry("no-figures", "无数字", "已收录，但没有读出法定表格的数字"), Missing, Outside,
                ],
                "");

        var regions = RegionEntry.Of(archive);
        return new Coverage(
            "各地区各年度收录的报告份数", "地区", heads,
            [.. regions.Take(MostRegions).Select((region, i) => new CoverageRow(
                new Link(region.Title, Routes.Link(Routes.Home, Routes.Agencies, Routes.Region(i))), [.. _years.Select(year => Cell(region, year))]))],
            [new LegendEntry("reported", "12", "收录的报告份数"), Failed, Missing, Outside],
            regions.Length > MostRegions
                ? $"这里列出前 {MostRegions} 个地区，共 {regions.Length} 个。"
                : "");
    }

    /// <summary>Each year from the first to the last; null after them if there are reports without a year.</summary>
    private static ImmutableArray<int?> Columns(ReportArchive archive)
    {
        var years = archive.Reports.Where(report => report.IsCurrent).Select(report => report.Year).ToHashSet();
        var known = years.OfType<int>().ToList();
        ImmutableArray<int?> columns = known.Count == 0 ? [] : [.. Enumerable.Range(known.Min(), known.Max() - known.Min() + 1).Select(year => (int?)year)];
        return years.Contains(null) ? columns.Add(null) : columns;
    }

    private static CoverageCell Cell(AgencyEntry agency, int? year)
    {
        var reports = agency.Current.Where(report => report.Year == year).ToList();
        var failed = reports.Count(report => report.Failed > 0);
        return reports switch
        {
            [] => year is { } known && agency.Gaps.Contains(known)
                ? new CoverageCell("缺", "缺这一年度的报告", CoverageState.Missing, null)
                : new CoverageCell("·", "没有收到报告", CoverageState.Outside, null),
            [var report] => Cell(report),
            _ => new CoverageCell(
                failed > 0 ? $"{reports.Count} 份，不符 {failed}" : $"{reports.Count} 份", $"{reports.Count} 份报告，{failed} 份有勾稽关系不成立",
                failed > 0 ? CoverageState.Failed : CoverageState.Reported, Routes.Link(Routes.Home, Routes.Agency(agency.Key))),
        };
    }

    private static CoverageCell Cell(ReportEntry report)
    {
        var href = Routes.Link(Routes.Home, Routes.Report(report));
        return report.Failed > 0
            ? new CoverageCell("不符", $"{report.Failed} 项勾稽关系不成立", CoverageState.Failed, href)
            : report.Cells.GetValueOrDefault(FigureState.Reported) == 0
                ? new CoverageCell("无数字", "没有读出法定表格的数字", CoverageState.NoFigures, href)
                : new CoverageCell("有", $"{report.Passed} 项勾稽关系成立", CoverageState.Reported, href);
    }

    private static CoverageCell Cell(RegionEntry region, int? year)
    {
        var reports = region.Agencies.SelectMany(agency => agency.Current).Where(report => report.Year == year).ToList();
        var failed = reports.Count(report => report.Failed > 0);
        var missing = year is { } known ? region.Agencies.Count(agency => agency.Gaps.Contains(known)) : 0;
        if (reports.Count + missing == 0)
            return new CoverageCell("·", "没有收到报告", CoverageState.Outside, null);
        return new CoverageCell(
            $"{reports.Count}{(failed > 0 ? $"，不符 {failed}" : "")}{(missing > 0 ? $"，缺 {missing}" : "")}",
            $"{reports.Count} 份报告，{failed} 份有勾稽关系不成立，{missing} 个机关缺这一年度的报告",
            failed > 0 ? CoverageState.Failed : missing > 0 ? CoverageState.Missing : CoverageState.Reported, null);
    }
}
