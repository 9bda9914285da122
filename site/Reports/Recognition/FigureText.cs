using System.Globalization;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Reads the text of a figure's cell. What is not one number without doubt is <see cref="FigureState.Unreadable"/>:
/// <c>0 0</c>, <c>1,23</c>, <c>约5</c>, <c>O</c>, <c>一百五</c>.
/// </summary>
public static class FigureText
{
    private const int LongestFigure = 24;

    /// <summary>Length of the longest mark for no figure.</summary>
    private const int LongestMark = 3;

    private static readonly HashSet<string> NotApplicable =
        ["/", "\\", "-", "--", "---", "—", "——", "———", "–", "―", "─", "──", "－", "一一", "无", "不涉及", "不适用", "N/A", "n/a"];

    /// <summary>Units that may stand behind a count, longest first.</summary>
    private static readonly string[] CountUnits = ["人次", "件次", "件", "条", "项", "个", "次", "篇", "人", "宗", "起", "份", "部", "期", "场"];

    private static readonly (string Unit, decimal InTenThousands)[] MoneyUnits =
        [("亿元", 10_000m), ("万元", 1m), ("千元", 0.1m), ("元", 0.0001m), ("万", 1m)];

    private static readonly (string Sign, int Factor)[] ChangeSigns =
        [("减少", -1), ("增加", 1), ("新增", 1), ("减", -1), ("增", 1), ("↓", -1), ("↑", 1), ("-", -1), ("－", -1), ("—", -1), ("–", -1), ("−", -1), ("+", 1)];

    /// <summary>State and value of a cell's text; the value is given exactly if the state is <see cref="FigureState.Reported"/>.</summary>
    /// <param name="unit">For an amount: the unit of money that its header prints where the cell prints none; empty for 万元; <see cref="MoneyUnit.Unclear"/>.</param>
    public static (FigureState State, decimal? Value) Read(string raw, FigureKind kind, string unit = "")
    {
        if (raw.Length is > 0 and < 10 && unit.Length == 0 && IsAllDigits(raw))
            return (FigureState.Reported, int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture));
        var text = TextFolding.FoldWidth(raw).Trim();
        if (text.Length == 0)
            return (FigureState.Blank, null);
        text = FootnoteMark.Strip(text);
        if (NotApplicable.Contains(text))
            return (FigureState.NotApplicable, null);

        var factor = 1m;
        if (kind == FigureKind.Change)
        {
            foreach (var (sign, change) in ChangeSigns)
                if (text.StartsWith(sign, StringComparison.Ordinal))
                {
                    factor = change;
                    text = text[sign.Length..].TrimStart();
                    break;
                }
        }
        else if (text.StartsWith('-') || text.StartsWith('−'))
        {
            // A negative count or amount is odd but it is what the report prints; who assembles the report says so.
            factor = -1;
            text = text[1..].TrimStart();
        }

        if (kind == FigureKind.Amount)
        {
            if (unit == MoneyUnit.Unclear && !text.EndsWith('元') && ReadNumber(text) is not 0)
                return (FigureState.Unreadable, null);
            if (!text.EndsWith('元') && !text.EndsWith('万') && unit != MoneyUnit.Unclear)
                text += unit;
            foreach (var (printed, inTenThousands) in MoneyUnits)
                if (text.EndsWith(printed, StringComparison.Ordinal))
                {
                    factor *= inTenThousands;
                    text = FootnoteMark.Strip(text[..^printed.Length].TrimEnd());
                    break;
                }
        }
        else
        {
            foreach (var printed in CountUnits)
                if (text.EndsWith(printed, StringComparison.Ordinal))
                {
                    text = FootnoteMark.Strip(text[..^printed.Length].TrimEnd());
                    break;
                }
        }

        return ReadNumber(text) is { } number ? (FigureState.Reported, factor == 1 && number.Scale == 0 ? number : Trim(number * factor)) : (FigureState.Unreadable, null);
    }

    /// <summary>Whether a cell's text looks like a figure of any kind (a number or a mark for none), so that it is no label.</summary>
    public static bool LooksLikeFigure(string raw)
    {
        var trimmed = raw.AsSpan().Trim();
        if (trimmed.Length is 0 or > LongestFigure)
            return false;
        if (trimmed.Length < 10 && IsAllDigits(trimmed))
            return true;
        var hasDigit = HasDigit(trimmed);
        if (!hasDigit && trimmed.Length > LongestMark)
            return false;
        var text = FootnoteMark.Strip(TextFolding.FoldWidth(raw).Trim());
        if (NotApplicable.Contains(text))
            return true;
        if (!hasDigit)
            return text is "零" or "〇";
        return Read(raw, FigureKind.Change).State == FigureState.Reported || Read(raw, FigureKind.Amount).State == FigureState.Reported || IsDigitsAndSpaces(text);
    }

    private static bool IsAllDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0 || text.IndexOfAnyInRange('０', '９') >= 0;

    /// <summary>A number in plain digits, with thousands separators or not; null if it is not one number without doubt.</summary>
    private static decimal? ReadNumber(string text)
    {
        if (HanNumber.Read(text) is { } written)
            return written;
        if (text.Length is 0 or > 20 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1]))
            return null;

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        if (point >= 0 && !text.AsSpan(point + 1).ToArray().All(char.IsAsciiDigit))
            return null;
        if (whole.Contains(',', StringComparison.Ordinal))
        {
            var groups = whole.Split(',').Select(group => group.Trim(' ')).ToArray();
            if (groups[0].Length is 0 or > 3 || groups.Skip(1).Any(group => group.Length != 3))
                return null;
            whole = string.Concat(groups);
        }

        if (!whole.All(char.IsAsciiDigit))
            return null;
        return decimal.Parse(point < 0 ? whole : whole + text[point..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    /// <summary>Several numbers in one cell: no figure, but no label either.</summary>
    private static bool IsDigitsAndSpaces(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not (' ' or '\n' or '.' or ',' or '-' or '/'))
                return false;
        return true;
    }

    /// <summary>Without the zeros that a change of unit leaves behind.</summary>
    private static decimal Trim(decimal value) => value / 1.0000000000000000000000000000m;
}
