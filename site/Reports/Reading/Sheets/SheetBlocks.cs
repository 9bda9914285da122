using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.PlainText;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.Sheets;

/// <summary>
/// Turns the cells of a sheet into paragraphs and tables: rows that follow each other are a table; a row with a single cell of words above or below it (a title, a note), and a
/// section's heading anywhere, is a paragraph. Only rows and columns in which something begins are looked at.
/// </summary>
/// <param name="shape">Whether the cells are known to stand in their columns.</param>
/// <param name="locate">Where a row (column 0) or a cell stands in the source.</param>
internal sealed class SheetBlocks(TableShape shape, Func<int, int, SourceLocation> locate)
{
    private const int LongestLabel = 40;
    private const string NoteStarts = "注备说";

    /// <summary>The most cells of all tables, blank ones included.</summary>
    public const int MostCells = 1_000_000;

    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private long _cells;

    public ImmutableArray<Block> ToBlocks() => _blocks.ToImmutable();

    public void AddHeading(string text, SourceLocation location) => _blocks.Add(new Heading(text, 2, location));

    /// <param name="cells">The cells of a sheet by row and column; no two cover the same place.</param>
    public void Add(IReadOnlyList<SheetCell> cells)
    {
        var lastRow = cells.Where(cell => cell.Text.Length > 0).Select(cell => cell.Row).DefaultIfEmpty(0).Max();
        var run = new List<List<SheetCell>>();
        var end = 0;
        foreach (var row in cells.Where(cell => cell.Row <= lastRow).GroupBy(cell => cell.Row).Select(group => group.OrderBy(cell => cell.Column).ToList()))
        {
            if (!row.Exists(cell => cell.Text.Length > 0) && row[0].Row > end)
                continue;
            if (row[0].Row > end + 1)
                AddRun(run);
            run.Add(row);
            end = Math.Max(end, row.Where(cell => cell.Text.Length > 0).Select(cell => Math.Min(cell.LastRow, lastRow)).DefaultIfEmpty(row[0].Row).Max());
        }

        AddRun(run);
    }

    private void AddRun(List<List<SheetCell>> run)
    {
        var single = SinglesOf(run);
        var start = 0;
        for (var row = 0; row < run.Count; row++)
        {
            if (single[row] is not { } prose || !IsProse(prose.Text))
                continue;
            AddPart(run, single, start, row);
            AddText(prose);
            start = row + 1;
        }

        AddPart(run, single, start, run.Count);
        run.Clear();
    }

    /// <summary>A table with the lines above and below it.</summary>
    private void AddPart(List<List<SheetCell>> run, SheetCell?[] single, int first, int end)
    {
        while (first < end && single[first] is { } above && (first + 1 == end || single[first + 1] is not null || !HasAlike(single, first, end)))
        {
            AddText(above);
            first++;
        }

        // A row's label whose figures are blank stands alone too, but not several in a row below the others.
        var last = end;
        while (last > first && single[last - 1] is { } below && (below.LastColumn > below.Column || last < end || (last - 1 > first && single[last - 2] is not null)))
            last--;
        AddTable(run.GetRange(first, last - first));
        for (var row = last; row < end; row++)
            AddText(single[row]!.Value);
    }

    /// <summary>For each row its only cell, if that holds words and none from above goes on in the row.</summary>
    private static SheetCell?[] SinglesOf(List<List<SheetCell>> run)
    {
        var single = new SheetCell?[run.Count];
        var reached = 0;
        for (var row = 0; row < run.Count; row++)
        {
            var filled = run[row].FindAll(cell => cell.Text.Length > 0);
            if (filled is [{ IsText: true } only] && run[row][0].Row > reached)
                single[row] = only;
            foreach (var cell in filled)
                reached = Math.Max(reached, cell.LastRow);
        }

        return single;
    }

    /// <summary>Whether a row above a table is the first of its sub-headings: another between its rows covers the same columns.</summary>
    private static bool HasAlike(SheetCell?[] single, int row, int end) =>
        single[row] is { } cell && cell.LastColumn > cell.Column && Enumerable.Range(row + 1, Math.Max(0, end - row - 2)).Any(other =>
            single[other] is { } inner && (inner.Column, inner.LastColumn) == (cell.Column, cell.LastColumn));

    private static bool IsProse(string text) =>
        text.Length > LongestLabel || text.AsSpan().IndexOfAny('。', '；') >= 0 || SectionNumber.StartsHeading(TextFolding.Squeeze(text)) || (NoteStarts.Contains(text[0]) && text.AsSpan().IndexOfAny('：', ':') is > 0 and < 4);

    private void AddText(SheetCell cell)
    {
        foreach (var line in cell.Text.Split('\n'))
            if (CellText.Clean(line) is { Length: > 0 } text)
                _blocks.Add(new Paragraph(text, locate(cell.Row, cell.Column)));
    }

    private void AddTable(List<List<SheetCell>> rows)
    {
        if (rows.Count == 0)
            return;
        var columns = rows.SelectMany(row => row).Where(cell => cell.Text.Length > 0).Select(cell => cell.Column).Distinct().Order().ToList();
        _cells += (long)columns.Count * rows.Count;
        ContentTooLargeException.ThrowIfMore(_cells, MostCells, "格 cells");
        var table = ImmutableArray.CreateBuilder<TableRow>(rows.Count);
        var covered = new int[columns.Count];
        for (var index = 0; index < rows.Count; index++)
            table.Add(new TableRow([.. CellsOf(rows, index, columns, covered)], locate(rows[index][0].Row, 0)));
        _blocks.Add(new Table(table.MoveToImmutable(), shape, locate(rows[0][0].Row, 0) with { Row = 0 }));
    }

    /// <summary>The cells that begin in a row, blank ones included.</summary>
    /// <param name="covered">For each column the last row that a cell from above covers.</param>
    private IEnumerable<Cell> CellsOf(List<List<SheetCell>> rows, int index, List<int> columns, int[] covered)
    {
        var row = rows[index][0].Row;
        var next = 0;
        for (var column = 0; column < columns.Count;)
        {
            if (covered[column] >= row)
            {
                column++;
                continue;
            }

            while (next < rows[index].Count && rows[index][next].LastColumn < columns[column])
                next++;
            var cell = next < rows[index].Count && rows[index][next].Column <= columns[column]
                ? rows[index][next] : new SheetCell(row, columns[column], row, columns[column], "", false);
            var span = 0;
            while (column + span < columns.Count && columns[column + span] <= cell.LastColumn && covered[column + span] < row)
                covered[column + span++] = cell.LastRow;
            var rowSpan = rows.Skip(index).TakeWhile(other => other[0].Row <= cell.LastRow).Count();
            yield return shape == TableShape.Grid
                ? new Cell(cell.Text, locate(cell.Row, cell.Column), span, Math.Max(1, rowSpan))
                : new Cell(cell.Text, locate(cell.Row, cell.Column));
            column += span;
        }
    }
}
