using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>A table while it is being read, with the places of its cells' borders, so that parts on several pages can be put together.</summary>
internal sealed class PdfTable
{
    private const double SameBorder = 6;
    private const double DigitWidth = 0.55;
    private const string NumberMarks = "（(、.．";
    private const string NumberEnds = "）)、.．";
    private const string Unreadable = "\uFFFD";

    /// <param name="IsFull">Its last line fills it: what follows on the next page may be the same label.</param>
    private sealed record PlacedCell(double Left, double Right, int RowSpan, string Text, bool IsFull, int Page)
    {
        /// <summary>Words, or a number that stands before them: 7. or (3).</summary>
        public bool IsLabel => Text.Any(TextFolding.IsHan) || (Text.Length is 2 or 3 && NumberEnds.Contains(Text[^1], StringComparison.Ordinal));

        public bool IsFigure => Text.Length > 0 && !IsLabel;

        public bool IsRepeatedBy(PlacedCell other) => HasBordersOf(other) && RowSpan == other.RowSpan && Text == other.Text;

        public bool HasBordersOf(PlacedCell other) => Math.Abs(Left - other.Left) <= SameBorder && Math.Abs(Right - other.Right) <= SameBorder;
    }

    private readonly List<List<PlacedCell>> _rows = [];
    private readonly int _page;

    private PdfTable(int page) => _page = page;

    private double Left => _rows.SelectMany(row => row).Min(cell => cell.Left);

    private double Right => _rows.SelectMany(row => row).Max(cell => cell.Right);

    /// <summary>The table of a grid on a page.</summary>
    public static PdfTable Of(RuledGrid grid, PdfPage page)
    {
        var filled = CellFiller.Fill(grid, page.Glyphs.Where(grid.Holds));
        var lines = filled.Select(PdfLine.Of).ToList();
        var padding = Padding(grid, lines);
        var table = new PdfTable(page.Number);
        for (var row = 0; row < grid.Ys.Length - 1; row++)
            table._rows.Add([]);
        for (var i = 0; i < grid.Cells.Count; i++)
        {
            var cell = grid.Cells[i];
            var (left, right) = (grid.Xs[cell.Column], grid.Xs[cell.Column + cell.ColumnSpan]);
            var width = right - left - (2 * padding);
            var isFull = lines[i].Count > 0 && lines[i][^1] is var last && last.Right - last.Left + last.Size > width;
            table._rows[cell.Row].Add(new PlacedCell(left, right, cell.RowSpan, TextOf(lines[i], width), isFull, page.Number));
        }

        return table;
    }

    /// <summary>Whether a table that begins a page may go on with this one, which ends the page before.</summary>
    public bool IsContinuedBy(PdfTable next) =>
        Math.Abs(next.Left - Left) <= SameBorder && Math.Abs(next.Right - Right) <= SameBorder;

    /// <summary>Adds the part on the next page. A cell that spans rows goes on there.</summary>
    public void Append(PdfTable next)
    {
        next._rows.RemoveRange(0, CountRepeated(next));
        if (_rows.Count == 0 || next._rows.Count == 0)
            return;
        var first = next._rows[0].ToList();
        foreach (var lower in next._rows[0])
        {
            if (FindAbove(lower) is not (var (row, index)))
                continue;
            var upper = _rows[row][index];
            var goesOn = lower.RowSpan > 1 || (upper.RowSpan > 1 && lower.Text.Length == 0 && HasLabelBehind(next._rows[0], lower));
            if (!goesOn || (upper.Text.Length > 0 && BeginsAnew(lower.Text)))
                continue;
            _rows[row][index] = upper with { RowSpan = upper.RowSpan + lower.RowSpan, Text = $"{upper.Text}\n{lower.Text}".Trim() };
            first.Remove(lower);
        }

        if (IsRestOfRow(first))
        {
            _rows[^1] = _rows[^1].ConvertAll(upper => first.Find(upper.HasBordersOf) is { Text.Length: > 0 } lower
                ? upper with { Text = $"{upper.Text}\n{lower.Text}".Trim() }
                : upper);
        }
        else
        {
            if (MayBeRestOfRow(first))
                _rows[^1] = _rows[^1].ConvertAll(upper => upper.Text.Length == 0 ? upper with { Text = Unreadable } : upper);
            _rows.Add(first);
        }

        _rows.AddRange(next._rows.Skip(1));
    }

    /// <summary>How many rows at the top of the next part are this table's header again.</summary>
    private int CountRepeated(PdfTable next)
    {
        var most = Math.Min(_rows.Count, next._rows.Count - 1);
        var count = 0;
        while (count < most && _rows[count].Count == next._rows[count].Count && _rows[count].Zip(next._rows[count]).All(pair => pair.First.IsRepeatedBy(pair.Second)))
            count++;

        // Whole: no cell of it goes on below; and it names columns.
        while (count > 0 && Enumerable.Range(0, count).Any(row => next._rows[row].Exists(cell => row + cell.RowSpan > count)))
            count--;
        return next._rows.Take(count).Any(row => row.Exists(cell => cell.IsFigure)) ? 0 : count;
    }

    /// <summary>
    /// Whether the page was turned within a row: its figures stand on one of the pages only, and its label goes on without a number of its own, or there is
    /// none. If the figures are the lower part's, they are its own unless the label above fills its cell, so that it must go on.
    /// </summary>
    private bool IsRestOfRow(List<PlacedCell> first)
    {
        var last = _rows[^1].FindAll(cell => cell.RowSpan == 1);
        if (first.Count == 0 || last.Count != first.Count || !first.TrueForAll(lower => last.Exists(lower.HasBordersOf)))
            return false;
        var hasFigures = last.Exists(cell => cell.IsFigure);
        if (hasFigures == first.Exists(cell => cell.IsFigure))
            return false;
        var labels = last.FindAll(cell => cell.IsLabel).ConvertAll(upper => (Upper: upper, Lower: first.Find(upper.HasBordersOf)!));
        return labels.Count > 0 && !first.Exists(lower => lower.IsLabel && !labels.Exists(pair => pair.Lower == lower))
            && labels.TrueForAll(pair => pair.Lower.Text.Length == 0 || ((pair.Upper.IsFull || (hasFigures && BeginsAnew(pair.Upper.Text))) && !BeginsAnew(pair.Lower.Text)));
    }

    /// <summary>
    /// Whether it can't be told if a row ends the page without figures, or goes on with a label that has no number of its own: then its figures are not blank but unknown.
    /// </summary>
    private bool MayBeRestOfRow(List<PlacedCell> first)
    {
        var (upper, lower) = (_rows[^1].FindAll(cell => cell.IsLabel), first.FindAll(cell => cell.IsLabel));
        return upper.Count > 0 && !_rows[^1].Exists(cell => cell.IsFigure) && first.Exists(cell => cell.IsFigure)
            && lower.TrueForAll(cell => !BeginsAnew(cell.Text) && upper.Exists(other => other.HasBordersOf(cell)));
    }

    public Table ToTable(int number)
    {
        var borders = new List<double>();
        foreach (var at in _rows.SelectMany(row => row).SelectMany(cell => new[] { cell.Left, cell.Right }).Order())
            if (borders.Count == 0 || at - borders[^1] > SameBorder)
                borders.Add(at);
        int BorderAt(double at) => borders.FindLastIndex(border => at >= border - 0.01);

        var rows = ImmutableArray.CreateBuilder<TableRow>(_rows.Count);
        foreach (var row in _rows)
        {
            var location = new SourceLocation(Table: number, Row: rows.Count + 1, Page: row.Count > 0 ? row[0].Page : _page);
            var cells = ImmutableArray.CreateBuilder<Cell>(row.Count);
            foreach (var cell in row)
                cells.Add(new Cell(
                    cell.Text, location with { Cell = cells.Count + 1 }, Math.Max(1, BorderAt(cell.Right) - BorderAt(cell.Left)),
                    Math.Min(cell.RowSpan, _rows.Count - rows.Count)));
            rows.Add(new TableRow(cells.ToImmutable(), location));
        }

        return new Table(rows.ToImmutable(), TableShape.Grid, new SourceLocation(Table: number, Page: _page));
    }

    /// <summary>The cell of the last rows that ends at the bottom of this part and has the borders of a cell below.</summary>
    private (int Row, int Index)? FindAbove(PlacedCell lower)
    {
        for (var row = 0; row < _rows.Count; row++)
            for (var index = 0; index < _rows[row].Count; index++)
                if (_rows[row][index] is var cell && row + cell.RowSpan == _rows.Count && cell.HasBordersOf(lower))
                    return (row, index);
        return null;
    }

    private static bool HasLabelBehind(List<PlacedCell> row, PlacedCell cell) =>
        row.Exists(other => other.Left >= cell.Right - SameBorder && other.IsLabel);

    /// <summary>Whether a label begins with a number, as labels of the form do: 三、 （四） 5.</summary>
    private static bool BeginsAnew(string text) =>
        text.Length > 1 && (NumberMarks.Contains(text[0], StringComparison.Ordinal) || NumberMarks.Contains(text[1], StringComparison.Ordinal));

    /// <summary>The least distance of any text from its border.</summary>
    private static double Padding(RuledGrid grid, List<List<PdfLine>> lines)
    {
        var padding = double.MaxValue;
        for (var i = 0; i < lines.Count; i++)
            foreach (var line in lines[i])
                padding = Math.Min(padding, line.Left - grid.Xs[grid.Cells[i].Column]);
        return Math.Clamp(padding, 0, SameBorder);
    }

    /// <summary>A cell's lines; a number that had to be broken because it fills its cell is one number.</summary>
    private static string TextOf(List<PdfLine> lines, double width)
    {
        if (lines.Count == 0)
            return "";
        var text = lines[0].Text;
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, below) = (lines[i - 1], lines[i]);
            var isBroken = IsDigits(above) && IsDigits(below)
                && (above.Text[^1] is ',' or '，' || (above.Glyphs.Count > 1 && above.Right - above.Left + (DigitWidth * below.Size) > width));
            text += (isBroken ? "" : "\n") + lines[i].Text;
        }

        return text;
    }

    private static bool IsDigits(PdfLine line) => line.Glyphs.All(glyph => glyph.IsOfNumber) && !line.Text.Contains(' ', StringComparison.Ordinal);
}
