using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Whose report it is, on which year, and when it was published.</summary>
internal sealed record Identity(Fact<string>? AgencyName, Agency? Agency, Fact<int>? Year, Fact<DateOnly>? Published);

/// <summary>
/// Tells agency, year and publish date: sidecar first, then the register, then the report itself (title, signature, metadata, text), then the
/// file name. Weak inferences raise a diagnostic.
/// </summary>
internal static partial class IdentityReader
{
    private const int LinesAtEnd = 14;
    private const int LinesAtStart = 12;
    private const int LongestDateLine = 60;

    public static Identity Read(
        Document document, ReportTitle title, List<string> pageFields, SourceFile file, Sidecar sidecar, AgencyRegister register, ICollection<Diagnostic> diagnostics)
    {
        var lines = document.Blocks.Where(block => SectionReader.TextOf(block) is not null)
            .SelectMany(block => SectionReader.TextOf(block)!.Split('\n')).Select(line => ChineseDate.InDigits(TextFolding.Squeeze(line))).Where(line => line.Length > 0).ToList();
        var signature = ReadSignature(lines);
        var declared = ReadDeclared(pageFields, lines);
        var published = PublishDate(document, sidecar, declared.Date, signature.Date);
        var year = YearOf(document, title, lines, file, sidecar, published);
        var (name, agency) = AgencyOf(document, title, signature.Agency, declared.Publisher, lines, file, sidecar, register);

        var note = file.Name + ".yml";
        if (name is null)
            diagnostics.Add(DiagnosticRules.AgencyUnknown.For(note));
        else if (name.IsWeak || (name.Source == FactSource.Title && title.IsRegionOnly))
            diagnostics.Add(DiagnosticRules.AgencyWeak.For(name.Value, InWords(name.Source), note));
        if (year is null)
            diagnostics.Add(DiagnosticRules.YearUnknown.For(note));
        else if (year.Source is not (FactSource.Sidecar or FactSource.Title))
            diagnostics.Add(DiagnosticRules.YearWeak.For($"{year.Value}", InWords(year.Source), note));
        if (published is not null && year is not null && published.Value.Year != year.Value + 1)
            diagnostics.Add(DiagnosticRules.PublishDateOdd.For($"{published.Value:yyyy-MM-dd}", $"{year.Value}"));
        return new Identity(name, agency, year, published);
    }

    /// <summary>A fact's source in Chinese words.</summary>
    public static string InWords(FactSource source) => source switch
    {
        FactSource.Sidecar => "说明文件",
        FactSource.Register => "机关名录",
        FactSource.Title => "标题",
        FactSource.Signature => "落款",
        FactSource.Metadata => "网页信息",
        FactSource.Text => "正文",
        _ => "文件名",
    };

    private static Fact<DateOnly>? PublishDate(Document document, Sidecar sidecar, DateOnly? declared, DateOnly? signed) =>
        sidecar.Published is { } said ? new Fact<DateOnly>(said, FactSource.Sidecar)
        : document.Metadata.Published is { } meta ? new Fact<DateOnly>(meta, FactSource.Metadata)
        : declared is { } printed ? new Fact<DateOnly>(printed, FactSource.Metadata)
        : signed is { } date ? new Fact<DateOnly>(date, FactSource.Signature)
        : null;

    private static Fact<int>? YearOf(
        Document document, ReportTitle title, List<string> lines, SourceFile file, Sidecar sidecar, Fact<DateOnly>? published)
    {
        if (sidecar.Year is { } said)
            return new Fact<int>(said, FactSource.Sidecar);
        if (title.Year is { } titled)
            return new Fact<int>(titled, FactSource.Title);
        foreach (var line in lines)
            if (Period().Match(line) is { Success: true } period && ChineseDate.FindYear(period.Value[..4] + "年") is { } stated)
                return new Fact<int>(stated.Year, FactSource.Text);
        foreach (var line in lines.Take(LinesAtStart))
            foreach (Match announced in Announcement().Matches(line))
                if (!announced.Value.Contains("关于", StringComparison.Ordinal) && ChineseDate.FindYear(announced.Value) is { } own)
                    return new Fact<int>(own.Year, FactSource.Text);
        if (document.Metadata.Title is { } meta && ChineseDate.FindYearInTitle(TextFolding.Squeeze(meta)) is { } named)
            return new Fact<int>(named.Year, FactSource.Metadata);
        foreach (var line in lines)
            if (ChineseDate.FindYear(line) is { Index: 0 } opening && line.Length > LongestDateLine)
                return new Fact<int>(opening.Year, FactSource.Text);
        foreach (var line in lines)
            if (YearOfDisclosure().Match(line) is { Success: true } disclosed && ChineseDate.FindYear(disclosed.Value) is { } spoken)
                return new Fact<int>(spoken.Year, FactSource.Text);
        foreach (var line in lines)
            if (YearEnd().Match(line) is { Success: true } until && ChineseDate.FindYear(until.Value) is { } ended)
                return new Fact<int>(ended.Year, FactSource.Text);

        var counts = lines.SelectMany(ChineseDate.YearsIn).GroupBy(year => year).Select(group => (Year: group.Key, Count: group.Count()))
            .OrderByDescending(year => year.Count).Take(2).ToList();
        if (counts.Count > 0 && counts[0].Count >= 2 && (counts.Count == 1 || counts[0].Count >= 2 * counts[1].Count))
            return new Fact<int>(counts[0].Year, FactSource.Text);
        if (published is not null)
            return new Fact<int>(published.Value.Year - 1, published.Source);
        return YearInPath(file.Path) is { } inPath ? new Fact<int>(inPath, FactSource.FileName) : null;
    }

    /// <summary>A year in a file's name or folders that is no part of a longer number or word, such as a hash.</summary>
    private static int? YearInPath(string path)
    {
        foreach (var part in path.Split('/').Reverse())
            for (var i = 0; i + 4 <= part.Length; i++)
                if (!IsWordAt(part, i - 1) && !IsWordAt(part, i + 4) && ChineseDate.FindYear(TextFolding.Squeeze(part.Substring(i, 4)) + "年") is { Index: 0 } found)
                    return found.Year;
        return null;
    }

    private static bool IsWordAt(string text, int index) => index >= 0 && index < text.Length && char.IsAsciiLetterOrDigit(text[index]);

    private static (Fact<string>? Name, Agency? Agency) AgencyOf(
        Document document, ReportTitle title, string? signed, string? declared, List<string> lines, SourceFile file, Sidecar sidecar, AgencyRegister register)
    {
        if (sidecar.Agency is { } said)
        {
            var known = register.Find(said);
            return (new Fact<string>(known?.Name ?? said, FactSource.Sidecar), known);
        }

        var candidates = new List<Fact<string>>();
        void Add(string? name, FactSource source)
        {
            if (name is { Length: > 0 })
                candidates.Add(new Fact<string>(name.Replace('(', '（').Replace(')', '）'), source));
        }

        Add(title.IsRegionOnly ? null : title.Agency, FactSource.Title);
        Add(signed is null ? null : AgencyText.InFull(AgencyText.WithoutOffice(signed)), FactSource.Signature);
        Add(title.IsRegionOnly ? title.Agency : null, FactSource.Title);
        Add(PublisherName(document.Metadata.Publisher), FactSource.Metadata);
        Add(PublisherName(declared), FactSource.Metadata);
        if (candidates.Count == 0 || candidates[0].Source > FactSource.Signature || title.IsRegionOnly || !AgencyText.IsFullName(candidates[0].Value))
            Add(AuthorReader.Read(lines), FactSource.Text);
        foreach (var part in file.Path.Split('/').Reverse())
            Add(InFileName(part), FactSource.FileName);

        foreach (var candidate in candidates)
            if (register.FindByName(candidate.Value) is { } known)
                return (new Fact<string>(known.Name, candidate.Source <= FactSource.Signature ? FactSource.Register : candidate.Source), known);
        // 县民政局 alone, unknown to the register, tells no agency, nor does the inner office that published a page.
        candidates.RemoveAll(candidate => AgencyText.LacksRegion(candidate.Value) || (candidate.Source == FactSource.Metadata && !AgencyText.IsFullName(TextFolding.Squeeze(candidate.Value))));
        if (candidates.Count == 0)
            return (null, null);

        // A name that another ends with is the same body named in full: 浑江区民政局, 白山市浑江区民政局.
        var first = candidates[0];
        return (candidates.FirstOrDefault(other => other.Source != FactSource.FileName && AgencyText.IsFuller(other.Value, first.Value)
            && (other.Source <= FactSource.Signature || !AgencyText.IsFullName(first.Value) || title.IsRegionOnly)) ?? first, null);
    }

    private static string? PublisherName(string? publisher)
    {
        var squeezed = TextFolding.Squeeze(publisher ?? "");
        return AgencyText.IsName(squeezed) ? squeezed : null;
    }

    private static string? InFileName(string part)
    {
        var squeezed = TextFolding.Squeeze(Path.GetFileNameWithoutExtension(part));
        return TitleReader.AgencyIn(squeezed) ?? HanRun().Matches(squeezed).Select(match => match.Value.TrimEnd('年', '度').TrimStart('年', '度')).FirstOrDefault(AgencyText.IsName);
    }

    /// <summary>The date and the agency at the report's end. A line of the printer (印发) counts only if there is no other.</summary>
    private static (DateOnly? Date, string? Agency) ReadSignature(List<string> lines)
    {
        var printed = ((DateOnly? Date, string? Agency)?)null;
        // The signature may stand behind the last sentence.
        if (lines.Count > 0 && lines[^1].LastIndexOf('。') is > 0 and var end && end < lines[^1].Length - 1)
            lines = [.. lines[..^1], lines[^1][..(end + 1)], lines[^1][(end + 1)..]];
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - LinesAtEnd); i--)
        {
            if (lines[i].Length > LongestDateLine || ChineseDate.FindDate(lines[i]) is not { } found || !IsDateLine(lines[i], found))
                continue;
            var before = lines[i][..found.Index].Trim('(', ')', ',', ':');
            var own = AgencyText.IsName(before) ? before : null;
            if (lines[i].Contains("印发", StringComparison.Ordinal))
            {
                printed ??= (found.Date, null);
                continue;
            }

            return (found.Date, own ?? (i > 0 && AgencyText.IsName(lines[i - 1]) ? lines[i - 1] : i > 1 && AgencyText.IsName(lines[i - 2]) ? lines[i - 2] : null));
        }

        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - 3) && printed is null; i--)
            if (AgencyText.IsName(lines[i]))
                return (null, lines[i]);
        return printed ?? (null, null);
    }

    private static bool IsDateLine(string line, (DateOnly Date, int Index, int Length) found)
    {
        var rest = line[(found.Index + found.Length)..].Trim('(', ')', '。');
        var before = line[..found.Index].Trim('(', ')', ',', ':');
        return rest is "" or "印发" && (before.Length == 0 || AgencyText.IsName(before) || line.EndsWith("印发", StringComparison.Ordinal) || before is "日期" or "时间" or "发布日期" or "发布时间");
    }

    /// <summary>What a page prints near its title: 发布日期：2022-01-25 来源：示例县民政局; else a date alone on a line.</summary>
    private static (DateOnly? Date, string? Publisher) ReadDeclared(List<string> pageFields, List<string> lines)
    {
        DateOnly? date = null;
        string? publisher = null;
        foreach (var line in pageFields.Concat(lines.Take(LinesAtStart)).Where(line => line.Length <= 120).OrderBy(line => IsMadeDate(line)))
        {
            if (date is null && DateField().Match(line) is { Success: true } field && ChineseDate.FindDate(field.Value) is { } found && !IsRange(line.AsSpan(field.Index + field.Length)))
                date = found.Date;
            if (publisher is null && PublisherField().Match(line) is { Success: true } source)
                publisher = source.Groups["name"].Value;
        }

        foreach (var line in lines.Take(LinesAtStart / 2))
            if (date is null && ChineseDate.FindDate(line) is { } alone && alone.Length >= line.Trim('(', ')').Length)
                date = alone.Date;
        return (date, publisher);
    }

    /// <summary>When it was made (成文日期) counts only if the page does not say when it was published.</summary>
    private static bool IsMadeDate(string line) =>
        line.Contains("成文", StringComparison.Ordinal) || line.Contains("生成", StringComparison.Ordinal) || line.Contains("印发", StringComparison.Ordinal) || line.Contains("发文", StringComparison.Ordinal);

    /// <summary>时间为2022年1月1日至12月31日 is what the report covers, not when it was published.</summary>
    private static bool IsRange(ReadOnlySpan<char> rest) => rest.TrimStart('日') is [('至' or '到' or '起' or '—' or '~'), ..];

    [GeneratedRegex("20[0-9]{2}年1月1日(零时|0时)?(起|开始)?(-|—|~|至|到|－|–|―)*(20[0-9]{2}年)?12月31日|20[0-9]{2}年1月?(-|—|~|至|到|－|–|―)+(20[0-9]{2}年)?12月|20[0-9]{2}\\.0?1\\.0?1(-|—|~|至|到|－|–|―)+(20[0-9]{2}\\.)?12\\.31", RegexOptions.NonBacktracking)]
    private static partial Regex Period();

    [GeneratedRegex("(公布|公开|编制|发布|现将)[^,。;]{0,30}20[0-9]{2}年[^,。;]{0,20}(信息公开|政务公开)[^,。;]{0,8}(报告|年报)", RegexOptions.NonBacktracking)]
    private static partial Regex Announcement();

    [GeneratedRegex("20[0-9]{2}年度?,?[^0-9,。;]{0,16}主动公开(政府)?信息", RegexOptions.NonBacktracking)]
    private static partial Regex YearOfDisclosure();

    [GeneratedRegex("截(止|至)到?20[0-9]{2}年(12月31日|12月底|底|年底|末)", RegexOptions.NonBacktracking)]
    private static partial Regex YearEnd();

    [GeneratedRegex("[一-龥()]+", RegexOptions.NonBacktracking)]
    private static partial Regex HanRun();

    [GeneratedRegex("((发布|发文|公开|生成|成文|印发|公布|发稿|添加|更新)(日期|时间)|(^|[^止计限起])(日期|时间)):?[^一-龥]{0,2}20[0-9]{2}(年|-|/|\\.)[0-9]{1,2}(月|-|/|\\.)[0-9]{1,2}", RegexOptions.NonBacktracking)]
    private static partial Regex DateField();

    [GeneratedRegex("(来源|信息来源|文章来源|发布机构|发布单位|发布机关|作者):(?<name>[一-龥]{3,30})", RegexOptions.NonBacktracking)]
    private static partial Regex PublisherField();
}
