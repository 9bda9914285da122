using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
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
            Coverage(years, hasUndated: current.Any(report => report.Year is null)),
            [.. archive.Agencies
                .SelectMany(agency => agency.Current.Select(report => (agency, report)))
                .Where(pair => pair.report.Published is not null)
                .OrderByDescending(pair => pair.report.Published)
                .ThenBy(pair => Routes.Report(pair.report), StringComparer.Ordinal)
                .Take(NewestCount)
                .Select(pair => ReportLines.Fill(Routes.Home, pair.agency, pair.report))],
            Routes.Link(Routes.Home, Routes.Checks),
            current.Count(report => report.Failed > 0),
            Routes.Link(Routes.Home, Routes.Agencies));
    }

    private Coverage Coverage(List<int> years, bool hasUndated)
    {
        ImmutableArray<int?> columns = years.Count == 0 ? [] : [.. Enumerable.Range(years[0], years[^1] - years[0] + 1).Select(year => (int?)year)];
        if (hasUndated)
            columns = columns.Add(null);
        return new Coverage(
            [.. columns.Select(year => year is not { } known
                ? new Link("未定", null)
                : new Link($"{known}", years.Contains(known) ? Routes.Link(Routes.Home, Routes.Year(known)) : null))],
            [.. archive.Agencies.Select(agency => new CoverageRow(
                new Link(agency.Name, Routes.Link(Routes.Home, Routes.Agency(agency.Key))),
                [.. columns.Select(year => Cell(agency, year))]))]);
    }

    private static CoverageCell Cell(AgencyEntry agency, int? year)
    {
        var reports = agency.Current.Where(report => report.Year == year).ToList();
        return reports switch
        {
            [] => year is { } known && agency.Gaps.Contains(known)
                ? new CoverageCell("缺", "缺这一年度的报告", CoverageState.Missing, null)
                : new CoverageCell("·", "没有报告", CoverageState.Outside, null),
            [var report] => Cell(report),
            _ => new CoverageCell($"{reports.Count} 份", "多份报告", CoverageState.Reported, Routes.Link(Routes.Home, Routes.Agency(agency.Key))),
        };
    }

    private static CoverageCell Cell(ReportEntry report)
    {
        var href = Routes.Link(Routes.Home, Routes.Report(report));
        return report.Failed > 0
            ? new CoverageCell("不符", $"{report.Failed} 项勾稽关系不成立", CoverageState.Failed, href)
            : report.Cells.GetValueOrDefault(FigureState.Reported) == 0
                ? new CoverageCell("无数", "没有可读的法定数字", CoverageState.NoFigures, href)
                : new CoverageCell("有", $"{report.Passed} 项勾稽关系成立", CoverageState.Reported, href);
    }
}
