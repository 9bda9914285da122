using DisclosureArchive.Reports.Checks;
using Shouldly;

namespace DisclosureArchive.Reports.Tests;

/// <summary>What holds for every report, whatever it was read from.</summary>
internal static class Invariants
{
    public static void Hold(AnnualReport report)
    {
        foreach (var figure in report.Figures.Concat(report.OwnTables.SelectMany(table => table.Figures)))
        {
            figure.Value.HasValue.ShouldBe(figure.State == FigureState.Reported, $"{figure.Name} is {figure.State} and has {figure.Value}");
            figure.Location.IsNone.ShouldBe(figure.State == FigureState.Missing && figure.Correction is null, $"{figure.Name} is {figure.State} at “{figure.Location}”");
            if (figure.State is FigureState.Missing or FigureState.Blank)
                figure.Raw.Trim().ShouldBeEmpty($"{figure.Name} is {figure.State}");
            if (figure is { State: FigureState.Reported, Correction: null })
                figure.Raw.ShouldNotBeNullOrWhiteSpace($"{figure.Name} = {figure.Value} without a text that it was read from");
        }

        report.Figures.Select(figure => figure.Name).ShouldBeUnique();
        report.Tables.Select(table => table.Form.Id).ShouldBeUnique();
        foreach (var table in report.Tables)
            table.Figures.Select(figure => figure.Name).ShouldBe(table.Form.Cells, "a figure for every cell of the form, in its order");

        report.Findings.Select(finding => finding.Relation).ShouldBeUnique();
        foreach (var finding in report.Findings)
        {
            (finding is { Left: not null, Right: not null }).ShouldBe(finding.Status != FindingStatus.NotAssessable, $"{finding.Relation} is {finding.Status}");
            if (finding.Status != FindingStatus.NotAssessable)
                (finding.Difference == 0).ShouldBe(finding.Status == FindingStatus.Passed, finding.Relation);
        }

        foreach (var diagnostic in report.Diagnostics)
        {
            diagnostic.Chinese.ShouldNotMatch(@"\{\d+\}", diagnostic.Code);
            diagnostic.English.ShouldNotBeNullOrWhiteSpace();
        }
    }
}
