using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Reads years and dates as reports write them: 2022年1月25日, 二〇二二年一月二十五日, 2022-01-25. The text must be squeezed.</summary>
internal static partial class ChineseDate
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>What stands for a nought in years.</summary>
    private const string Noughts = "〇○零OoОΟ◯0";
    private const string YearPattern = "[2二][" + Noughts + "][" + Noughts + "0-9一二三四五六七八九]{2}";

    /// <summary>The years from the first Regulations to a little beyond now that a report can be about.</summary>
    private const int FirstYear = 2003;
    private const int LastYear = 2098;

    /// <summary>The first year named in a text and where it stands with its 年 or 年度; null if there is none.</summary>
    public static (int Year, int Index, int Length)? FindYear(string squeezed)
    {
        foreach (var match in Year().EnumerateMatches(squeezed))
        {
            var text = squeezed.AsSpan(match.Index, match.Length);
            if (ReadYear(text[..4]) is { } year)
                return (year, match.Index, match.Length);
        }

        return null;
    }

    /// <summary>The same for a title, where 年 may be left out before the words that follow: 示例县民政局2022政府信息公开年报.</summary>
    public static (int Year, int Index, int Length)? FindYearInTitle(string squeezed)
    {
        if (FindYear(squeezed) is { } found)
            return found;
        for (var i = 0; i + 4 < squeezed.Length; i++)
            if (TextFolding.IsHan(squeezed[i + 4]) && !"月日号条项".Contains(squeezed[i + 4]) && (i == 0 || !char.IsAsciiLetterOrDigit(squeezed[i - 1])) && ReadYear(squeezed.AsSpan(i, 4)) is { } year)
                return (year, i, 4);
        return null;
    }

    /// <summary>All years named in a text, in order.</summary>
    public static IEnumerable<int> YearsIn(string squeezed)
    {
        foreach (Match match in Year().Matches(squeezed))
            if (ReadYear(match.ValueSpan[..4]) is { } year)
                yield return year;
    }

    /// <summary>The last date named in a text, and where it begins and ends; null if there is none.</summary>
    public static (DateOnly Date, int Index, int Length)? FindDate(string squeezed)
    {
        (DateOnly, int, int)? found = null;
        foreach (Match match in Date().Matches(squeezed))
        {
            if (ReadYear(match.Groups["y"].ValueSpan) is { } year && ReadNumber(match.Groups["m"].Value) is { } month && ReadNumber(match.Groups["d"].Value) is { } day
                && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
                found = (new DateOnly(year, month, day), match.Index, match.Length);
        }

        return found;
    }

    /// <summary>The text with years, months and days written in Han numerals, or with letters for digits, written in digits.</summary>
    public static string InDigits(string squeezed)
    {
        if (squeezed.AsSpan().IndexOfAny(Noughts.AsSpan(0, Noughts.Length - 1)) < 0 || !Year().IsMatch(squeezed))
            return squeezed;
        var years = Year().Replace(squeezed, match => ReadYear(match.ValueSpan[..4]) is { } year ? $"{year}{match.Value[4..]}" : match.Value);
        return MonthOrDay().Replace(years, match => ReadNumber(match.Value[..^1]) is { } number ? $"{number}{match.Value[^1]}" : match.Value);
    }

    private static int? ReadYear(ReadOnlySpan<char> text)
    {
        var year = 0;
        foreach (var c in text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : Noughts.Contains(c) ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0)
                return null;
            year = (year * 10) + digit;
        }

        return year is >= FirstYear and <= LastYear ? year : null;
    }

    private static int? ReadNumber(string text)
    {
        if (int.TryParse(text, out var number))
            return number;
        if (text == "元")
            return 1;
        text = text.Replace("廿", "二十", StringComparison.Ordinal).Replace("卅", "三十", StringComparison.Ordinal);
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 && Digits.IndexOf(text[0], StringComparison.Ordinal) is > 0 and var one ? one : null;
        var tens = ten == 0 ? 1 : Digits.IndexOf(text[0], StringComparison.Ordinal);
        var ones = ten + 1 == text.Length ? 0 : Digits.IndexOf(text[ten + 1], StringComparison.Ordinal);
        return tens > 0 && ones >= 0 ? (tens * 10) + ones : null;
    }

    [GeneratedRegex(YearPattern + "年度?", RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex("[元一二三四五六七八九十]{1,2}月|[一二三四五六七八九十廿卅]{1,3}日", RegexOptions.NonBacktracking)]
    private static partial Regex MonthOrDay();

    [GeneratedRegex("(?<y>" + YearPattern + ")(年|-|/|\\.)(?<m>[0-9]{1,2}|[元一二三四五六七八九十]{1,2})(月|-|/|\\.)(?<d>[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})日?", RegexOptions.NonBacktracking)]
    private static partial Regex Date();
}
