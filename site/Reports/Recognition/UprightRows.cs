using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>The rows of a source table the way the form has them: a table 三 whose labels stand behind the figures, or whose rows and columns are exchanged, is turned.</summary>
internal static class UprightRows
{
    private const int FewestMirrored = 2;
    private const int FewestLabels = 5;
    private const int FewestColumns = 3;
    private const int HeaderRows = 3;

    public static ImmutableArray<SourceRow> Of(Table table)
    {
        var rows = SourceRow.Of(table);
        if (IsMirrored(rows))
            return [.. rows.Select(Mirror)];
        return IsTransposed(rows) && Transpose(table, rows) is { } turned ? turned : rows;
    }

    /// <summary>Whether every row with figures has them before its only label, and such labels are the form's.</summary>
    private static bool IsMirrored(ImmutableArray<SourceRow> rows)
    {
        var found = 0;
        foreach (var row in rows)
        {
            if (!row.HasFigures)
                continue;
            if (!row.Cells[^1].IsLabel || row.Cells.Count(cell => cell.IsLabel) != 1)
                return false;
            if (RowOf(row.Cells[^1]) >= 0)
                found++;
        }

        return found >= FewestMirrored;
    }

    /// <summary>The label before the figures; their places stay as they are.</summary>
    private static SourceRow Mirror(SourceRow row) =>
        row.HasFigures ? row with { Cells = [row.Cells[^1] with { Column = -1 }, .. row.Cells[..^1]] } : row;

    private static bool IsTransposed(ImmutableArray<SourceRow> rows)
    {
        var labelled = rows.Where(row => row.HasFigures).Select(row => row.Cells.TakeWhile(cell => !cell.IsFigure).Where(cell => cell.IsLabel).ToList()).ToList();
        return rows.Take(HeaderRows).SelectMany(row => row.Cells).Select(RowOf).Where(index => index >= 0).Distinct().Count() >= FewestLabels
            && labelled.Count(labels => labels.Exists(cell => FormIndexes.RequestColumns.FindKey(cell.Key) is [{ Score: >= 1 }])) >= FewestColumns
            && !labelled.Exists(labels => labels.Exists(cell => RowOf(cell) is >= 0 and var index && !FormIndexes.CommonRequestRows.Contains(index)));
    }

    /// <summary>The form's row whose very words a cell has, or -1.</summary>
    private static int RowOf(SourceCell cell) => cell.IsLabel && FormIndexes.RequestRows.FindKey(cell.Key) is [{ Score: >= 1 } row, ..] ? row.Index : -1;

    /// <summary>The columns as rows; null if rows do not cover the same columns, so that something may be shifted.</summary>
    private static ImmutableArray<SourceRow>? Transpose(Table table, ImmutableArray<SourceRow> rows)
    {
        var width = rows.Max(row => row.Cells.IsEmpty ? 0 : row.Cells[^1].Column + row.Cells[^1].Cell.ColumnSpan);
        var places = rows.SelectMany((row, index) => row.Cells.Select(cell => (Cell: cell, Row: index))).ToList();
        if (places.Sum(place => place.Cell.Cell.ColumnSpan * place.Cell.Cell.RowSpan) != width * rows.Length)
            return null;
        return [.. places.GroupBy(place => place.Cell.Column).OrderBy(column => column.Key).Select(column => new SourceRow(
            table, new TableRow([.. column.Select(place => place.Cell.Cell)], column.First().Cell.Cell.Location),
            [.. column.Select(place => place.Cell with { Column = place.Row, Cell = place.Cell.Cell with { ColumnSpan = place.Cell.Cell.RowSpan, RowSpan = place.Cell.Cell.ColumnSpan } })]))];
    }
}
