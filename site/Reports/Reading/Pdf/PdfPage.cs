using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>A page as it is shown. Lengths are points; the origin is the top left corner, vertical positions grow downwards.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Glyphs">What is printed, in the order in which the file draws it.</param>
/// <param name="Rules">Ruled lines and the borders of boxes.</param>
/// <param name="Hidden">How many characters the file holds for this page without showing them, such as a scanner's guesses.</param>
internal sealed record PdfPage(
    int Number, double Width, double Height, ImmutableArray<PdfGlyph> Glyphs, ImmutableArray<PdfRule> Rules, int Hidden);

/// <summary>A character, or several that the font draws as one, as it stands on a page.</summary>
/// <param name="Baseline">Vertical position of the line that it stands on.</param>
/// <param name="Width">How far it moves the pen.</param>
/// <param name="Size">Size of the font as shown.</param>
internal readonly record struct PdfGlyph(string Text, double Left, double Baseline, double Width, double Size)
{
    private const double HalfOfBody = 0.35;

    public double Right => Left + Width;

    public double Center => Left + (Width / 2);

    /// <summary>Vertical position of its middle.</summary>
    public double Middle => Baseline - (Size * HalfOfBody);

    public bool IsSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>A digit or a mark within a number.</summary>
    public bool IsOfNumber => Text.Length == 1 && Text[0] is (>= '0' and <= '9') or '.' or ',' or '%' or (>= '０' and <= '９') or '．' or '，';

    /// <summary>One that takes half of a Han character's room.</summary>
    public bool IsNarrow => Text.Length > 0 && Text[0] < '\u2000';
}

/// <summary>A straight line, nearly horizontal or nearly vertical.</summary>
internal readonly record struct PdfRule(double Left, double Top, double Right, double Bottom)
{
    public bool IsHorizontal => Right - Left >= Bottom - Top;

    public double Length => Math.Max(Right - Left, Bottom - Top);
}
