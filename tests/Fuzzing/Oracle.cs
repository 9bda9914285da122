using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;
using DisclosureArchive.Reports.Tests;
using Shouldly;

namespace DisclosureArchive.Fuzzing;

/// <summary>Tells what is wrong with the reading of a mutated file.</summary>
internal static class Oracle
{
    /// <param name="before">The report unmutated.</param>
    /// <param name="after">The report read from the mutated file.</param>
    /// <param name="again">The same, read a second time.</param>
    /// <param name="allowed">What the mutation allows.</param>
    public static IEnumerable<string> Judge(AnnualReport before, AnnualReport after, AnnualReport again, Allowance allowed)
    {
        if (ReportText.Write(after) != ReportText.Write(again) && !SpeaksOfMachine(after) && !SpeaksOfMachine(again))
            yield return "a second reading differs";
        if (BrokenInvariant(after) is { } broken)
            yield return broken;
        foreach (var figure in after.Figures)
            if (figure.Value is { } value && before[figure.Name] is var was && was?.Value != value && !IsOpen(before, was, figure) && !allowed(before, was, figure))
                yield return $"{figure.Name} was {Shown(was)}, is {Shown(figure)} at {figure.Location}";
    }

    /// <summary>
    /// What no mutation can be blamed for. A row or table that the report has twice, with other figures (DA2007), may lose its first. A row whose figures could not be matched to the columns may be put right by one cell more or less. A form has the same label twice
    /// (其他情形数 of reviews and of lawsuits): with the rows between gone, nothing tells which of them the other is.
    /// </summary>
    private static bool IsOpen(AnnualReport before, Figure? was, Figure figure) =>
        was?.State == FigureState.Unreadable
        || before.Diagnostics.Any(diagnostic => diagnostic.Rule == DiagnosticRules.TableRepeated && diagnostic.Arguments[0] == before.Edition?.Table(figure.Name.Table)?.Label)
        || (Label(before, figure.Name) is { } label
            && before.Figures.Any(other => other.Name.Table == figure.Name.Table && other.Name.Column == figure.Name.Column && other.Value == figure.Value && Label(before, other.Name) == label));

    /// <summary>A program that is not installed or took too long is not the file's doing.</summary>
    private static bool SpeaksOfMachine(AnnualReport report) => report.Diagnostics.Any(diagnostic => diagnostic.Rule.IsOfMachine);

    private static string? Label(AnnualReport report, CellName name) =>
        report.Edition?.Table(name.Table)?.Row(name.Row) is FormRow row ? LabelText.Normalise(row.Label) : null;

    private static string? BrokenInvariant(AnnualReport report)
    {
        try
        {
            Invariants.Hold(report);
            return null;
        }
        catch (ShouldAssertException problem)
        {
            return problem.Message.ReplaceLineEndings(" ");
        }
    }

    private static string Shown(Figure? figure) => figure is null ? "not there" : $"{figure.State} {figure.Value} “{figure.Raw.ReplaceLineEndings("⏎")}”";
}
