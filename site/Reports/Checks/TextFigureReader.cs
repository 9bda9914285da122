using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Assembly;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Checks;

/// <summary>A figure that a report's text states.</summary>
/// <param name="Value">The number.</param>
/// <param name="Quote">The clause that states it.</param>
/// <param name="IsOfRegion">It is stated for a whole region (全市): the table may hold just that, or the body's own requests alone.</param>
public sealed record TextFigure(decimal Value, string Quote, bool IsOfRegion = false);

/// <summary>
/// Reads what section 一 states on requests received, reviews and lawsuits. Only plain statements count: a clause on parts (网络申请3件), on other
/// years, on outcomes or on anything beside disclosure is passed over.
/// </summary>
public static partial class TextFigureReader
{
    private const int LongestOpening = 14;

    /// <summary>All bodies of a region: the sum may or may not be what the table holds.</summary>
    private static readonly string[] Regions = ["全省", "全市", "全县", "全区", "全州", "全旗", "全盟", "全镇", "全乡", "全街道"];

    /// <summary>Other bodies than the report's own, or several of them.</summary>
    private static readonly string[] OtherBodies =
        ["下属", "所属", "下级", "乡镇", "直属", "全国", "全系统", "各级", "各部门", "各单位", "各镇", "各乡", "各街道", "各县", "各区", "本级"];

    /// <summary>Clauses that speak of something else than how many requests came in.</summary>
    private static readonly string[] NotReceived =
        ["复议", "诉讼", "收费", "费用", "投诉", "举报", "超期", "逾期", "异议", "结转", "去年", "上年", "同期", "同比", "纠纷", "答复", "其中",
         "自然人", "企业", "撤回", "以来", "平均", "每", "累计", "涉及", "属于", "秘密", "隐私", "指导", "上半年", "下半年", "季度",
         "工作日", "之日", "日内", "当场", "留言", "来信", "建议", "提案", "咨询", "信件", "许可", "热线", "工单", "信访", ..OtherBodies];

    /// <summary>Clauses on the requests that came one way only, unless they tell the sum of all ways.</summary>
    private static readonly string[] Channels = ["信函", "网络", "网上", "网站", "在线", "线上", "线下", "平台", "当面", "现场", "邮寄", "邮政", "书面", "传真", "邮件", "邮箱", "渠道", "窗口"];

    /// <summary>Clauses that speak of something else than how many cases there were.</summary>
    private static readonly string[] NotCases =
        ["办理", "应诉", "受理", "审理", "代理", "指导", "上半年", "下半年", "季度", "维持", "纠正", "纠错", "责令", "审结", "办结", "结转", "去年", "上年", "同期", "同比", "培训", "出庭", "其中",
         "胜诉", "败诉", "答复", "以来", "累计", "撤", "未经", "经复议", "经行政复议", "复议后", "无法", "告知", "权利", "途径", "风险", "避免", "减少", "防止", "降低", "化解", ..OtherBodies];

    /// <summary>The different figures stated on requests received: none, one, or several that contradict each other.</summary>
    /// <param name="sections">The report's sections.</param>
    /// <param name="year">The year reported on, if known: what is said of another year is passed over.</param>
    public static ImmutableArray<TextFigure> RequestsReceived(ImmutableArray<Section> sections, int? year = null) => Distinct(Clauses(sections, year).SelectMany(clause =>
    {
        if (Has(clause.Text, NotReceived) || IsPartOfYear(clause.Text) || (Has(clause.Text, Channels) && clause.Text.AsSpan().IndexOfAny('共', '总') < 0))
            return Enumerable.Empty<TextFigure>();
        if (NoneReceived().IsMatch(clause.Text))
            return [Stated(0, clause.Text)];
        var match = Received().Match(clause.Text);
        if (!match.Success)
            match = ReceivedBefore().Match(clause.Text);
        return match.Success && (clause.IsOnRequests || match.Value.Contains("公开", StringComparison.Ordinal) || match.Value.Contains("依申请", StringComparison.Ordinal)) && ReadNumber(match) is { } number
            ? [Stated(number, clause.Text)]
            : [];
    }));

    /// <summary>The different figures stated on administrative reviews.</summary>
    /// <param name="sections">The report's sections.</param>
    /// <param name="year">The year reported on, if known.</param>
    public static ImmutableArray<TextFigure> Reviews(ImmutableArray<Section> sections, int? year = null) => Cases(sections, year, "行政复议", Review());

    /// <summary>The different figures stated on lawsuits.</summary>
    /// <param name="sections">The report's sections.</param>
    /// <param name="year">The year reported on, if known.</param>
    public static ImmutableArray<TextFigure> Lawsuits(ImmutableArray<Section> sections, int? year = null) => Cases(sections, year, "行政诉讼", Lawsuit());

    private static ImmutableArray<TextFigure> Cases(ImmutableArray<Section> sections, int? year, string word, Regex stated) => Distinct(Clauses(sections, year).SelectMany(clause =>
    {
        if (!(clause.Text.Contains(word, StringComparison.Ordinal) || BothNamed().IsMatch(clause.Text)) || !clause.IsOnDisclosure || Has(clause.Text, NotCases) || IsPartOfYear(clause.Text))
            return Enumerable.Empty<TextFigure>();
        // 行政复议、行政诉讼均为0件: one figure for both is plain only if it is none.
        if (NoneOfBoth().IsMatch(clause.Text) || (NoCase().IsMatch(clause.Text) && !Counted().IsMatch(clause.Text)))
            return [Stated(0, clause.Text)];
        // 行政复议1件、行政诉讼2件 gives each its own figure, 行政复议、行政诉讼3件 does not.
        if (Both().IsMatch(clause.Text) && !(Review().IsMatch(clause.Text) && Lawsuit().IsMatch(clause.Text)))
            return [];
        return stated.Match(clause.Text) is { Success: true } match && ReadNumber(match) is { } number ? [Stated(number, clause.Text)] : [];
    }));

    private static bool Has(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>A clause that names months speaks of part of the year, unless it ends with the year.</summary>
    private static bool IsPartOfYear(string clause) => clause.Contains('月', StringComparison.Ordinal) && !clause.Contains("12月", StringComparison.Ordinal);

    /// <summary>What is stated for a region counts only where nothing is stated for the body itself.</summary>
    private static ImmutableArray<TextFigure> Distinct(IEnumerable<TextFigure> figures)
    {
        var stated = figures.ToList();
        return [.. (stated.Exists(figure => !figure.IsOfRegion) ? stated.Where(figure => !figure.IsOfRegion) : stated).DistinctBy(figure => figure.Value)];
    }

    private static TextFigure Stated(decimal value, string clause) => new(value, clause, Has(clause, Regions));

    private static decimal? ReadNumber(Match match) =>
        FigureText.Read(match.Groups["n"].Value, Forms.FigureKind.Count) is { State: FigureState.Reported } figure ? figure.Value : null;

    /// <param name="Text">A clause of section 一.</param>
    /// <param name="IsOnDisclosure">Its sentence speaks of disclosure, or its paragraph is headed 依申请公开.</param>
    /// <param name="IsOnRequests">It stands under a heading 依申请公开, or its paragraph begins with that.</param>
    private readonly record struct Clause(string Text, bool IsOnDisclosure, bool IsOnRequests);

    private static IEnumerable<Clause> Clauses(ImmutableArray<Section> sections, int? year)
    {
        var overview = sections.FirstOrDefault(section => section.Kind == SectionKind.Overview);
        var isUnderRequests = false;
        foreach (var block in overview?.Blocks ?? [])
        {
            if (SectionReader.TextOf(block) is not { } text)
                continue;
            var paragraph = TextFolding.Squeeze(text);
            var opening = paragraph.AsSpan(0, Math.Min(paragraph.Length, LongestOpening));
            if (SectionHeading.NumberingOf(paragraph).Numbering != Numbering.None)
                isUnderRequests = opening.IndexOf("依申请") >= 0;
            var isOnRequests = isUnderRequests || opening.IndexOf("依申请") >= 0;
            foreach (var sentence in paragraph.Split('。', ';'))
            {
                var isOnDisclosure = isOnRequests || sentence.Contains("公开", StringComparison.Ordinal);
                var stated = year;
                foreach (var clause in SplitClauses(sentence))
                {
                    foreach (var named in ChineseDate.YearsIn(clause))
                        stated = named;
                    if (year is null || stated == year)
                        yield return new Clause(clause, isOnDisclosure, isOnRequests);
                }
            }
        }
    }

    /// <summary>Parts a sentence at its commas, those within numbers (1,234) left alone.</summary>
    private static IEnumerable<string> SplitClauses(string sentence)
    {
        var start = 0;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] is not (',' or ':' or '，') || (i > 0 && i + 3 < sentence.Length && char.IsAsciiDigit(sentence[i - 1]) && char.IsAsciiDigit(sentence[i + 1]) && char.IsAsciiDigit(sentence[i + 2]) && char.IsAsciiDigit(sentence[i + 3])))
                continue;
            yield return sentence[start..i];
            start = i + 1;
        }

        yield return sentence[start..];
    }

    [GeneratedRegex("(收到|受理|接到|接收|接收到|新收|新收到)[^0-9]{0,24}(申请公开|公开申请|申请)(书|表|件|事项|案件|政府信息公开|政府信息|信息公开|信息|公开|内容|发布|请求|的)*(数量|数|量)?(共计|总计|合计|共|总数|总量|为|有|:)*(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项|封)", RegexOptions.NonBacktracking)]
    private static partial Regex Received();

    [GeneratedRegex("(收到|受理|接到|接收|接收到|新收|新收到)(了|的|共|共计)?(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项|封)[^0-9]{0,24}(申请公开|公开申请|公开的申请|信息公开.{0,4}申请)", RegexOptions.NonBacktracking)]
    private static partial Regex ReceivedBefore();

    [GeneratedRegex("(未|没有|无)[^0-9]{0,6}(收到|受理|接到|接收|发生|产生|出现)[^0-9]{0,24}(申请公开|公开申请|申请)|无依申请公开", RegexOptions.NonBacktracking)]
    private static partial Regex NoneReceived();

    [GeneratedRegex("行政复议(申请|案件|案)?(数量|数)?(共计|共|为|有|:)?(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Review();

    [GeneratedRegex("行政诉讼(申请|案件|案)?(数量|数)?(共计|共|为|有|:)?(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Lawsuit();

    [GeneratedRegex("(未|没有|无)[^0-9]{0,10}(发生|收到|产生|出现|引发|引起|涉及|被)[^0-9]{0,30}(行政复议|行政诉讼)|(未|没有|无)[^0-9]{0,12}(行政复议|行政诉讼)", RegexOptions.NonBacktracking)]
    private static partial Regex NoCase();

    [GeneratedRegex("行政复议(申请|案件|案)?(、|和|及|以及|或|与)(被)?(提起)?(行政)?诉讼(案件|案)?(数量|数)?(均|都|各|共)?(为|是)?(0|零)(件|条|起|宗|例|次|个|$)", RegexOptions.NonBacktracking)]
    private static partial Regex NoneOfBoth();

    /// <summary>行政复议、诉讼案件: the second word shares the first one's 行政.</summary>
    [GeneratedRegex("行政复议(申请|案件|案)?(、|和|及|以及|或|或者|与)(被)?(提起)?诉讼", RegexOptions.NonBacktracking)]
    private static partial Regex BothNamed();

    [GeneratedRegex("(行政复议|复议)[^0-9]*(行政诉讼|诉讼)|行政诉讼[^0-9]*复议", RegexOptions.NonBacktracking)]
    private static partial Regex Both();

    /// <summary>A number of cases beside 无: 无行政诉讼、有行政复议1件.</summary>
    [GeneratedRegex("[1-9][0-9,]*(件|条|份|宗|例|起|次|个|项)", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();
}
