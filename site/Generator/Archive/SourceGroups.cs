using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// Tells which files are one report, given in several containers: those of a folder that share their name but for the extension, unless they say that they
/// are of different agencies or years; and those of different names that read alike in figures, title and prose. A revision must never be swallowed:
/// in doubt a file is a report of its own.
/// </summary>
public static class SourceGroups
{
    /// <summary>How many Han characters of prose must be the same before files of different names count as one report.</summary>
    private const int EnoughProse = 100;

    /// <summary>Containers, from the one that tells most of its tables to the one that tells least.</summary>
    private static readonly ImmutableArray<DocumentFormat> Precedence =
    [
        DocumentFormat.Docx, DocumentFormat.Doc, DocumentFormat.Odt, DocumentFormat.Rtf, DocumentFormat.Html, DocumentFormat.Mhtml, DocumentFormat.Xlsx,
        DocumentFormat.Markdown, DocumentFormat.PlainText, DocumentFormat.Pdf, DocumentFormat.Csv, DocumentFormat.Unsupported,
    ];

    /// <summary>What people write into the names of revised reports and of their copies.</summary>
    private static readonly ImmutableArray<string> RevisionWords =
        ["修订", "更正", "订正", "修正", "修改", "勘误", "补充", "补正", "重新", "重发", "更新", "新", "旧", "废", "撤", "版", "稿", "v1", "v2", "v3", "(1)", "(2)", "(3)"];

    /// <summary>What is not prose of the report but of the page that it stands on.</summary>
    private static readonly ImmutableArray<SectionKind> NotProse = [SectionKind.Preamble, SectionKind.Additional];

    /// <summary>The files of each report, the main one first, in the order of the main ones' paths.</summary>
    /// <param name="files">All files, as they were read.</param>
    /// <param name="load">Gives the whole reading of one; asked only for those that may be one report.</param>
    public static ImmutableArray<ImmutableArray<SourceInfo>> Find(IEnumerable<ReportSummary> files, Func<SourceInfo, AnnualReport> load) =>
    [
        .. files.GroupBy(file => NameOf(file.Source.Path), StringComparer.Ordinal)
            .SelectMany(named => PartByName([.. named], load))
            .GroupBy(group => IdentityOf(group[0]), StringComparer.Ordinal)
            .SelectMany(alike => alike.Key.Length == 0 ? [.. alike] : JoinByContent(alike, load))
            .OrderBy(group => group[0].Source.Path, StringComparer.Ordinal)
            .Select(group => group.Select(file => file.Source).ToImmutableArray()),
    ];

    /// <summary>The file that figures are taken from comes first: one that has any, then the one that a sidecar calls current, then the one with most of them read.</summary>
    private static IEnumerable<ReportSummary> MainFirst(IEnumerable<ReportSummary> files) => files
        .OrderByDescending(file => Readable(file) > 0)
        .ThenByDescending(file => file.DeclaredCurrent == true)
        .ThenByDescending(file => file.TranscribedBy is null ? Readable(file) : 0)
        .ThenByDescending(Readable)
        .ThenBy(file => Precedence.IndexOf(file.Source.Format))
        .ThenBy(file => file.Source.Path, StringComparer.Ordinal);

    private static int Readable(ReportSummary file) =>
        file.Cells.Where(state => state.Key is not (FigureState.Missing or FigureState.Unreadable)).Sum(state => state.Value);

    private static IEnumerable<ImmutableArray<ReportSummary>> PartByName(ImmutableArray<ReportSummary> files, Func<SourceInfo, AnnualReport> load)
    {
        if (files.Length == 1)
            return [files];
        var readings = files.ToDictionary(file => file.Source, file => load(file.Source));
        // Two files of one container are no two containers of one report, an archive is none, and a revision that a sidecar calls superseded stays one.
        bool StandsAlone(ReportSummary file) =>
            file.DeclaredCurrent == false
            || files.Count(other => ContainerOf(other) == ContainerOf(file)) > 1
            || readings[file.Source].Diagnostics.Any(diagnostic => diagnostic.Rule == DiagnosticRules.ArchiveRefused);

        var groups = new List<ImmutableArray<ReportSummary>>();
        foreach (var file in MainFirst(files))
        {
            var home = StandsAlone(file)
                ? -1
                : groups.FindIndex(group => group.All(member => !StandsAlone(member) && MayBeOne(readings[member.Source], readings[file.Source])));
            if (home < 0)
                groups.Add([file]);
            else
                groups[home] = groups[home].Add(file);
        }

        return groups;
    }

    /// <summary>Whether two files of one name say nothing against being one report: what a file is called says the same of both.</summary>
    private static bool MayBeOne(AnnualReport one, AnnualReport other) =>
        Agree(one.AgencyName, other.AgencyName, (a, b) => one.Agency is not null && other.Agency is not null
            ? one.Agency.Id == other.Agency.Id
            : a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal))
        && Agree(one.Year, other.Year, (a, b) => a == b);

    private static bool Agree<T>(Fact<T>? one, Fact<T>? other, Func<T, T, bool> areSame) =>
        one is null || other is null || areSame(one.Value, other.Value)
        || one.Source == FactSource.FileName || other.Source == FactSource.FileName
        || (one.Source == FactSource.Sidecar && other.IsWeak) || (other.Source == FactSource.Sidecar && one.IsWeak);

    private static List<ImmutableArray<ReportSummary>> JoinByContent(IEnumerable<ImmutableArray<ReportSummary>> groups, Func<SourceInfo, AnnualReport> load)
    {
        var joined = new List<ImmutableArray<ReportSummary>>();
        foreach (var group in groups)
        {
            var home = joined.FindIndex(other => AreAlike(other, group) && AreAlike(load(other[0].Source), load(group[0].Source)));
            if (home < 0)
                joined.Add(group);
            else
                joined[home] = [.. MainFirst(joined[home].Concat(group))];
        }

        return joined;
    }

    /// <summary>Agency and year of a file that may be the same report as one of another name; empty for one that may not.</summary>
    private static string IdentityOf(ReportSummary file) =>
        file is { AgencyName: { } agency, Year: { } year, DeclaredCurrent: null, TranscribedBy: null, Withdrawal: null, Title.Length: > 0 }
        && file.Cells.GetValueOrDefault(FigureState.Reported) > 0 && !file.Cells.ContainsKey(FigureState.Unreadable)
            ? $"{year} {agency}"
            : "";

    private static bool AreAlike(ImmutableArray<ReportSummary> one, ImmutableArray<ReportSummary> other)
    {
        var files = one.AddRange(other);
        return files.DistinctBy(ContainerOf).Count() == files.Length
            && files.All(file => file.DeclaredCurrent is null)
            && files.Select(file => file.Published).OfType<DateOnly>().Distinct().Count() <= 1
            && files.All(file => !RevisionWords.Any(word => FileNameOf(file).Contains(word, StringComparison.OrdinalIgnoreCase)))
            && TextFolding.Squeeze(one[0].Title) == TextFolding.Squeeze(other[0].Title);
    }

    private static bool AreAlike(AnnualReport one, AnnualReport other) =>
        one.Tables.Select(table => (table.Form.Edition, table.Form.Id)).SequenceEqual(other.Tables.Select(table => (table.Form.Edition, table.Form.Id)))
        && one.Figures.Select(figure => (figure.State, figure.Value)).SequenceEqual(other.Figures.Select(figure => (figure.State, figure.Value)))
        && IsSameProse(one, other);

    /// <summary>A page may print something behind a section's end, so one prose may go on where the other has ended.</summary>
    private static bool IsSameProse(AnnualReport one, AnnualReport other)
    {
        var same = 0;
        foreach (var kind in one.Sections.Concat(other.Sections).Select(section => section.Kind).Distinct().Where(kind => !NotProse.Contains(kind)))
        {
            var (a, b) = (HanOf(one, kind), HanOf(other, kind));
            if (a.Length > b.Length)
                (a, b) = (b, a);
            if (!b.StartsWith(a, StringComparison.Ordinal) || (a.Length == 0 && b.Length > 0))
                return false;
            same += a.Length;
        }

        return same >= EnoughProse;
    }

    private static string HanOf(AnnualReport report, SectionKind kind)
    {
        var text = new StringBuilder();
        foreach (var block in report.Sections.Where(section => section.Kind == kind).SelectMany(section => section.Blocks))
            foreach (var c in block switch { Heading heading => heading.Text, Paragraph paragraph => paragraph.Text, _ => "" })
                if (c is >= '\u4E00' and <= '\u9FFF')
                    text.Append(c);
        return text.ToString();
    }

    private static string ContainerOf(ReportSummary file) =>
        file.Source.Format == DocumentFormat.Unsupported ? PathName.ExtensionOf(FileNameOf(file)).ToLowerInvariant() : $"{file.Source.Format}";

    private static string FileNameOf(ReportSummary file) => file.Source.Path[(file.Source.Path.LastIndexOf('/') + 1)..];

    /// <summary>
    /// Folder and name without extension; case, width and spaces do not count in the name. Unicode's composed and decomposed forms do: the program runs
    /// without the tables that tell them, and names in Han characters have one form only.
    /// </summary>
    private static string NameOf(string path)
    {
        var start = path.LastIndexOf('/') + 1;
        var name = path[start..];
        return path[..start] + TextFolding.FoldWidth(name[..^PathName.ExtensionOf(name).Length]).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
    }
}
