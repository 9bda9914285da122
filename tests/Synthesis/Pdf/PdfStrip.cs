namespace DisclosureArchive.Synthesis;

/// <summary>A table laid out as if the page had no end; what stands between two heights of it is drawn on a page.</summary>
internal sealed class PdfStrip
{
    private const double NarrowGroup = 15;
    private const double DashLength = 3;

    private readonly PdfStyle _style;
    private readonly List<PdfCell> _cells = [];
    private readonly double _left;
    private readonly double _right;

    public PdfStrip(PrintedTable table, double left, double width, PdfStyle style)
    {
        _style = style;
        (_left, _right) = (left, left + width);
        var xs = Positions(Widths(table.Columns, width, style), left);
        var slots = table.Grid().SelectMany(row => row.Where(slot => slot.IsOrigin)).Distinct().ToList();
        var laid = slots.ConvertAll(slot => (Slot: slot, Left: xs[slot.Column], Right: xs[slot.Column + slot.Cell.ColumnSpan]));
        var heights = new double[table.Rows.Length];
        foreach (var (slot, from, to) in laid.OrderBy(cell => cell.Slot.Cell.RowSpan))
        {
            var needed = (LinesOf(slot.Cell.Text, to - from).Count * PdfCell.Pitch) + (2 * PdfCell.Padding);
            var (first, last) = (slot.Row, slot.Row + slot.Cell.RowSpan - 1);
            heights[last] += Math.Max(0, needed - heights[first..(last + 1)].Sum());
        }

        Boundaries = Positions(heights, 0);
        foreach (var (slot, from, to) in laid)
            _cells.Add(CellOf(slot, from, to));
    }

    /// <summary>Where rows begin and end, from 0.</summary>
    public double[] Boundaries { get; }

    public double Height => Boundaries[^1];

    /// <summary>Where a page ends that has this much room, counted from where it begins.</summary>
    public double Cut(double from, double room)
    {
        if (Height - from <= room)
            return Height;
        var boundary = Boundaries.Where(at => at > from + 1 && at - from <= room).DefaultIfEmpty(0).Max();
        if (!_style.BreaksRows && boundary > 0)
            return boundary;
        var limit = from + room;

        // A line is never cut: the page ends above those that the edge would go through.
        while (_cells.SelectMany(cell => cell.Lines).FirstOrDefault(line => line.Y - line.Size < limit && line.Y + (0.2 * line.Size) > limit) is { } line)
            limit = line.Y - line.Size;
        return limit > from + PdfCell.Pitch && limit - boundary > PdfCell.Pitch ? limit : Math.Max(boundary, limit);
    }

    public void Draw(PdfCanvas page, double y, double from, double to)
    {
        foreach (var cell in _cells.Where(cell => cell.Bottom > from + 0.1 && cell.Top < to - 0.1))
        {
            var (top, bottom) = (Math.Max(cell.Top, from) - from + y, Math.Min(cell.Bottom, to) - from + y);
            if (_style.HasBackgrounds && _style.Borders != PdfBorders.None)
                page.Raw("q 0.9 0.95 1 rg").Area(cell.Left, top, cell.Right, bottom).Raw("Q");
            var isOpen = _style.IsOpenAtBreaks && cell.Bottom > to + 0.1;
            DrawBorders(page, cell, top, bottom, isOpen);
            if (_style.HasBackgrounds && !_style.Overflows)
                page.Raw("q").Clip(cell.Left, top, cell.Right, bottom);
            foreach (var line in cell.Lines.Where(line => line.Y > from && line.Y <= to))
            {
                if (_style.HasTimes && PdfCell.IsPlainNumber(line.Text))
                    page.Digits(line.X, line.Y - from + y, line.Size, line.Text);
                else
                    page.Text(line.X, line.Y - from + y, line.Size, line.Text);
            }

            if (_style.HasBackgrounds && !_style.Overflows)
                page.Raw("Q");
        }
    }

    private void DrawBorders(PdfCanvas page, PdfCell cell, double top, double bottom, bool isOpen)
    {
        if (_style.Borders == PdfBorders.Boxes && !isOpen)
        {
            page.Box(cell.Left, top, cell.Right, bottom);
            return;
        }

        DrawSide(page, cell.Left, top, cell.Right, top);
        if (!isOpen)
            DrawSide(page, cell.Left, bottom, cell.Right, bottom);
        if (_style.Borders != PdfBorders.OpenSides || cell.Left > _left + 1)
            DrawSide(page, cell.Left, top, cell.Left, bottom);
        if (_style.Borders != PdfBorders.OpenSides || cell.Right < _right - 1)
            DrawSide(page, cell.Right, top, cell.Right, bottom);
    }

    private void DrawSide(PdfCanvas page, double x0, double y0, double x1, double y1)
    {
        var isAcross = y0 == y1;
        switch (_style.Borders)
        {
            case PdfBorders.None:
                break;
            case PdfBorders.Bands:
                page.Area(x0 - 0.24, y0 - 0.24, x1 + 0.24, y1 + 0.24);
                break;
            case PdfBorders.Double:
                page.Line(x0, y0, x1, y1);
                page.Line(x0 + (isAcross ? 0 : 1.5), y0 + (isAcross ? 1.5 : 0), x1 + (isAcross ? 0 : 1.5), y1 + (isAcross ? 1.5 : 0));
                break;
            case PdfBorders.Dashes:
                var length = x1 - x0 + y1 - y0;
                for (var at = 0.0; at < length; at += 2 * DashLength)
                {
                    var (begin, end) = (at, Math.Min(length, at + DashLength));
                    page.Line(isAcross ? x0 + begin : x0, isAcross ? y0 : y0 + begin, isAcross ? x0 + end : x0, isAcross ? y0 : y0 + end);
                }

                break;
            default:
                page.Line(x0, y0, x1, y1);
                break;
        }
    }

    private PdfCell CellOf(Slot slot, double left, double right)
    {
        var (top, bottom) = (Boundaries[slot.Row], Boundaries[slot.Row + slot.Cell.RowSpan]);
        var lines = LinesOf(slot.Cell.Text, right - left);
        var free = bottom - top - (2 * PdfCell.Padding) - (lines.Count * PdfCell.Pitch);
        var isFigure = PdfCell.IsFigure(slot.Cell.Text);
        var place = isFigure ? _style.Figures : _style.Labels;
        var y = top + PdfCell.Padding + (place == PdfPlace.Top ? 0 : place == PdfPlace.Middle ? free / 2 : free);
        var isCentered = isFigure || slot.Cell.Text.Length < 6;
        var set = new List<PdfCellLine>();
        foreach (var line in lines)
        {
            y += PdfCell.Pitch;
            var room = right - left - 2;
            var size = isFigure && !_style.Overflows ? Math.Min(PdfCell.Size, PdfCell.Size * room / PdfCanvas.WidthOf(line, PdfCell.Size)) : PdfCell.Size;
            var width = PdfCanvas.WidthOf(line, size);
            if (line.Trim().Length > 0)
                set.Add(new PdfCellLine(line, size, isCentered ? (left + right - width) / 2 : left + PdfCell.Padding, y - 3.5));
        }

        return new PdfCell(left, top, right, bottom, set);
    }

    private static List<string> LinesOf(string text, double width) =>
        text.Length == 0 ? [] : PdfCell.IsFigure(text) ? [text] : PdfCell.Wrap(text, width - (2 * PdfCell.Padding), PdfCell.Size);

    private static double[] Widths(int columns, double width, PdfStyle style)
    {
        double[] parts = columns switch
        {
            10 => [style.HasNarrowGroups ? NarrowGroup : 40, style.HasNarrowGroups ? NarrowGroup : 45, 110, .. Enumerable.Repeat(36.0, 7)],
            4 => [170, 95, 95, 95],
            3 => [285, 70, 100],
            _ => [.. Enumerable.Repeat(1.0, columns)],
        };
        return [.. parts.Select(part => part / parts.Sum() * width)];
    }

    private static double[] Positions(double[] widths, double from)
    {
        var positions = new double[widths.Length + 1];
        positions[0] = from;
        for (var i = 0; i < widths.Length; i++)
            positions[i + 1] = positions[i] + widths[i];
        return positions;
    }
}
