using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>A cell of a source row with what recognition needs to know of it.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Column">The column it begins in, from 0, spans counted; in a ragged table its place in the row.</param>
/// <param name="IsFigure">It looks like a figure or a mark for none, so it is no label.</param>
/// <param name="Key">Its text as a normalised label; empty if it is no label.</param>
internal readonly record struct SourceCell(Cell Cell, int Column, bool IsFigure, string Key)
{
    public string Text => Cell.Text;

    public bool IsBlank => Cell.Text.Length == 0;

    public bool IsLabel => !IsBlank && !IsFigure;
}

/// <summary>A row of a source table.</summary>
internal sealed record SourceRow(Table Table, TableRow Row, ImmutableArray<SourceCell> Cells)
{
    /// <summary>No report's table is as wide; what spans rows further to the right is not followed.</summary>
    private const int MostColumns = 1000;

    public SourceLocation Location => Row.Location;

    /// <summary>The cells behind a label.</summary>
    public ReadOnlySpan<SourceCell> Behind(int label) => Cells.AsSpan()[(label + 1)..];

    /// <summary>How many cells behind a label hold something.</summary>
    public int CountFilled(int label)
    {
        var filled = 0;
        foreach (var cell in Behind(label))
            if (!cell.IsBlank)
                filled++;
        return filled;
    }

    public bool HasFigures => Cells.Any(cell => cell.IsFigure);

    /// <summary>The text of the row for a diagnostic.</summary>
    public string Text => string.Join(" | ", Cells.Select(cell => cell.Text.ReplaceLineEndings(" ")));

    /// <summary>The rows of a table, cells placed in columns.</summary>
    public static ImmutableArray<SourceRow> Of(Table table)
    {
        // For each column the first row that no cell from above covers.
        var free = new int[MostColumns];
        var rows = ImmutableArray.CreateBuilder<SourceRow>(table.Rows.Length);
        for (var index = 0; index < table.Rows.Length; index++)
        {
            var row = table.Rows[index];
            var cells = ImmutableArray.CreateBuilder<SourceCell>(row.Cells.Length);
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (column < MostColumns && free[column] > index)
                    column++;
                var isFigure = FigureText.LooksLikeFigure(cell.Text);
                cells.Add(new SourceCell(cell, column, isFigure, isFigure || cell.Text.Length == 0 ? "" : LabelText.Normalise(cell.Text)));
                for (var covered = column; cell.RowSpan > 1 && covered < Math.Min(column + cell.ColumnSpan, MostColumns); covered++)
                    free[covered] = index + cell.RowSpan;
                column += cell.ColumnSpan;
            }

            var own = cells.MoveToImmutable();
            rows.Add(new SourceRow(table, row, table.Shape == TableShape.Ragged ? BrokenLabels.Join(own) : own));
        }

        return rows.MoveToImmutable();
    }
}
