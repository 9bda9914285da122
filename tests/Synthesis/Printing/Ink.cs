using System.Globalization;
using System.Text;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>Writes labels and figures with the untidiness of a <see cref="Noise"/>.</summary>
internal sealed class Ink(Noise noise, SplitMix random)
{
    public string Label(string label)
    {
        if (noise.ConfusedCharacters)
            label = label.Replace('采', '釆');
        if (noise.AsciiPunctuation)
            label = label.Replace('（', '(').Replace('）', ')').Replace('，', ',');
        if (noise.SpacedLabels && label.Length > 3 && random.OneIn(2))
            label = label.Insert(random.Between(2, label.Length - 1), " ");
        if (!noise.BrokenLabels || label.Length < 4 || random.OneIn(2))
            return label;

        // As narrow cells break them: every few characters.
        var broken = new StringBuilder();
        var width = random.Between(2, 6);
        for (var index = 0; index < label.Length; index++)
            broken.Append(index > 0 && index % width == 0 && label[index] != ' ' ? "\n" : "").Append(label[index]);
        return broken.ToString();
    }

    public string Figure(CellName name, decimal value, FigureKind kind, string unit)
    {
        if (noise.Replaced.TryGetValue(name, out var other))
            return other;
        var text = value.ToString(CultureInfo.InvariantCulture);
        if (noise.Separators && value >= 1000)
            text = value.ToString("#,0.##", CultureInfo.InvariantCulture).Replace(",", random.OneIn(2) ? "," : "，", StringComparison.Ordinal);
        if (kind == FigureKind.Change && noise.ChangesInWords && value != 0)
            text = (value < 0 ? random.Pick(["减", "减少"]) : random.Pick(["增", "增加"])) + Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        if (noise.UnitInCell && unit == "万元")
            text += unit;
        if (noise.FullWidthDigits && random.OneIn(3))
            text = string.Concat(text.Select(character => char.IsAsciiDigit(character) ? (char)(character - '0' + '０') : character));
        return noise.SpacedFigures ? random.Pick(["", "", " ", "　"]) + text + random.Pick(["", "", " "]) : text;
    }
}
