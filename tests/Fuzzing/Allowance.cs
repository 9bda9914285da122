using DisclosureArchive.Fuzzing.Text;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Fuzzing;

/// <summary>
/// Which figures may be another number after a mutation, for the mutated file prints it: the rule of an operator. To be as it was, or without a number, is always allowed.
/// </summary>
/// <param name="report">The report unmutated.</param>
/// <param name="before">The cell's figure unmutated; null if the report had no such cell.</param>
/// <param name="after">The figure read from the mutated file; it has a number.</param>
public delegate bool Allowance(AnnualReport report, Figure? before, Figure after);

/// <summary>The allowances of the operators.</summary>
internal static class Allowances
{
    /// <summary>The mutation touches no figure's characters and moves none: no figure may be another number.</summary>
    public static readonly Allowance Nothing = (_, _, _) => false;

    /// <summary>
    /// A long cut or a splice prints a row whose label is from one row and whose figures are from another: nothing in the file tells it from a row of the report's own. Only
    /// what holds for every report is demanded.
    /// </summary>
    public static readonly Allowance Anything = (_, _, _) => true;

    /// <summary>A header's label moved: figures follow the header, so that each may be another figure of its row.</summary>
    public static readonly Allowance OfItsRow = (report, _, after) => report.Figures.Any(figure =>
        figure.Name.Table == after.Name.Table && figure.Name.Row == after.Name.Row && figure.Value == after.Value);

    /// <summary>Labels of rows changed their places, or rows were joined at the same column: each figure may be that of another row in its column.</summary>
    public static readonly Allowance OfItsColumn = (report, _, after) => report.Figures.Any(figure =>
        figure.Name.Table == after.Name.Table && figure.Name.Column == after.Name.Column && figure.Value == after.Value);

    /// <summary>Characters changed: a figure may be a number that is printed where they did.</summary>
    public static Allowance PrintedAt(TextEdit edit) => (_, before, after) => edit.IsInserted(after.Raw) || (before is not null && before.Raw.Length > 0 && edit.IsRemoved(before.Raw));

    /// <summary>A cell's text changed: it may be the number that it prints now.</summary>
    public static Allowance Replaced(string old, string changed) => (_, before, after) => Same(before?.Raw ?? "", old) && Same(after.Raw, changed);

    /// <summary>Two cells changed their places.</summary>
    public static Allowance Exchanged(string one, string other) => Either(Replaced(one, other), Replaced(other, one));

    /// <summary>A figure was moved or put somewhere: it may be read wherever it stands now.</summary>
    public static Allowance Placed(string text) => (_, _, after) => Same(after.Raw, text);

    public static Allowance Either(Allowance one, Allowance other) => (report, before, after) => one(report, before, after) || other(report, before, after);

    private static bool Same(string one, string other) => TextFolding.Squeeze(one) == TextFolding.Squeeze(other);
}
