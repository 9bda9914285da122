using System.Collections.Immutable;

namespace DisclosureArchive.Synthesis;

/// <summary>A table as it stands on paper, before a layout loses some of it.</summary>
/// <param name="Columns">How many columns its grid has.</param>
/// <param name="HeaderRows">How many rows at its top are headers.</param>
/// <param name="Rows">The cells that begin in each row, from left to right.</param>
public sealed record PrintedTable(int Columns, int HeaderRows, ImmutableArray<ImmutableArray<PrintedCell>> Rows)
{
    /// <summary>Every place of the grid with the cell that covers it.</summary>
    public Slot[][] Grid()
    {
        var grid = new Slot?[Rows.Length, Columns];
        for (var row = 0; row < Rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in Rows[row])
            {
                while (grid[row, column] is not null)
                    column++;
                for (var y = 0; y < cell.RowSpan; y++)
                    for (var x = 0; x < cell.ColumnSpan; x++)
                        grid[row + y, column + x] = new Slot(cell, row, column, y == 0, x == 0);
            }
        }

        return [.. Enumerable.Range(0, Rows.Length).Select(row => Enumerable.Range(0, Columns).Select(column =>
            grid[row, column] ?? throw new InvalidOperationException($"Row {row} leaves column {column} uncovered.")).ToArray())];
    }

    /// <summary>The table in two, as a page break parts it: the header is repeated, a cell that the break goes through is empty below it.</summary>
    public (PrintedTable Above, PrintedTable Below) SplitAt(int row)
    {
        var grid = Grid();
        var above = Rows[..row].Select((cells, y) => cells.Select(cell => cell with { RowSpan = Math.Min(cell.RowSpan, row - y) }).ToImmutableArray());
        var below = Rows[row..].ToArray();
        below[0] =
        [
            .. grid[row].Where(slot => slot.FirstColumn).Select(slot =>
                slot.FirstRow ? slot.Cell : slot.Cell with { Text = "", RowSpan = slot.Row + slot.Cell.RowSpan - row })
        ];
        return (this with { Rows = [.. above] }, this with { Rows = [.. Rows[..HeaderRows], .. below] });
    }
}

/// <summary>One cell of a <see cref="PrintedTable"/>.</summary>
/// <param name="Text">What is printed in it; line breaks as <c>\n</c>.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
public sealed record PrintedCell(string Text, int ColumnSpan = 1, int RowSpan = 1);

/// <summary>One place of a table's grid.</summary>
/// <param name="Cell">The cell that covers it.</param>
/// <param name="Row">Row where that cell begins, from 0.</param>
/// <param name="Column">Column where that cell begins, from 0.</param>
/// <param name="FirstRow">Whether this is the first row of that cell.</param>
/// <param name="FirstColumn">Whether this is the first column of that cell.</param>
public sealed record Slot(PrintedCell Cell, int Row, int Column, bool FirstRow, bool FirstColumn)
{
    /// <summary>Whether the cell begins here; the other places that it covers are merged into it.</summary>
    public bool IsOrigin => FirstRow && FirstColumn;
}
