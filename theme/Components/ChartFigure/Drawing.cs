using System.Globalization;
using System.Net;
using System.Text;

namespace DisclosureArchive.Theme.Components;

/// <summary>
/// Writes the shapes of a chart as SVG, in a unit that is a pixel where the reader's letters have 16. It writes text rather than markup of
/// Razor, in which <c>text</c> is no element.
/// </summary>
public sealed class Drawing
{
    private readonly StringBuilder _shapes = new(4096);

    /// <param name="shape">What to draw, a path in SVG's own words; nothing is drawn for an empty one.</param>
    /// <param name="fill">Id of a pattern of <see cref="ChartPatterns"/>.</param>
    public void Path(string style, string shape, string? fill = null)
    {
        if (shape.Length == 0)
            return;
        _shapes.Append("<path class=\"").Append(style).Append("\" d=\"").Append(shape).Append('"');
        if (fill is not null)
            _shapes.Append(" fill=\"url(#").Append(fill).Append(")\"");
        _shapes.Append("/>");
    }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>: which part of the text stands at the place.</param>
    public void Text(string? style, double x, double y, string anchor, string text)
    {
        _shapes.Append("<text");
        if (style is not null)
            _shapes.Append(" class=\"").Append(style).Append('"');
        _shapes.Append(" x=\"").Append(Number(x)).Append("\" y=\"").Append(Number(y)).Append('"');
        if (anchor != "start")
            _shapes.Append(" text-anchor=\"").Append(anchor).Append('"');
        _shapes.Append('>').Append(WebUtility.HtmlEncode(text)).Append("</text>");
    }

    public void Begin(string style) => _shapes.Append("<g class=\"").Append(style).Append("\">");

    public void End() => _shapes.Append("</g>");

    /// <summary>The shapes so far.</summary>
    public override string ToString() => _shapes.ToString();

    /// <summary>A length as SVG writes it; a tenth of a pixel is exact enough.</summary>
    public static string Number(double length) => Math.Round(length, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A box as a part of a path.</summary>
    public static string Box(double x, double y, double width, double height) =>
        $"M{Number(x)} {Number(y)}h{Number(width)}v{Number(height)}h{Number(-width)}z";

    /// <summary>A line as a part of a path.</summary>
    public static string Line(double fromX, double fromY, double toX, double toY) =>
        fromY == toY ? $"M{Number(fromX)} {Number(fromY)}H{Number(toX)}" : $"M{Number(fromX)} {Number(fromY)}V{Number(toY)}";
}
