namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>Tells a section's heading (<c>四、政府信息公开行政复议、行政诉讼情况</c>) from a row's label (<c>四、结转下年度继续办理</c>) among lines that may belong to a table.</summary>
internal static class SectionNumber
{
    private static readonly string[] HeadingEnds = ["情况", "事项", "措施", "安排", "打算", "情况表", "概述", "问题"];

    public static bool StartsHeading(string line) =>
        line.Length is > 3 and <= 40 && "一二三四五六七八九十—".Contains(line[0], StringComparison.Ordinal) && line.AsSpan(0, 3).IndexOfAny('、', '.', '．') > 0
        && HeadingEnds.Any(end => line.EndsWith(end, StringComparison.Ordinal));
}
