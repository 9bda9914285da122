using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>A report's title, put together from the lines it stands on.</summary>
/// <param name="Text">On one line, as printed; empty if there is none.</param>
/// <param name="Agency">The agency that it (or a line of its own beside it) names, or null.</param>
/// <param name="IsRegionOnly">It names only a region; <see cref="Agency"/> is that region's government, an inference.</param>
/// <param name="Year">The year that it names, or null.</param>
/// <param name="Blocks">The blocks that make it up.</param>
internal sealed record ReportTitle(string Text, string? Agency, bool IsRegionOnly, int? Year, ImmutableArray<Block> Blocks)
{
    public static readonly ReportTitle None = new("", null, false, null, []);
}

/// <summary>Finds the title: <c>乌苏市民政局2021年政府信息公开工作年度报告</c>, on one line or several, the agency before it, within it or below it.</summary>
internal static partial class TitleReader
{
    private const int LinesSearched = 40;
    private const int LinesBelow = 12;
    private const int LongestLine = 60;
    private const int MostLines = 4;

    public static ReportTitle Read(Document document, List<string> pageFields)
    {
        var lines = document.Blocks.Where(block => SectionReader.TextOf(block) is not null).Take(LinesSearched).ToList();
        if (Find(lines, 0, lines.Count) is { } first)
        {
            // A page's name of its column (政府信息公开年报) may stand above the title proper, which tells the year.
            if (first.Title.Year is null && Find(lines, first.End, Math.Min(lines.Count, first.End + LinesBelow)) is { Title.Year: not null } proper)
                return proper.Title.Agency is null ? proper.Title with { Agency = first.Title.Agency, IsRegionOnly = first.Title.IsRegionOnly } : proper.Title;
            return first.Title;
        }

        var printed = PageFields.TitleIn(pageFields) ?? document.Metadata.Title;
        return printed is not null && IsTitle(TextFolding.Squeeze(printed)) ? Parse(TextFolding.Squeeze(printed), [], 0, 0) with { Text = CellText.Clean(printed) } : ReportTitle.None;
    }

    private static (ReportTitle Title, int End)? Find(List<Block> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var joined = "";
            for (var count = 1; count <= MostLines && i + count <= end; count++)
            {
                var text = SectionReader.TextOf(lines[i + count - 1])!;
                if (text.Length > LongestLine || text.EndsWith('。') || IsNavigation(text))
                    break;
                joined += TextFolding.Squeeze(text);
                if (!IsTitle(joined))
                    continue;
                if (count > 1 && IsTitle(TextFolding.Squeeze(text)) && !CanPrecede(TextFolding.Squeeze(SectionReader.TextOf(lines[i])!)))
                    break;
                return (Parse(joined, lines, i, count), i + count);
            }
        }

        return null;
    }

    /// <summary>首页 &gt; 政务公开 &gt; 政府信息公开年报</summary>
    private static bool IsNavigation(string line) => line.AsSpan().IndexOfAny('>', '＞', '»') >= 0 || line.Contains("当前位置", StringComparison.Ordinal) || line.StartsWith("首页", StringComparison.Ordinal);

    private static bool IsTitle(string squeezed) =>
        squeezed.Length is >= 6 and <= 80 && Title().IsMatch(squeezed) && !squeezed.Contains("目录", StringComparison.Ordinal)
        && !squeezed.EndsWith("通知", StringComparison.Ordinal) && !squeezed.EndsWith("解读", StringComparison.Ordinal) && !squeezed.TrimEnd(':').EndsWith("如下", StringComparison.Ordinal);

    /// <summary>A line before the line with 年度报告 belongs to the title if it is an agency, a year or both.</summary>
    private static bool CanPrecede(string squeezed)
    {
        if (squeezed.EndsWith("关于", StringComparison.Ordinal))
            return true;
        var year = ChineseDate.FindYear(squeezed);
        if (year is { Index: 0 } && squeezed.Length <= year.Value.Length + 30)
            return true;
        var name = year is { } found && found.Index + found.Length == squeezed.Length ? squeezed[..found.Index] : squeezed;
        return AgencyText.IsName(name) || AgencyText.IsRegion(name) || (name.EndsWith("人民", StringComparison.Ordinal) && AgencyText.IsName(name + "政府"));
    }

    private static ReportTitle Parse(string squeezed, List<Block> lines, int first, int count)
    {
        var year = ChineseDate.FindYearInTitle(squeezed);
        var (agency, isRegion) = AgencyOf(squeezed, year);
        var blocks = lines.GetRange(first, count);
        if (agency is null || isRegion || AgencyText.LacksRegion(agency))
        {
            var beside = first + count < lines.Count ? NameOn(lines[first + count]) : null;
            if (beside is not null)
            {
                blocks.Add(lines[first + count]);
            }
            else if (first > 0 && NameOn(lines[first - 1]) is { } above)
            {
                // 西城区人民政府 above 西城区展览路街道…: whose site it is, not whose report.
                if (agency is null || AgencyText.IsFuller(above, agency) || above.StartsWith(agency, StringComparison.Ordinal) || agency.StartsWith(above, StringComparison.Ordinal))
                {
                    beside = above;
                    blocks.Insert(0, lines[first - 1]);
                }
            }

            if (beside is not null)
                (agency, isRegion) = (AgencyText.InFull(beside), false);
        }

        return new ReportTitle(
            string.Concat(lines.GetRange(first, count).Select(block => CellText.Clean(SectionReader.TextOf(block)!))),
            agency, isRegion, year is { } named && !IsRange(squeezed, named.Index) ? named.Year : null, [.. blocks]);
    }

    /// <summary>Whether a year is the end of several: 2022-2023年.</summary>
    private static bool IsRange(string title, int index) => index > 4 && title[index - 1] is ('-' or '—' or '~' or '至' or '、') && char.IsAsciiDigit(title[index - 2]);

    private static string? NameOn(Block line)
    {
        var squeezed = TextFolding.Squeeze(SectionReader.TextOf(line)!).Trim('(', ')');
        return AgencyText.IsName(squeezed) ? squeezed : null;
    }

    /// <summary>The agency that a name such as a file's has before 政府信息公开, or null.</summary>
    public static string? AgencyIn(string squeezed)
    {
        var (agency, isRegion) = AgencyOf(squeezed, ChineseDate.FindYearInTitle(squeezed));
        return isRegion ? null : agency;
    }

    /// <summary>What is left of the words before 政府信息公开 when the year is taken away.</summary>
    private static (string? Agency, bool IsRegionOnly) AgencyOf(string title, (int Year, int Index, int Length)? year)
    {
        var subject = Subject().Match(title);
        var before = subject.Success ? title[..subject.Index] : title;
        if (year is { } found && found.Index < before.Length)
            before = before[..found.Index] + before[Math.Min(before.Length, found.Index + found.Length)..];
        before = Around().Replace(before.Replace("()", "", StringComparison.Ordinal), "");
        var about = before.IndexOf("关于", StringComparison.Ordinal);
        if (about > 0)
            before = before[..about];

        // XX县人民政府信息公开…: 政府 ends the name and begins the subject.
        var startsWithGovernment = subject.Success && subject.Value.StartsWith("政府", StringComparison.Ordinal);
        if (startsWithGovernment && before.EndsWith("人民", StringComparison.Ordinal))
            return (before + "政府", false);
        if (AgencyText.IsName(before))
            return (AgencyText.InFull(before), false);
        if (AgencyText.IsRegion(before))
            return (AgencyText.GovernmentOf(before), true);
        return (null, false);
    }

    [GeneratedRegex("(政府|政务|政府政务)?信息与?(政务)?公开.{0,14}(年度报告|年报|工作报告|情况报告|情况的报告|报告)|政务公开.{0,10}(年度报告|年报)", RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    [GeneratedRegex("政府信息|政务信息|政府政务|政务公开|信息公开", RegexOptions.NonBacktracking)]
    private static partial Regex Subject();

    [GeneratedRegex("^(附件[0-9]*[:：]?|(标题|名称|信息名称):|\\(图解\\)|关于|《|\"|“|【)+|(关于|的|上|\\(|度)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Around();
}
