using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>The relations of a report, judged, by rule, with the cells that they rest on.</summary>
public static class ReportChecks
{
    /// <param name="previous">The agency's report before this one, which carry-over looks at; null if there is none.</param>
    public static ImmutableArray<RuleOfChecks> Fill(ReportEntry entry, AnnualReport report, ReportEntry? previous)
    {
        var path = Routes.Report(entry);

        CheckLine Line(Finding finding, string rule, bool isPattern)
        {
            var isFailed = finding.Status == FindingStatus.Failed;
            return new CheckLine(
                Subject(finding, rule), isPattern ? At(finding) : string.Join(' ', finding.LeftCells.Concat(finding.RightCells)), finding.Detail, Numbers.Text(finding.Left), Numbers.Text(finding.Right), Numbers.Text(finding.Difference),
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
                    Words.Chinese["checks.of_report", previous is null ? Words.Chinese["checks.year_before"] : Terms.Chinese.Year(previous), CellLabels.Within(report, cells)(name)],
                    previous is null ? null : Routes.Link(path, Routes.Report(previous), name.ToString())),
                cells.Length == 1 ? Numbers.Text(sum) ?? "" : ""))];

        CheckLine CarryOver(Finding finding, string rule, bool isPattern)
        {
            var line = Line(finding, rule, isPattern);
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
                var label = CellLabels.Rule(rule.Key) ?? rule.First().Label;
                var pattern = Pattern([.. rule]);
                ImmutableArray<CheckLine> Of(FindingStatus status) =>
                    [.. rule.Where(finding => finding.Status == status)
                        .Select(finding => rule.Key == Finding.CarryOver ? CarryOver(finding, label, pattern is not null) : Line(finding, label, pattern is not null))];

                return new RuleOfChecks(
                    rule.Key, label, Routes.Link(path, Routes.Rule(CheckRule.Of(rule.Key))), pattern,
                    Of(FindingStatus.Failed), Of(FindingStatus.NotAssessable), Of(FindingStatus.Passed));
            })
            .OrderByDescending(rule => rule.Failed.Length > 0)];
    }

    /// <summary>Which column or row a relation is about; the whole of it where it is one of a kind.</summary>
    private static string Subject(Finding finding, string rule) =>
        finding.Label.IndexOf('：', StringComparison.Ordinal) is > 0 and var colon && (finding.Rule == Finding.CarryOver || finding.Label[(colon + 1)..] == rule)
            ? finding.Label[..colon]
            : finding.Label;

    /// <summary>What a relation's id adds to its rule's: the column or row that it is about.</summary>
    private static string At(Finding finding) => finding.Relation.Length > finding.Rule.Length ? finding.Relation[(finding.Rule.Length + 1)..] : "";

    /// <summary>The cells that all relations of a rule rest on, with <c>*</c> for the column or row; null if they are not of one pattern.</summary>
    private static string? Pattern(ImmutableArray<Finding> findings)
    {
        static IEnumerable<CellName> Cells(Finding finding)
        {
            var at = At(finding);
            return finding.LeftCells.Concat(finding.RightCells).Select(cell =>
                cell.Column == at ? cell with { Column = "*" } : cell.Row == at ? cell with { Row = "*" } : cell);
        }

        ImmutableArray<CellName> pattern = [.. Cells(findings[0])];
        return pattern.Any(cell => cell.Row == "*" || cell.Column == "*") && findings.All(finding => Cells(finding).SequenceEqual(pattern))
            ? string.Join(' ', pattern)
            : null;
    }
}
