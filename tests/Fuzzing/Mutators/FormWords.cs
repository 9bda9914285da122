using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Fuzzing.Mutators;

/// <summary>What a text means in the forms.</summary>
internal static class FormWords
{
    private static readonly HashSet<string> Columns = [.. Editions.All.SelectMany(edition => edition.Tables)
        .SelectMany(table => table.Columns.SelectMany(Keys).Concat(table.ColumnGroups.SelectMany(Keys)))];

    private static readonly HashSet<string> Rows = [.. Editions.All.SelectMany(edition => edition.Tables).SelectMany(table => table.Rows.SelectMany(Keys).Concat(table.Groups.SelectMany(Keys)))];

    public static bool IsColumn(string text) => Columns.Contains(LabelText.Normalise(text));

    public static bool IsRow(string text) => Rows.Contains(LabelText.Normalise(text));

    public static bool IsFigure(string text) => FigureText.LooksLikeFigure(WithoutBars(text));

    /// <summary>A piece of a line without the bars that part its cells.</summary>
    public static string WithoutBars(string text) => text.Trim(' ', '\t', '|', '│');

    /// <summary>
    /// What it allows to exchange two texts of cells: two figures, or a figure and a blank, stand in each other's cells then; figures follow a header's labels, and rows theirs.
    /// </summary>
    public static Allowance Exchange(string one, string other)
    {
        var isFigure = IsFigure(one) || IsFigure(other);
        var allowed = isFigure ? Allowances.Exchanged(WithoutBars(one), WithoutBars(other)) : Allowances.Nothing;
        if (!isFigure && (IsColumn(one) || IsColumn(other)))
            allowed = Allowances.Either(allowed, Allowances.OfItsRow);
        if (IsRow(one) && IsRow(other))
            allowed = Allowances.Either(allowed, Allowances.OfItsColumn);
        return allowed;
    }

    private static IEnumerable<string> Keys(FormLabel label) => label.Aliases.Prepend(label.Label).Select(LabelText.Normalise);
}
