using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>
/// Finds in a report's own words whose report it is: 由…编制, 现公布…年度报告, 请与…联系. Weak evidence, strongest first; a name that is not told
/// in full (县民政局, 我局) is none.
/// </summary>
internal static partial class AuthorReader
{
    private const int LinesSearched = 25;
    private const int LongestSearched = 1500;

    private static readonly string[] LeadingWords = ["公布", "公开", "发布", "编制", "结合", "现将", "涵盖", "汇总", "社会", "综合"];

    /// <summary>Bodies that answer enquiries for a whole government.</summary>
    private static readonly string[] Desks = ["政务服务", "行政审批", "数据", "信息", "融媒体", "档案", "政府办", "人民政府"];

    /// <summary>The author, or null; a region stands for its government.</summary>
    public static string? Read(List<string> lines)
    {
        var head = lines.Take(LinesSearched).Select(line => line.Length > LongestSearched ? line[..LongestSearched] : line).ToList();
        return InAuthorship(head) ?? InSubject(head) ?? InOpening(head) ?? InContact(head);
    }

    /// <summary>本报告由示例县民政局编制</summary>
    private static string? InAuthorship(List<string> lines)
    {
        foreach (var line in lines)
            foreach (Match match in Authorship().Matches(line))
                if (NameOf(match.Groups["name"].Value, isReport: false) is { } name)
                    return name;
        return null;
    }

    /// <summary>现公布示例县民政局2021年政府信息公开工作年度报告; 结合示例县民政局政府信息公开工作.</summary>
    private static string? InSubject(List<string> lines)
    {
        foreach (var line in lines)
            foreach (Match match in Subject().Matches(line))
            {
                var rest = line.AsSpan(match.Index + match.Length);
                var isReport = rest[..Math.Min(rest.Length, 14)].IndexOfAny('告', '报') > 0 && rest[..Math.Min(rest.Length, 30)].IndexOf("通知") < 0;
                if (NameOf(match.Groups["name"].Value, isReport) is { } name)
                    return name;
            }

        return null;
    }

    /// <summary>2021年，示例县民政局认真贯彻…; 示例县民政局根据《条例》…</summary>
    private static string? InOpening(List<string> lines)
    {
        foreach (var line in lines)
            if (Opening().Match(line) is { Success: true } match && match.Groups["name"].Value is var name && AgencyText.IsFullName(name))
                return AgencyText.InFull(AgencyText.WithoutOffice(name));
        return null;
    }

    /// <summary>如有疑问，请与示例县民政局办公室联系: only if the report speaks of itself as such a body (我局) or names it again.</summary>
    private static string? InContact(List<string> lines)
    {
        foreach (var line in lines)
            foreach (Match match in Contact().Matches(line))
            {
                var name = AgencyText.WithoutOffice(match.Groups["name"].Value);
                if (AgencyText.IsFullName(name) && !Desks.Any(desk => name.Contains(desk, StringComparison.Ordinal)) && SpeaksAs(name, lines))
                    return AgencyText.InFull(name);
            }

        return null;
    }

    private static bool SpeaksAs(string name, List<string> lines)
    {
        var (own, self) = ($"我{name[^1]}", $"本{name[^1]}");
        return lines.Any(line => line.Contains(own, StringComparison.Ordinal) || line.Contains(self, StringComparison.Ordinal))
            || lines.Sum(line => line.Split(name).Length - 1) >= 2;
    }

    private static string? NameOf(string words, bool isReport)
    {
        // 由示例市人民政府信息公开办公室编制: the office is that of a government.
        var isOffice = Office().Match(words) is { Success: true, Index: > 0 };
        var name = isOffice ? words[..Office().Match(words).Index] : words;
        foreach (var leading in LeadingWords)
            if (name.LastIndexOf(leading, StringComparison.Ordinal) is >= 0 and var at)
                name = name[(at + leading.Length)..];
        name = name.TrimStart('了');
        if (name is ['在' or '到' or '于' or '与' or '对' or '向', ..])
            return null;
        if (name.EndsWith("人民", StringComparison.Ordinal))
            name += "政府";
        if (AgencyText.IsName(name))
            return AgencyText.IsFullName(name) ? AgencyText.InFull(AgencyText.WithoutOffice(name)) : null;
        return (isReport || isOffice) && name.Length > 2 && AgencyText.IsRegion(name) ? AgencyText.GovernmentOf(name) : null;
    }

    [GeneratedRegex("由(?<name>[一-龥]{3,40}?)(负责|组织编制|编制|编写|撰写|根据|依据|依照|按照|遵照|结合|牵头)", RegexOptions.NonBacktracking)]
    private static partial Regex Authorship();

    [GeneratedRegex("(公布|公开|发布|现将|编制|结合|涵盖|汇总)了?《?(20[0-9]{2}年度?的?)?(?<name>[一-龥]{2,40}?)(\\([^)]{2,30}\\))?(20[0-9]{2}年度?的?|的)?(政府|政务)?(信息公开|政务公开)", RegexOptions.NonBacktracking)]
    private static partial Regex Subject();

    [GeneratedRegex("^((截至)?20[0-9]{2}年(度|以来|底)?,?)?(?<name>[一-龥]{4,30}?)(\\([^)]{2,30}\\))?(坚持|严格|认真|按照|根据|依据|遵照|在|以|深入|积极|紧紧|全面|高度|切实|始终|持续|政府信息公开工作)", RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex("(请与|可与|请联系|请向|请同|通过|可在|可从)(?<name>[一-龥]{3,40}?)(联系|反映|咨询|门户网站|官网|官方网站|\\(|:|,)", RegexOptions.NonBacktracking)]
    private static partial Regex Contact();

    [GeneratedRegex("(政府)?信息公开|政务公开", RegexOptions.NonBacktracking)]
    private static partial Regex Office();
}
