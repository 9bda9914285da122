using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>What a box is drawn with.</summary>
public enum BoxCharacters
{
    /// <summary><c>┌─┬─┐</c>.</summary>
    Lines,

    /// <summary><c>+---+</c>.</summary>
    Ascii,
}

/// <summary>Tables drawn with lines; labels are broken inside their cells, and the rules leave out what a merged cell covers.</summary>
public sealed record BoxTextLayout(BoxCharacters Characters)
    : TextLayout(Characters == BoxCharacters.Lines ? "box-text" : "ascii-box-text", ".txt")
{
    private const int StubWidth = 16;

    // By which of its four sides a joint has a line: 1 up, 2 down, 4 left, 8 right.
    private const string Joints = " │││─┘┐┤─└┌├─┴┬┼";

    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        var grid = table.Grid();
        var rows = table.Rows.Length;
        var columns = table.Columns;
        var widths = Widths(grid, columns);
        var heights = Heights(grid, widths, rows);

        // Canvas: a column of joints before each column and after the last; the same for rows.
        var lefts = Offsets(widths.Select(width => width + 2));
        var tops = Offsets(heights);
        var canvas = new char[tops[rows] + 1, lefts[columns] + 1];
        for (var y = 0; y <= tops[rows]; y++)
            for (var x = 0; x <= lefts[columns]; x++)
                canvas[y, x] = ' ';

        bool IsRule(int row, int column) =>
            row == 0 || row == rows || !ReferenceEquals(grid[row - 1][column].Cell, grid[row][column].Cell);
        bool IsBar(int row, int column) =>
            column == 0 || column == columns || !ReferenceEquals(grid[row][column - 1].Cell, grid[row][column].Cell);

        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
            {
                var up = row > 0 && IsBar(row - 1, column);
                var down = row < rows && IsBar(row, column);
                var left = column > 0 && IsRule(row, column - 1);
                var right = column < columns && IsRule(row, column);
                var sides = (up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0);
                canvas[tops[row], lefts[column]] = Characters == BoxCharacters.Lines
                    ? Joints[sides]
                    : sides switch { 0 => ' ', 3 => '|', 12 => '-', _ => '+' };
                if (right)
                    for (var x = lefts[column] + 1; x < lefts[column + 1]; x++)
                        canvas[tops[row], x] = Characters == BoxCharacters.Lines ? '─' : '-';
                if (down)
                    for (var y = tops[row] + 1; y < tops[row + 1]; y++)
                        canvas[y, lefts[column]] = Characters == BoxCharacters.Lines ? '│' : '|';
            }
        }

        foreach (var slot in grid.SelectMany(row => row).Where(slot => slot.IsOrigin))
        {
            var width = SpanWidth(slot, widths);
            var lines = DisplayWidth.Wrap(slot.Cell.Text, width);
            for (var line = 0; line < lines.Count; line++)
            {
                var x = lefts[slot.Column] + 2;
                foreach (var character in lines[line])
                {
                    canvas[tops[slot.Row] + 1 + line, x] = character;
                    x += DisplayWidth.Of(character);
                    if (DisplayWidth.Of(character) == 2)
                        canvas[tops[slot.Row] + 1 + line, x - 1] = '\0';
                }
            }
        }

        text.Append('\n');
        for (var y = 0; y <= tops[rows]; y++)
        {
            for (var x = 0; x <= lefts[columns]; x++)
                if (canvas[y, x] != '\0')
                    text.Append(canvas[y, x]);
            text.Append('\n');
        }

        text.Append('\n');
    }

    private static int[] Widths(Slot[][] grid, int columns) =>
    [
        .. Enumerable.Range(0, columns).Select(column => grid.Max(row =>
            row[column] is { IsOrigin: true, Cell.ColumnSpan: 1 } slot
                ? Math.Min(StubWidth, slot.Cell.Text.Split('\n').Max(DisplayWidth.Of))
                : 4))
    ];

    private static int SpanWidth(Slot slot, int[] widths) =>
        Enumerable.Range(slot.Column, slot.Cell.ColumnSpan).Sum(column => widths[column] + 3) - 3;

    /// <summary>Text lines of each row; the last row of a merged cell grows if the cell's text needs it.</summary>
    private static int[] Heights(Slot[][] grid, int[] widths, int rows)
    {
        var heights = Enumerable.Repeat(1, rows).ToArray();
        foreach (var slot in grid.SelectMany(row => row).Where(slot => slot.IsOrigin).OrderBy(slot => slot.Cell.RowSpan))
        {
            var needed = DisplayWidth.Wrap(slot.Cell.Text, SpanWidth(slot, widths)).Count;
            var there = Enumerable.Range(slot.Row, slot.Cell.RowSpan).Sum(row => heights[row] + 1) - 1;
            heights[slot.Row + slot.Cell.RowSpan - 1] += Math.Max(0, needed - there);
        }

        return heights;
    }

    /// <summary>Where each joint stands: one place for the joint, then the room of the row or column.</summary>
    private static int[] Offsets(IEnumerable<int> sizes)
    {
        var offsets = new List<int> { 0 };
        foreach (var size in sizes)
            offsets.Add(offsets[^1] + size + 1);
        return [.. offsets];
    }
}
