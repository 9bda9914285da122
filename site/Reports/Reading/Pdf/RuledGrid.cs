namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>A cell of a <see cref="RuledGrid"/>: the rows and columns between its borders.</summary>
internal readonly record struct RuledCell(int Row, int Column, int RowSpan, int ColumnSpan);

/// <summary>A table drawn with lines: where they run, and the cells between them.</summary>
/// <param name="Xs">Vertical borders from left to right.</param>
/// <param name="Ys">Horizontal borders from top to bottom.</param>
/// <param name="Cells">Row by row, from left to right; together they cover the table.</param>
internal sealed record RuledGrid(double[] Xs, double[] Ys, IReadOnlyList<RuledCell> Cells)
{
    private const double Bleed = 1;

    public double Left => Xs[0];

    public double Right => Xs[^1];

    public double Top => Ys[0];

    public double Bottom => Ys[^1];

    /// <summary>Whether no line closes the table at the bottom: a page ends within it.</summary>
    public bool IsOpen { get; init; }

    public bool Holds(PdfGlyph glyph) =>
        glyph.Center >= Left - Bleed && glyph.Center <= Right + Bleed && glyph.Middle >= Top - Bleed && glyph.Middle <= Bottom + (IsOpen ? glyph.Size : Bleed);

    /// <summary>The interval of ascending borders that a position lies in; beyond the ends the first and the last.</summary>
    public static int IntervalOf(double[] borders, double position)
    {
        var index = 0;
        while (index < borders.Length - 2 && position >= borders[index + 1])
            index++;
        return index;
    }
}
