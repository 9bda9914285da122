using System.Buffers;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>How a heading is numbered.</summary>
internal enum Numbering
{
    None,

    /// <summary>一、</summary>
    Han,

    /// <summary>第一部分</summary>
    Part,

    /// <summary>（一）</summary>
    Bracketed,

    /// <summary>1.</summary>
    Arabic,
}

/// <summary>Tells from the words of a line whether it may head a section, and which.</summary>
/// <param name="Kind">The section of the form that its words mean; <see cref="SectionKind.Additional"/> if the form has none such.</param>
/// <param name="Numbering">How it is numbered.</param>
/// <param name="Text">The heading as printed.</param>
/// <param name="Rest">What follows the heading on its line, or empty.</param>
internal sealed partial record SectionHeading(SectionKind Kind, Numbering Numbering, string Text, string Rest)
{
    private const int Longest = 45;
    private const string HanNumerals = "一二三四五六七八九十";

    /// <summary>Fewer characters behind a heading are part of it, unless they are a sentence.</summary>
    private const int ShortestText = 8;

    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("第一二三四五六七八九十部分章节（）()0123456789,、.．：: \u3000");

    /// <summary>The heading that a paragraph or heading of the source may be; null if it is none.</summary>
    public static SectionHeading? Of(string line)
    {
        var text = line.Trim();
        // 第一部分：总体情况: what parts the number from the words does not part the heading from its text.
        var number = text.AsSpan().IndexOfAnyExcept(NumberSigns);
        var cut = number < 0 ? -1 : text.AsSpan(number).IndexOfAny("：:。") + number;
        var head = cut > number && text.Length - cut > 1 ? text[..cut] : text;
        if (number > 0 && Glued(text, head) is { } glued)
            return glued;
        if (head.Length > Longest)
            return null;
        var bare = TextFolding.Squeeze(WithMark(head));
        var (numbering, length) = NumberingOf(bare);
        bare = bare[length..];
        if (numbering == Numbering.None && (bare.EndsWith('.') || bare.Contains(',', StringComparison.Ordinal)))
            return null;
        bare = bare.TrimEnd(':', '.', '。', '、');
        if (bare.Length == 0 || bare.IndexOfAny(['。', ';', '!', '?']) >= 0)
            return null;
        var kind = KindOf(bare);
        var hasRest = head.Length < text.Length;
        var hasComma = bare.Contains(',', StringComparison.Ordinal);
        if (text.EndsWith('。') && hasComma)
            return null;
        if (kind == SectionKind.Additional && (text.EndsWith('。') || hasComma))
            return null;

        // 一是…：… is a sentence; only a well-known heading may have its text on the same line.
        if (hasRest && (kind == SectionKind.Additional || numbering == Numbering.None || bare.Length > 24))
            return null;
        if (kind == SectionKind.Additional && numbering == Numbering.None)
            return null;
        return new SectionHeading(kind, numbering, head, hasRest ? text[(head.Length + 1)..].Trim() : "");
    }

    /// <summary>A numbered heading in the form's own words may stand right before its text: 一、总体情况2023年，我局……</summary>
    private static SectionHeading? Glued(string text, string head)
    {
        var match = Official().Match(text);
        if (!match.Success || head.Length - match.Length < (text.EndsWith('。') ? 1 : ShortestText))
            return null;
        var heading = match.Value.TrimEnd();
        var (numbering, length) = NumberingOf(TextFolding.Squeeze(heading));
        return new SectionHeading(KindOf(TextFolding.Squeeze(heading)[length..]), numbering, heading, text[match.Length..].Trim());
    }

    /// <summary>Where numbered headings in the form's own words begin within a line.</summary>
    public static List<int> StartsIn(string text)
    {
        var starts = new List<int>();
        foreach (var match in Within().EnumerateMatches(text))
            starts.Add(match.Index);
        return starts;
    }

    private const string OfficialWords = "(总体情况|主动公开政府信息的?情况|收到和处理政府信息公开申请的?情况|(因?政府信息公开工作)?(被申请|被提起)?(政府信息公开)?行政复议、?(和|及)?(被?提起)?行政诉讼的?情况|(政府信息公开工作)?存在的?(主要)?问题及改进(情况|措施)|其他需要报告的?事项)";
    private const string OfficialNumber = "(第[一二三四五六七八九]部分[：:、 ]?|[（(]?[一二三四五六七八九][）)]?[、.．：: ]|[1-9][、.．])";

    [GeneratedRegex("^" + OfficialNumber + "\\s*" + OfficialWords + "\\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Official();

    [GeneratedRegex(OfficialNumber + "\\s*" + OfficialWords, RegexOptions.NonBacktracking)]
    private static partial Regex Within();

    /// <summary>一 概述: a space may stand for the mark behind the number.</summary>
    private static string WithMark(string head)
    {
        var digits = 0;
        while (digits < head.Length && HanNumerals.Contains(head[digits]))
            digits++;
        return digits is > 0 and < 3 && digits + 2 < head.Length && char.IsWhiteSpace(head[digits]) && TextFolding.IsHan(head[digits..].TrimStart()[0]) ? $"{head[..digits]}、{head[digits..]}" : head;
    }

    private static SectionKind KindOf(string bare)
    {
        bool Has(string words) => bare.Contains(words, StringComparison.Ordinal);
        if (bare.Length > 34)
            return SectionKind.Additional;
        if (Has("统计表") || Has("附表") || Has("附件"))
            return SectionKind.Statistics;
        if (Has("其他需要") || Has("其它需要") || Has("需要报告") || Has("需要说明") || Has("需报告") || Has("其他事项") || Has("其它事项") || Has("其他报告事项"))
            return SectionKind.Other;
        if (Has("问题") || Has("不足") || Has("改进"))
            return SectionKind.Problems;
        if (Has("复议") || Has("诉讼") || Has("申诉"))
            return SectionKind.Disputes;
        if (Has("收费") || Has("减免") || Has("费用"))
            return SectionKind.Fees;
        if (Has("收到和处理") || Has("依申请公开") || (Has("申请") && (Has("收到") || Has("受理") || Has("办理") || Has("处理"))))
            return SectionKind.Requests;
        if (Has("主动公开"))
            return SectionKind.Proactive;
        if (Has("总体情况") || Has("总体工作情况") || Has("基本情况") || Has("总体概况") || Has("工作总体") || Has("整体情况") || Has("概述") || Has("概况") || Has("总体工作")
            || Has("工作开展情况") || Has("工作完成情况") || bare.EndsWith("公开工作情况", StringComparison.Ordinal))
            return SectionKind.Overview;
        return SectionKind.Additional;
    }

    public static (Numbering Numbering, int Length) NumberingOf(string squeezed)
    {
        if (squeezed.Length < 2)
            return (Numbering.None, 0);
        if (squeezed[0] == '第')
        {
            var part = squeezed.IndexOf("部分", StringComparison.Ordinal);
            if (part is > 1 and < 5)
            {
                var end = part + 2;
                return (Numbering.Part, end < squeezed.Length && squeezed[end] is ':' or '、' or '.' ? end + 1 : end);
            }
        }

        var bracket = squeezed[0] == '(';
        var i = bracket ? 1 : 0;
        var start = i;
        // A dash stands for 一 where character recognition failed.
        while (i < squeezed.Length && (HanNumerals.Contains(squeezed[i]) || (i == start && squeezed[i] is '—' or '-')))
            i++;
        if (i > start && i < squeezed.Length)
        {
            if (bracket)
                return squeezed[i] == ')' ? (Numbering.Bracketed, i + 1) : (Numbering.None, 0);
            return squeezed[i] is '、' or '.' or ',' or ':' ? (Numbering.Han, i + 1) : squeezed[i] == ')' ? (Numbering.Bracketed, i + 1) : (Numbering.None, 0);
        }

        while (i < squeezed.Length && char.IsAsciiDigit(squeezed[i]))
            i++;
        if (i == start || i >= squeezed.Length || i - start > 2)
            return (Numbering.None, 0);
        return bracket
            ? squeezed[i] == ')' ? (Numbering.Arabic, i + 1) : (Numbering.None, 0)
            : squeezed[i] is '.' or '、' or ',' or ')' && !(i + 1 < squeezed.Length && char.IsAsciiDigit(squeezed[i + 1])) ? (Numbering.Arabic, i + 1) : (Numbering.None, 0);
    }
}
