using System.Globalization;
using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>Dates as the pages of agencies write them: 2022-01-25 10:33, 2022/1/25, 2022年1月25日, 20220125.</summary>
internal static partial class HtmlDates
{
    /// <summary>The first date in a text, null if there is none.</summary>
    public static DateOnly? First(string text) => Read(AnyDate().Match(text));

    /// <summary>The date behind a label such as 发布日期：, null if there is none.</summary>
    public static DateOnly? Labelled(string text) => Read(LabelledDate().Match(text));

    private static DateOnly? Read(Match match)
    {
        if (!match.Success)
            return null;
        var year = Part(match, "year");
        var month = Part(match, "month");
        var day = Part(match, "day");
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Part(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private const string Date =
        @"(?<year>(?:19|20)[0-9]{2})(?:\s*[-/.年]\s*(?<month>[0-9]{1,2})\s*[-/.月]\s*(?<day>[0-9]{1,2})|(?<month>[0-9]{2})(?<day>[0-9]{2}))(?:\D|$)";

    [GeneratedRegex(@"(?:^|\D)" + Date, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AnyDate();

    [GeneratedRegex(@"(?:(?:发布|公布|发文|公开|生成|成文)\s*(?:日期|时间)|(?:^|[^\u4E00-\u9FFF])(?:日\s*期|时\s*间))\s*[】\]]?\s*[：:]?\s*" + Date, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LabelledDate();
}
