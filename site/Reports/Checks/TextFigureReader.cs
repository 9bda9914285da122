using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Assembly;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Checks;

/// <summary>A figure that a report's text states.</summary>
/// <param name="Value">The number.</param>
/// <param name="Quote">The clause that states it.</param>
public sealed record TextFigure(decimal Value, string Quote);

/// <summary>
/// Reads what section 一 states on requests received, reviews and lawsuits. Only plain statements count: a clause on parts (网络申请3件), on other
/// years, on outcomes or on anything beside disclosure is passed over.
/// </summary>
public static partial class TextFigureReader
{
    /// <summary>Clauses that speak of something else than how many requests came in.</summary>
    private static readonly string[] NotReceived =
        ["复议", "诉讼", "收费", "费用", "投诉", "举报", "超期", "逾期", "异议", "结转", "去年", "上年", "同期", "同比", "纠纷", "答复", "其中", "信函申请", "网络申请", "网上申请", "当面申请", "现场申请", "邮寄申请",
         "书面申请", "传真申请", "邮件申请", "自然人", "企业", "撤回", "以来", "平均", "每", "累计", "涉及", "属于", "秘密", "隐私", "指导", "下属", "所属", "下级", "乡镇", "街道", "直属",
         "月至", "上半年", "下半年", "季度", "月份"];

    /// <summary>Clauses that speak of something else than how many cases there were.</summary>
    private static readonly string[] NotCases = ["办理", "应诉", "受理", "审理", "代理", "指导", "下属", "所属", "下级", "上半年", "下半年", "季度", "维持", "纠正", "审结", "办结", "结转", "去年", "上年", "同期", "同比", "培训", "应诉率", "出庭", "其中", "胜诉", "败诉", "答复", "以来", "累计", "撤"];

    /// <summary>The different figures stated on requests received: none, one, or several that contradict each other.</summary>
    public static ImmutableArray<TextFigure> RequestsReceived(ImmutableArray<Section> sections) => Distinct(Clauses(sections).SelectMany(clause =>
    {
        if (NotReceived.Any(word => clause.Text.Contains(word, StringComparison.Ordinal)))
            return Enumerable.Empty<TextFigure>();
        if (NoneReceived().IsMatch(clause.Text))
            return [new TextFigure(0, clause.Text)];
        return Received().Match(clause.Text) is { Success: true } match && ReadNumber(match) is { } number ? [new TextFigure(number, clause.Text)] : [];
    }));

    /// <summary>The different figures stated on administrative reviews.</summary>
    public static ImmutableArray<TextFigure> Reviews(ImmutableArray<Section> sections) => Cases(sections, "行政复议", Review());

    /// <summary>The different figures stated on lawsuits.</summary>
    public static ImmutableArray<TextFigure> Lawsuits(ImmutableArray<Section> sections) => Cases(sections, "行政诉讼", Lawsuit());

    private static ImmutableArray<TextFigure> Cases(ImmutableArray<Section> sections, string word, Regex stated) => Distinct(Clauses(sections).SelectMany(clause =>
    {
        if (!clause.Text.Contains(word, StringComparison.Ordinal) || !clause.IsOnDisclosure || NotCases.Any(no => clause.Text.Contains(no, StringComparison.Ordinal)))
            return Enumerable.Empty<TextFigure>();
        if (NoCase().IsMatch(clause.Text))
            return [new TextFigure(0, clause.Text)];
        // 行政复议、行政诉讼均为0件: one figure for both is plain only if it is none.
        if (NoneOfBoth().IsMatch(clause.Text))
            return [new TextFigure(0, clause.Text)];
        if (Both().IsMatch(clause.Text))
            return [];
        return stated.Match(clause.Text) is { Success: true } match && ReadNumber(match) is { } number ? [new TextFigure(number, clause.Text)] : [];
    }));

    private static ImmutableArray<TextFigure> Distinct(IEnumerable<TextFigure> figures) => [.. figures.DistinctBy(figure => figure.Value)];

    private static decimal? ReadNumber(Match match) =>
        FigureText.Read(match.Groups["n"].Value, Forms.FigureKind.Count) is { State: FigureState.Reported } figure ? figure.Value : null;

    private static IEnumerable<(string Text, bool IsOnDisclosure)> Clauses(ImmutableArray<Section> sections)
    {
        var overview = sections.FirstOrDefault(section => section.Kind == SectionKind.Overview);
        foreach (var text in overview?.Blocks.Select(SectionReader.TextOf) ?? [])
        {
            if (text is null)
                continue;
            foreach (var sentence in TextFolding.Squeeze(text).Split('。', ';'))
            {
                var isOnDisclosure = sentence.Contains("公开", StringComparison.Ordinal);
                foreach (var clause in SplitClauses(sentence))
                    yield return (clause, isOnDisclosure);
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

    [GeneratedRegex("(收到|受理|接到|接收|新收)[^0-9]{0,24}(申请公开|公开申请|申请)[^0-9]{0,10}?(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项|封)", RegexOptions.NonBacktracking)]
    private static partial Regex Received();

    [GeneratedRegex("(未|没有|无)[^0-9]{0,6}(收到|受理|接到|接收|发生|产生|出现)[^0-9]{0,24}(申请公开|公开申请|申请)|无依申请公开", RegexOptions.NonBacktracking)]
    private static partial Regex NoneReceived();

    [GeneratedRegex("行政复议(申请|案件|案)?(数量|数|共|共计|为|有)?(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项)", RegexOptions.NonBacktracking)]
    private static partial Regex Review();

    [GeneratedRegex("行政诉讼(申请|案件|案)?(数量|数|共|共计|为|有)?(?<n>[0-9][0-9,]*)(件|条|份|宗|例|起|次|个|项)", RegexOptions.NonBacktracking)]
    private static partial Regex Lawsuit();

    [GeneratedRegex("(未|没有|无)[^0-9]{0,10}(发生|收到|产生|出现|引发|引起|涉及|被)[^0-9]{0,30}(行政复议|行政诉讼)|(未|没有|无)[^0-9]{0,12}(行政复议|行政诉讼)", RegexOptions.NonBacktracking)]
    private static partial Regex NoCase();

    [GeneratedRegex("行政复议(申请|案件)?(、|和|及|以及|或|与)(被)?(提起)?行政诉讼(案件)?(均|都|各|共)?(为)?(0|零)(件|条|起|宗|例|次|个)", RegexOptions.NonBacktracking)]
    private static partial Regex NoneOfBoth();

    [GeneratedRegex("(行政复议|复议)[^0-9]*(行政诉讼|诉讼)|行政诉讼[^0-9]*复议", RegexOptions.NonBacktracking)]
    private static partial Regex Both();
}
