using System.Collections.Frozen;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Reads whole numbers written in full in Han numerals: 十二, 一百零五, 两千三百. Whatever else may be meant for a number is none: 一百五 is 150 or 105, 二三 is
/// 23 or two to three, 一 alone may be a dash.
/// </summary>
internal static class HanNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const int Limit = 10_000;
    private const int Longest = 8;

    private static readonly Lazy<FrozenDictionary<string, int>> Numbers = new(() =>
        Enumerable.Range(2, Limit - 2).Append(0).ToFrozenDictionary(Write, StringComparer.Ordinal));

    /// <summary>The number (below 10,000), or null if the text is not one written in full.</summary>
    public static int? Read(string text)
    {
        if (text.Length is 0 or > Longest || !text.All(c => Digits.Contains(c) || c is '十' or '百' or '千' or '两' or '〇'))
            return null;
        var plain = text.Replace('〇', '零').Replace("两百", "二百", StringComparison.Ordinal).Replace("两千", "二千", StringComparison.Ordinal);
        if (plain.StartsWith("一十", StringComparison.Ordinal))
            plain = plain[1..];
        return Numbers.Value.TryGetValue(plain, out var number) ? number : null;
    }

    private static string Write(int number)
    {
        if (number == 0)
            return "零";
        var text = "";
        var skipped = false;
        foreach (var (unit, value) in (ReadOnlySpan<(string, int)>)[("千", 1000), ("百", 100), ("十", 10), ("", 1)])
        {
            var digit = number / value % 10;
            if (digit > 0)
                text += (skipped && text.Length > 0 ? "零" : "") + (value == 10 && digit == 1 && text.Length == 0 ? "" : Digits[digit]) + unit;
            skipped = digit == 0;
        }

        return text;
    }
}
