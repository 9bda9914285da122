using System.Globalization;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>How a file sets characters further apart than they are wide.</summary>
public enum PdfSpacing
{
    /// <summary>Each character is placed on its own.</summary>
    Places,

    /// <summary>By the space between characters (<c>Tc</c>).</summary>
    CharacterSpace,

    /// <summary>By numbers between characters (<c>TJ</c>).</summary>
    Numbers,

    /// <summary>By blanks between characters, as <c>邮 编 ： 223100</c>.</summary>
    Blanks,
}

/// <summary>
/// Writes the drawing operators of a page. Lengths are points; the origin is the top left corner, <c>y</c> grows downwards, text stands on its <c>y</c>.
/// </summary>
public sealed class PdfCanvas(double height)
{
    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    /// <summary>Adds operators as they are.</summary>
    public PdfCanvas Raw(string operators)
    {
        _content.Append(operators).Append('\n');
        return this;
    }

    /// <summary>Width of a text: Latin letters and digits take half of what Han characters take.</summary>
    public static double WidthOf(string text, double size) => text.Sum(c => WidthOf(c) * size);

    public static double WidthOf(char c) => c is >= ' ' and <= '~' ? 0.5 : 1;

    /// <param name="extra">How much further apart than usual its characters stand.</param>
    public PdfCanvas Text(double x, double y, double size, string text, double extra = 0, PdfSpacing spacing = PdfSpacing.Numbers)
    {
        var begin = $"BT /F1 {N(size)} Tf 1 0 0 1 {N(x)} {N(height - y)} Tm ";
        if (extra == 0)
            return Raw($"{begin}<{Hex(text)}> Tj ET");
        switch (spacing)
        {
            case PdfSpacing.CharacterSpace:
                return Raw($"{begin}{N(extra)} Tc <{Hex(text)}> Tj 0 Tc ET");
            case PdfSpacing.Numbers:
                return Raw($"{begin}[{string.Concat(text.Select(c => $"<{Hex(c.ToString())}>{N(-extra / size * 1000)} "))}] TJ ET");
            case PdfSpacing.Blanks:
                return Raw($"{begin}[{string.Concat(text.Select(c => $"<{Hex(c + " ")}>{N(500 - (extra / size * 1000))} "))}] TJ ET");
            default:
                foreach (var c in text)
                {
                    Text(x, y, size, c.ToString());
                    x += (WidthOf(c) * size) + extra;
                }

                return this;
        }
    }

    /// <summary>Digits in Times, which has other widths for what is not a digit.</summary>
    public PdfCanvas Digits(double x, double y, double size, string digits) =>
        Raw($"BT /F2 {N(size)} Tf 1 0 0 1 {N(x)} {N(height - y)} Tm ({digits}) Tj ET");

    public PdfCanvas Line(double x0, double y0, double x1, double y1) => Raw($"{N(x0)} {N(height - y0)} m {N(x1)} {N(height - y1)} l S");

    public PdfCanvas Box(double left, double top, double right, double bottom) => Raw($"{Rectangle(left, top, right, bottom)} S");

    public PdfCanvas Area(double left, double top, double right, double bottom) => Raw($"{Rectangle(left, top, right, bottom)} f");

    public PdfCanvas Clip(double left, double top, double right, double bottom) => Raw($"{Rectangle(left, top, right, bottom)} W n");

    private string Rectangle(double left, double top, double right, double bottom) => $"{N(left)} {N(height - bottom)} {N(right - left)} {N(bottom - top)} re";

    private static string Hex(string text) => string.Concat(text.Select(c => ((int)c).ToString("X4", CultureInfo.InvariantCulture)));

    private static string N(double number) => PdfFile.Number(number);
}
