using System.Globalization;

namespace DisclosureArchive.Synthesis;

/// <summary>A line of text in a cell; <paramref name="Y"/> is where it stands in the table.</summary>
internal sealed record PdfCellLine(string Text, double Size, double X, double Y);

/// <summary>A cell of a table, laid out as if the page had no end.</summary>
internal sealed record PdfCell(double Left, double Top, double Right, double Bottom, IReadOnlyList<PdfCellLine> Lines)
{
    public const double Padding = 2.5;
    public const double Size = 10;
    public const double Pitch = 14;

    /// <summary>Text in lines that a width holds.</summary>
    public static List<string> Wrap(string text, double width, double size)
    {
        var lines = new List<string>();
        foreach (var part in text.Split('\n'))
        {
            var (start, used) = (0, 0.0);
            for (var i = 0; i < part.Length; i++)
            {
                var taken = PdfCanvas.WidthOf(part[i]) * size;
                if (i > start && used + taken > width)
                {
                    lines.Add(part[start..i]);
                    (start, used) = (i, 0);
                }

                used += taken;
            }

            lines.Add(part[start..]);
        }

        return lines;
    }

    /// <summary>Whether a text is a figure, which is not broken over lines.</summary>
    public static bool IsFigure(string text) => text.Any(char.IsDigit) && text.Length < 14 && !text.Contains('\n', StringComparison.Ordinal)
        && text.All(c => char.IsDigit(c) || ",，. 　减少增加万元-".Contains(c, StringComparison.Ordinal));

    public static bool IsPlainNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit)
        && decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
