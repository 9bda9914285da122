namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// Finds the tables that a page draws with lines. Lines that touch belong to one table; where no line parts two cells they are one. Double lines, lines made of
/// pieces, boxes around each cell and open sides are taken as they look.
/// </summary>
internal static class RuledGridFinder
{
    /// <summary>Lines nearer than this are one line, drawn double or in pieces.</summary>
    private const double Near = 2.5;
    private const double Touching = 4;
    private const double ShortestRule = 4;
    private const double SmallestTable = 12;

    // A page has some hundred lines; a drawing may have many thousands, and is no table.
    private const int MostLines = 3000;
    private const int MostCells = 20_000;

    private sealed class Line(double at, double from, double to)
    {
        public double At { get; } = at;

        public double From { get; } = from;

        public double To { get; set; } = to;

        public int Table { get; set; } = -1;
    }

    /// <summary>The tables of a page from top to bottom.</summary>
    public static List<RuledGrid> Find(PdfPage page)
    {
        var rules = page.Rules.Where(rule => rule.Length >= ShortestRule).ToList();
        var across = Merge(rules.Where(rule => rule.IsHorizontal).Select(rule => new Line((rule.Top + rule.Bottom) / 2, rule.Left, rule.Right)));
        var down = Merge(rules.Where(rule => !rule.IsHorizontal).Select(rule => new Line((rule.Left + rule.Right) / 2, rule.Top, rule.Bottom)));
        if (across.Count + down.Count > MostLines)
            return [];
        var tables = Connect(across, down);
        AttachSides(down, tables);
        var grids = new List<RuledGrid>();
        for (var table = 0; table < tables; table++)
            if (GridOf(across.FindAll(line => line.Table == table), down.FindAll(line => line.Table == table)) is { } grid)
                grids.Add(grid);

        // A frame around the page, or around a table, holds others and has no cells of its own.
        grids.RemoveAll(grid => grid.Cells.Count < 2 || grids.Exists(other => other != grid && IsWithin(other, grid) && grid.Cells.Count < other.Cells.Count));
        grids.Sort((a, b) => a.Top.CompareTo(b.Top));
        return grids;
    }

    private static bool IsWithin(RuledGrid inner, RuledGrid outer) =>
        inner.Left >= outer.Left && inner.Right <= outer.Right && inner.Top >= outer.Top && inner.Bottom <= outer.Bottom;

    /// <summary>Joins pieces of a line and lines drawn double; each line is placed in the middle of what made it.</summary>
    private static List<Line> Merge(IEnumerable<Line> pieces)
    {
        var merged = new List<Line>();
        var sorted = pieces.OrderBy(line => line.At).ToList();
        for (var start = 0; start < sorted.Count;)
        {
            var end = start + 1;
            while (end < sorted.Count && sorted[end].At - sorted[end - 1].At <= Near && sorted[end].At - sorted[start].At <= 2 * Near)
                end++;
            var at = sorted.GetRange(start, end - start).Average(line => line.At);
            Line? last = null;
            foreach (var piece in sorted.GetRange(start, end - start).OrderBy(line => line.From))
            {
                if (last is not null && piece.From <= last.To + Touching)
                    last.To = Math.Max(last.To, piece.To);
                else
                    merged.Add(last = new Line(at, piece.From, piece.To));
            }

            start = end;
        }

        return merged;
    }

    /// <summary>Numbers the tables: lines that touch are of one.</summary>
    private static int Connect(List<Line> across, List<Line> down)
    {
        var tables = 0;
        var open = new Stack<(Line Line, bool IsAcross)>();
        foreach (var first in across)
        {
            if (first.Table >= 0)
                continue;
            first.Table = tables;
            open.Push((first, true));
            while (open.TryPop(out var next))
            {
                foreach (var other in next.IsAcross ? down : across)
                {
                    if (other.Table >= 0 || !Touch(next.Line, other))
                        continue;
                    other.Table = tables;
                    open.Push((other, !next.IsAcross));
                }
            }

            tables++;
        }

        return tables;
    }

    /// <summary>The side of a cell that spans the whole page meets no other line; it runs beside the table as far as that goes.</summary>
    private static void AttachSides(List<Line> down, int tables)
    {
        for (var table = 0; table < tables; table++)
        {
            var own = down.FindAll(line => line.Table == table);
            if (own.Count < 2)
                continue;
            var (top, bottom) = (own.Min(line => line.From), own.Max(line => line.To));
            foreach (var side in down)
                if (side.Table < 0 && Math.Abs(side.From - top) <= SmallestTable && Math.Abs(side.To - bottom) <= SmallestTable)
                    side.Table = table;
        }
    }

    private static bool Touch(Line a, Line b) =>
        a.At >= b.From - Touching && a.At <= b.To + Touching && b.At >= a.From - Touching && b.At <= a.To + Touching;

    private static RuledGrid? GridOf(List<Line> across, List<Line> down)
    {
        if (across.Count + down.Count < 3)
            return null;
        var xs = Borders(down.Select(line => line.At), across.Min(line => line.From), across.Max(line => line.To));
        var ys = Borders(across.Select(line => line.At), down.Min(line => line.From), down.Max(line => line.To));
        if (xs.Length < 2 || ys.Length < 2 || xs[^1] - xs[0] < SmallestTable || ys[^1] - ys[0] < SmallestTable || xs.Length * ys.Length > MostCells)
            return null;

        var (rows, columns) = (ys.Length - 1, xs.Length - 1);
        bool HasBorderRight(int row, int column) => IsCovered(down, xs[column + 1], (ys[row] + ys[row + 1]) / 2);
        bool HasBorderBelow(int row, int column) => IsCovered(across, ys[row + 1], (xs[column] + xs[column + 1]) / 2);

        var taken = new bool[rows, columns];
        var cells = new List<RuledCell>();
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (taken[row, column])
                    continue;
                var width = 1;
                while (column + width < columns && !taken[row, column + width] && !HasBorderRight(row, column + width - 1))
                    width++;
                var height = 1;
                while (row + height < rows && IsOpenBelow(row + height - 1, column, width))
                    height++;
                for (var r = row; r < row + height; r++)
                    for (var c = column; c < column + width; c++)
                        taken[r, c] = true;
                cells.Add(new RuledCell(row, column, height, width));
            }
        }

        return new RuledGrid(xs, ys, cells) { IsOpen = !IsCovered(across, ys[^1], (xs[^2] + xs[^1]) / 2) };

        // The row below continues the cell: nothing parts them, nor its own width.
        bool IsOpenBelow(int row, int column, int width)
        {
            for (var c = column; c < column + width; c++)
                if (taken[row + 1, c] || HasBorderBelow(row, c) || (c < column + width - 1 && HasBorderRight(row + 1, c)))
                    return false;
            return column + width >= columns || HasBorderRight(row + 1, column + width - 1);
        }
    }

    private static double[] Borders(IEnumerable<double> lines, double from, double to)
    {
        var borders = new List<double>();
        foreach (var at in lines.Append(from).Append(to).Order())
            if (borders.Count == 0 || at - borders[^1] > Touching)
                borders.Add(at);
        return [.. borders];
    }

    private static bool IsCovered(List<Line> lines, double at, double position) =>
        lines.Exists(line => Math.Abs(line.At - at) <= Touching && line.From <= position && line.To >= position);
}
