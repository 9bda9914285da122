using System.Text;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Characters that stand on one line, from left to right.</summary>
internal sealed class PdfLine
{
    private const double SameLine = 0.45;
    private const double SamePlace = 0.15;
    private const double NarrowGap = 0.2;
    private const double WideGap = 1.6;
    private const double RaisedSize = 0.8;
    private const double RaisedBy = 0.15;
    private const double RaisedReach = 0.5;

    private PdfLine(List<PdfGlyph> glyphs, string? text = null)
    {
        Glyphs = glyphs;
        Size = glyphs.Max(glyph => glyph.Size);
        Baseline = glyphs.Where(glyph => glyph.Size >= Size * RaisedSize).Average(glyph => glyph.Baseline);
        Text = text ?? TextOf(glyphs);
        LastBaseline = Baseline;
    }

    /// <summary>Without blanks; a gap says what a blank says, and says it of justified text too.</summary>
    public IReadOnlyList<PdfGlyph> Glyphs { get; }

    public double Size { get; }

    public double Baseline { get; }

    /// <summary>Baseline of the last line that was put <see cref="Above"/>.</summary>
    public double LastBaseline { get; private init; }

    public double Left => Glyphs[0].Left;

    public double Right => Glyphs[^1].Right;

    /// <summary>Its text: raised small characters as superscripts, a blank where a gap parts words, numbers or columns.</summary>
    public string Text { get; }

    /// <summary>The lines of these characters, from top to bottom. What is printed twice in one place, to look bold, counts once.</summary>
    public static List<PdfLine> Of(IEnumerable<PdfGlyph> glyphs)
    {
        var lines = new List<PdfLine>();
        var line = new List<PdfGlyph>();
        var last = 0.0;
        foreach (var glyph in glyphs.Where(glyph => !glyph.IsSpace).OrderBy(glyph => glyph.Baseline).ThenBy(glyph => glyph.Left))
        {
            if (line.Count > 0 && glyph.Baseline - last > ReachOf(glyph.Size, line.Max(other => other.Size)))
            {
                lines.Add(new PdfLine(InOrder(line)));
                line = [];
            }

            line.Add(glyph);
            last = line.Count == 1 ? glyph.Baseline : Math.Max(last, glyph.Baseline);
        }

        if (line.Count > 0)
            lines.Add(new PdfLine(InOrder(line)));
        return lines;
    }

    /// <summary>Parts of the line that are further apart than the given number of characters.</summary>
    public List<PdfLine> Split(double gap) => Split((left, right) => right.Left - left.Right > gap * Math.Max(left.Size, right.Size));

    /// <summary>Parts of the line where it has a gap at one of these places.</summary>
    public List<PdfLine> SplitAt(List<double> places) => Split((left, right) =>
        right.Left - left.Right > NarrowGap * right.Size && places.Exists(place => place > left.Center && place < right.Center));

    private List<PdfLine> Split(Func<PdfGlyph, PdfGlyph, bool> isApart)
    {
        var parts = new List<PdfLine>();
        var start = 0;
        for (var i = 1; i <= Glyphs.Count; i++)
        {
            if (i < Glyphs.Count && !isApart(Glyphs[i - 1], Glyphs[i]))
                continue;
            parts.Add(new PdfLine([.. Glyphs.Skip(start).Take(i - start)]));
            start = i;
        }

        return parts;
    }

    /// <summary>This line with the one below it, as one text.</summary>
    public PdfLine Above(PdfLine below) => new([.. Glyphs], Text + below.Text) { LastBaseline = below.Baseline };

    /// <summary>How far apart the baselines of one line may be: a raised mark stands up to half of the text's size above it.</summary>
    private static double ReachOf(double size, double other) =>
        Math.Min(size, other) <= RaisedSize * Math.Max(size, other) ? RaisedReach * Math.Max(size, other) : SameLine * Math.Min(size, other);

    private static List<PdfGlyph> InOrder(List<PdfGlyph> line)
    {
        line.Sort((a, b) => a.Left.CompareTo(b.Left));
        var kept = new List<PdfGlyph>(line.Count);
        foreach (var glyph in line)
        {
            var isRepeated = false;
            for (var i = kept.Count - 1; i >= 0 && glyph.Left - kept[i].Left <= SamePlace * glyph.Size && !isRepeated; i--)
                isRepeated = kept[i].Text == glyph.Text && Math.Abs(kept[i].Baseline - glyph.Baseline) <= SamePlace * glyph.Size;
            if (!isRepeated)
                kept.Add(glyph);
        }

        return kept;
    }

    private static string TextOf(List<PdfGlyph> glyphs)
    {
        var size = glyphs.Max(glyph => glyph.Size);
        var full = glyphs.Where(glyph => glyph.Size > size * RaisedSize).ToList();
        var baseline = full.Average(glyph => glyph.Baseline);
        var text = new StringBuilder(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (i > 0 && IsGap(glyphs[i - 1], glyph))
                text.Append(' ');
            var isRaised = glyph.Size <= size * RaisedSize && baseline - glyph.Baseline > RaisedBy * size;
            text.Append(isRaised ? Superscript.Of(glyph.Text) : glyph.Text);
        }

        return VisibleText.Clean(text.ToString());
    }

    private static bool IsGap(PdfGlyph left, PdfGlyph right)
    {
        var gap = (right.Left - left.Right) / Math.Max(left.Size, right.Size);
        return gap > (left.IsNarrow && right.IsNarrow ? NarrowGap : WideGap);
    }
}
