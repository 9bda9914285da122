using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>The relations of a report, judged, by rule, with the cells that they rest on.</summary>
public static class ReportChecks
{
    /// <param name="previous">The agency's report before this one, which carry-over looks at; null if there is none.</param>
    public static ImmutableArray<RuleOfChecks> Fill(ReportEntry entry, AnnualReport report, ReportEntry? previous)
    {
        var path = Routes.Report(entry);

        CheckLine Line(Finding finding)
        {
            var isFailed = finding.Status == FindingStatus.Failed;
            return new CheckLine(
                finding.Label, finding.Detail, Numbers.Text(finding.Left), Numbers.Text(finding.Right), Numbers.Text(finding.Difference),
                // Evidence for what holds would fill the page; its figures stand in the tables.
                isFailed ? Cells(finding.LeftCells) : [], isFailed ? Cells(finding.RightCells) : [], finding.Quote);
        }

        ImmutableArray<CheckedCell> Cells(ImmutableArray<CellName> cells)
        {
            var label = CellLabels.Within(report, cells);
            return [.. cells.Select(name =>
            {
                var figure = report[name];
                return new CheckedCell(
                    new Link(label(name), figure is null ? null : Routes.Anchor(name.ToString())),
                    figure is null ? "" : Numbers.Text(figure.Value) ?? Terms.Chinese.States[figure.State].Word);
            })];
        }

        // The carried-over side of the relation stands in the report of the year before.
        ImmutableArray<CheckedCell> Before(ImmutableArray<CellName> cells, decimal? sum) =>
            [.. cells.Select(name => new CheckedCell(
                new Link(
                    $"{(previous is null ? "上年度" : Terms.Chinese.Year(previous))}报告·{CellLabels.Within(report, cells)(name)}",
                    previous is null ? null : Routes.Link(path, Routes.Report(previous), name.ToString())),
                cells.Length == 1 ? Numbers.Text(sum) ?? "" : ""))];

        CheckLine CarryOver(Finding finding)
        {
            var line = Line(finding);
            return finding.Status != FindingStatus.Failed
                ? line
                : finding.LeftCells.Any(cell => cell.Row == "carried_out")
                    ? line with { LeftCells = Before(finding.LeftCells, finding.Left) }
                    : line with { RightCells = Before(finding.RightCells, finding.Right) };
        }

        return [.. report.Findings.Concat(entry.CarryOver)
            .GroupBy(finding => finding.Rule)
            .Select(rule =>
            {
                ImmutableArray<CheckLine> Of(FindingStatus status) =>
                    [.. rule.Where(finding => finding.Status == status)
                        .Select(finding => rule.Key == "carry_over" ? CarryOver(finding) : Line(finding))];

                return new RuleOfChecks(
                    rule.Key, CellLabels.Rule(rule.Key) ?? rule.First().Label,
                    Of(FindingStatus.Failed), Of(FindingStatus.NotAssessable), Of(FindingStatus.Passed));
            })
            .OrderByDescending(rule => rule.Failed.Length > 0)];
    }
}
