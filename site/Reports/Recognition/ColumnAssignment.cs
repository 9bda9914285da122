using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Tells which of the cells behind a row's label are its figures. Cells of merged labels may stand before them, padding behind them; blank
/// figures look like both. What can't be told is not guessed.
/// </summary>
internal sealed class ColumnAssignment
{
    private const int Contradicted = -1;

    /// <summary>Where the figures begin in rows of a shape, learnt from rows without a blank figure.</summary>
    private readonly Dictionary<(int Label, int Cells), int> _offsets = [];

    /// <summary>How many rows of each shape there are.</summary>
    private readonly Dictionary<(int Label, int Cells), int> _shapes = [];

    /// <summary>Learns from a row of the table.</summary>
    public void Learn(SourceRow row, int label, int count)
    {
        var shape = (label, row.Cells.Length);
        _shapes[shape] = _shapes.GetValueOrDefault(shape) + 1;
        var cells = row.Behind(label);
        var (first, length) = Filled(cells);
        if (length != count || Blanks(cells.Slice(first, length)) > 0)
            return;
        if (_offsets.TryGetValue(shape, out var known) && known != first)
            _offsets[shape] = Contradicted;
        else
            _offsets[shape] = first;
    }

    /// <summary>The cells of the columns in order; null if it can't be told which they are.</summary>
    /// <param name="row">The row.</param>
    /// <param name="label">Index of its label's cell.</param>
    /// <param name="count">How many columns there are.</param>
    /// <param name="positions">Where the columns stand in a grid, as its header tells; null if it does not.</param>
    /// <param name="expected">How many cells the row should have, as the row of its header has; null if there is no such header.</param>
    public Cell[]? Assign(SourceRow row, int label, int count, int[]? positions, int? expected = null)
    {
        var cells = row.Behind(label);
        var (first, length) = Filled(cells);
        if (length == 0)
            return cells.Length > 0 ? BlankRow(cells, count) : null;
        if (label >= 0 && EndsWithFigure(row.Cells[label].Text))
            return null;

        var isRagged = row.Table.Shape == TableShape.Ragged;
        if (cells.Length == count && (!isRagged || (first == 0 && length == count)))
            return Take(cells);

        // A text that is no figure right behind the label: perhaps the true label, which was not recognised.
        if (cells[first].IsLabel && cells.Length != count)
            return null;
        if (length == count && Blanks(cells.Slice(first, length)) == 0)
            return Take(cells.Slice(first, count));
        if (positions is not null && ByPosition(cells, positions) is { } placed)
            return placed;
        if (length == 1 && count > 1 && SplitCell(cells[first].Cell, count) is { } parts)
            return parts;

        // A blank figure at an end of the row looks like the cell of a merged label or like padding, and a lost cell like either. Rows of the
        // same shape without a blank tell; where there are none, as many cells as columns do if no row with the same place of the label has another shape.
        if (_offsets.TryGetValue((label, row.Cells.Length), out var offset))
            return offset != Contradicted && first >= offset && first + length <= offset + count ? Take(cells.Slice(offset, count)) : null;
        if (cells.Length == count)
            return (expected is not null ? expected == row.Cells.Length
                : _shapes.GetValueOrDefault((label, row.Cells.Length)) > 1 && _shapes.Keys.All(shape => shape.Label != label || shape.Cells == row.Cells.Length)) ? Take(cells) : null;
        return length == count ? Take(cells.Slice(first, count)) : null;
    }

    /// <summary>The cells that stand in the columns' places, in a row with further columns than the form's; null if the row is not as wide as its header, or has something in a place that the header does not name.</summary>
    /// <param name="row">The row.</param>
    /// <param name="label">Index of its label's cell.</param>
    /// <param name="places">Where the columns stand.</param>
    /// <param name="others">Where the further columns stand.</param>
    /// <param name="width">How many columns the header covers.</param>
    public static Cell[]? AssignByPlace(SourceRow row, int label, ImmutableArray<int> places, IReadOnlyCollection<int> others, int width)
    {
        var last = row.Cells[^1];
        if (last.Column + last.Cell.ColumnSpan != width)
            return null;
        foreach (var cell in row.Behind(label))
            if (!cell.IsBlank && !places.Contains(cell.Column) && !others.Contains(cell.Column))
                return null;
        var placed = places.Select(place => row.Behind(label).ToArray().FirstOrDefault(cell => cell.Column == place && cell.Cell.ColumnSpan == 1).Cell).ToArray();
        return Array.TrueForAll(placed, cell => cell is not null) ? placed : null;
    }

    /// <summary>A figure that ran into the label before it: 行政强制 12.</summary>
    private static bool EndsWithFigure(string label) =>
        label.AsSpan().TrimEnd().LastIndexOfAny(' ', '\n', '\t') is > 0 and var last && FigureText.LooksLikeFigure(label[(last + 1)..]);

    private static Cell[] Take(ReadOnlySpan<SourceCell> cells)
    {
        var taken = new Cell[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            taken[i] = cells[i].Cell;
        return taken;
    }

    private static Cell[] BlankRow(ReadOnlySpan<SourceCell> cells, int count)
    {
        var blank = new Cell[count];
        for (var i = 0; i < count; i++)
            blank[i] = cells[Math.Min(i, cells.Length - 1)].Cell;
        return blank;
    }

    private static Cell[]? ByPosition(ReadOnlySpan<SourceCell> cells, int[] positions)
    {
        var placed = new Cell[positions.Length];
        var found = 0;
        foreach (var cell in cells)
        {
            var column = Array.IndexOf(positions, cell.Column);
            if (column >= 0 && cell.Cell.ColumnSpan == 1)
            {
                placed[column] = cell.Cell;
                found++;
            }
            else if (!cell.IsBlank)
            {
                return null;
            }
        }

        return found == positions.Length ? placed : null;
    }

    /// <summary>All figures of a row in one cell, parted by spaces.</summary>
    private static Cell[]? SplitCell(Cell cell, int count)
    {
        var words = cell.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == count && words.All(FigureText.LooksLikeFigure)
            ? [.. words.Select(word => cell with { Text = word })]
            : null;
    }

    /// <summary>The run from the first filled cell to the last.</summary>
    private static (int First, int Length) Filled(ReadOnlySpan<SourceCell> cells)
    {
        var first = 0;
        while (first < cells.Length && cells[first].IsBlank)
            first++;
        var end = cells.Length;
        while (end > first && cells[end - 1].IsBlank)
            end--;
        return (first, end - first);
    }

    private static int Blanks(ReadOnlySpan<SourceCell> cells)
    {
        var blanks = 0;
        foreach (var cell in cells)
            if (cell.IsBlank)
                blanks++;
        return blanks;
    }
}
