namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// Puts what is printed within a <see cref="RuledGrid"/> into its cells. A figure too wide for its cell runs over the border: it is put where it belongs
/// as a whole, and where that can't be told it is marked as unreadable in each cell that it touches.
/// </summary>
internal static class CellFiller
{
    private const double SameLine = 0.2;
    private const double RunGap = 0.25;

    /// <summary>How far a border must stand in a character to go through it, as part of its width.</summary>
    private const double Within = 0.15;

    /// <summary>The gap between two numbers in adjoining cells, as part of the font's size; digits of one number stand closer.</summary>
    private const double Apart = 0.1;

    /// <summary>The part of a number that must lie in a cell for it to be the cell's.</summary>
    private const double Most = 0.6;

    private const string Unreadable = "\uFFFD";

    /// <summary>The characters of each cell.</summary>
    public static List<PdfGlyph>[] Fill(RuledGrid grid, IEnumerable<PdfGlyph> glyphs)
    {
        var at = new int[grid.Ys.Length - 1, grid.Xs.Length - 1];
        for (var i = 0; i < grid.Cells.Count; i++)
        {
            var cell = grid.Cells[i];
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                    at[row, column] = i;
        }

        var filled = new List<PdfGlyph>[grid.Cells.Count];
        for (var i = 0; i < filled.Length; i++)
            filled[i] = [];
        foreach (var run in Runs(glyphs))
            Place(run, grid, at, filled);
        return filled;
    }

    private static void Place(List<PdfGlyph> run, RuledGrid grid, int[,] at, List<PdfGlyph>[] filled)
    {
        var row = RuledGrid.IntervalOf(grid.Ys, run[0].Middle);
        int CellOf(double x) => at[row, RuledGrid.IntervalOf(grid.Xs, x)];

        // Parted where a border stands between two characters.
        var start = 0;
        for (var i = 1; i <= run.Count; i++)
        {
            if (i < run.Count && (CellOf(run[i - 1].Center) == CellOf(run[i].Center) || IsThrough(run[i - 1]) || IsThrough(run[i]) || IsOneNumber(run[i - 1], run[i])))
                continue;
            PlacePart(run.GetRange(start, i - start));
            start = i;
        }

        bool IsThrough(PdfGlyph glyph) =>
            CellOf(glyph.Left + (Within * glyph.Width)) != CellOf(glyph.Right - (Within * glyph.Width));

        void PlacePart(List<PdfGlyph> part)
        {
            var (left, right) = (part[0].Left, part[^1].Right);
            var touched = part.Select(glyph => CellOf(glyph.Center)).Distinct().ToList();
            if (touched.Count == 1)
            {
                filled[touched[0]].AddRange(part);
                return;
            }

            var middle = CellOf((left + right) / 2);
            var (from, to) = BordersOf(grid, grid.Cells[middle]);
            var inside = Math.Min(right, to) - Math.Max(left, from);
            var isCentered = left < from && right > to && Math.Abs(from - left - (right - to)) <= part[0].Size / 2;
            if (!part.Exists(glyph => glyph.IsOfNumber))
            {
                foreach (var glyph in part)
                    filled[CellOf(glyph.Center)].Add(glyph);
            }
            else if (isCentered || inside >= Most * (right - left))
            {
                filled[middle].AddRange(part);
            }
            else
            {
                foreach (var cell in touched)
                    filled[cell].AddRange([.. part.Where(glyph => CellOf(glyph.Center) == cell), part[0] with { Text = Unreadable }]);
            }
        }
    }

    private static bool IsOneNumber(PdfGlyph left, PdfGlyph right) =>
        left.IsOfNumber && right.IsOfNumber && right.Left - left.Right < Apart * left.Size;

    private static (double From, double To) BordersOf(RuledGrid grid, RuledCell cell) => (grid.Xs[cell.Column], grid.Xs[cell.Column + cell.ColumnSpan]);

    /// <summary>Characters that stand side by side on one line.</summary>
    private static IEnumerable<List<PdfGlyph>> Runs(IEnumerable<PdfGlyph> glyphs)
    {
        var run = new List<PdfGlyph>();
        foreach (var line in ByBaseline(glyphs))
        {
            foreach (var glyph in line.OrderBy(glyph => glyph.Left))
            {
                if (run.Count > 0 && glyph.Left - run[^1].Right > RunGap * glyph.Size)
                {
                    yield return run;
                    run = [];
                }

                run.Add(glyph);
            }

            if (run.Count > 0)
                yield return run;
            run = [];
        }
    }

    private static IEnumerable<List<PdfGlyph>> ByBaseline(IEnumerable<PdfGlyph> glyphs)
    {
        var line = new List<PdfGlyph>();
        foreach (var glyph in glyphs.Where(glyph => !glyph.IsSpace).OrderBy(glyph => glyph.Baseline))
        {
            if (line.Count > 0 && glyph.Baseline - line[0].Baseline > SameLine * glyph.Size)
            {
                yield return line;
                line = [];
            }

            line.Add(glyph);
        }

        if (line.Count > 0)
            yield return line;
    }
}
