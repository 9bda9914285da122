using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>
/// A file may hold more than one report: of two agencies, or of this year and the last. One of them is taken, whole; nothing of the others ever fills
/// its gaps. Where the sidecar, the page's own title or the file's name does not tell which it is, it is the first.
/// </summary>
internal static class ReportChooser
{
    private const int LinesAbove = 20;
    private const int FewestSections = 2;

    /// <summary>Without a title of its own a text begins a report anew only with so many other sections.</summary>
    private const int FewestSectionsWithoutTitle = 3;

    private const int LongestHeading = 45;
    private const int MostAbove = 300;
    private const int FewestRows = 4;
    private const string FirstRow = "本年新收";
    private const int RowsSearched = 8;
    private const int CellsSearched = 4;

    /// <summary>The document with the blocks of one report only.</summary>
    public static Document Choose(Document document, SourceFile file, Sidecar sidecar)
    {
        var blocks = SectionReader.PartLines(document.Blocks);
        var starts = FindStarts(blocks);
        if (starts.Count == 0)
            return FromTitle(document with { Blocks = blocks });
        var parts = starts.Prepend(0).Zip(starts.Append(blocks.Length), (start, end) => blocks[start..end]).ToList();
        var titles = parts.ConvertAll(part => TitleReader.Find(Lines(part))?.Title ?? ReportTitle.None);
        var chosen = Hints(document, file, sidecar).Select(hint => titles.Select((title, index) => (Index: index, IsMeant: IsMeant(title, hint))).Where(title => title.IsMeant).Select(title => title.Index).ToList())
            .FirstOrDefault(meant => meant.Count > 0 && meant.Count < parts.Count) is { } told ? told[0] : 0;
        var others = Enumerable.Range(0, parts.Count).Where(index => index != chosen).ToList();
        var diagnostic = DiagnosticRules.OneOfSeveral.At(parts[others[0]][0].Location, $"{parts.Count}", NameOf(titles[chosen]), string.Join("、", others.Select(index => $"“{NameOf(titles[index])}”")));
        return FromTitle(document with { Blocks = parts[chosen], Diagnostics = document.Diagnostics.Add(diagnostic) });
    }

    /// <summary>
    /// The titles of other reports may be listed above a report, as links to them: it begins with the one that the page itself is called by, or else
    /// with the last.
    /// </summary>
    private static Document FromTitle(Document document)
    {
        var body = 0;
        while (body < document.Blocks.Length && body < MostAbove && !BeginsBody(document.Blocks[body]))
            body++;
        if (body is < 2 or MostAbove)
            return document;
        var titles = TitleReader.FindAll(Lines(document.Blocks[..body])).FindAll(title => title.Year is not null && IsPlain(title.Text));
        if (titles.Count < 2 || titles.TrueForAll(title => title.Year == titles[0].Year && (title.Agency ?? titles[0].Agency) == (titles[0].Agency ?? title.Agency)))
            return document;
        var page = document.Metadata.Title is { } name ? TitleReader.Parse(name) : ReportTitle.None;
        var named = titles.Find(title => IsMeant(title, (page.Year, page.Agency)));
        var chosen = named ?? titles[^1];
        return document with
        {
            Blocks = document.Blocks[document.Blocks.IndexOf(chosen.Blocks[0], 0, body, ReferenceEqualityComparer.Instance)..],
            Diagnostics = named is null ? document.Diagnostics.Add(DiagnosticRules.TitleUnclear.At(chosen.Blocks[0].Location, chosen.Text)) : document.Diagnostics,
        };
    }

    private static bool BeginsBody(Block block) => block is Table { Rows.Length: >= FewestRows }
        || (SectionReader.TextOf(block) is { } text && SectionHeading.Of(text) is { Kind: not SectionKind.Additional } heading && (heading.Numbering != Numbering.None || heading.Kind == SectionKind.Overview));

    /// <summary>Whether a title is no more than one: no sentence that speaks of a report.</summary>
    private static bool IsPlain(string title) => title.AsSpan().IndexOfAny("，,；;：:《") < 0;

    private static string NameOf(ReportTitle title) => title.Text.Length > 0 ? title.Text : "（无标题）";

    /// <summary>What says of the file as a whole which year's and whose report it is, strongest first.</summary>
    private static IEnumerable<(int? Year, string? Agency)> Hints(Document document, SourceFile file, Sidecar sidecar)
    {
        yield return (sidecar.Year, sidecar.Agency);
        var page = document.Metadata.Title is { } title ? TitleReader.Parse(title) : ReportTitle.None;
        yield return (page.Year, page.Agency);
        yield return (IdentityReader.YearInPath(file.Path), null);
    }

    private static bool IsMeant(ReportTitle title, (int? Year, string? Agency) hint) =>
        (hint.Year is not null || hint.Agency is not null)
        && (hint.Year is null || title.Year == hint.Year)
        && (hint.Agency is null || (title.Agency is { } agency && (agency.EndsWith(hint.Agency, StringComparison.Ordinal) || hint.Agency.EndsWith(agency, StringComparison.Ordinal))));

    /// <summary>Where a second report begins, and each further one.</summary>
    private static List<int> FindStarts(ImmutableArray<Block> blocks)
    {
        var headings = blocks.Count(MayBeginReport) < 2 ? [] : SectionReader.FindHeadings(blocks).Where(candidate => candidate.Heading.Kind != SectionKind.Additional).ToList();
        var starts = new List<int>();
        var seen = new HashSet<SectionKind>();
        for (var i = 0; i < headings.Count; i++)
        {
            var (index, heading) = headings[i];
            if (seen.Count >= FewestSections && heading.Kind == SectionKind.Overview && seen.Contains(heading.Kind))
            {
                var others = headings.Skip(i + 1).TakeWhile(later => later.Heading.Kind != SectionKind.Overview).Select(later => later.Heading.Kind).Distinct().Count();
                var title = TitleAbove(blocks, headings[i - 1].Index + 1, index);
                if (others >= (title is null ? FewestSectionsWithoutTitle : FewestSections))
                {
                    starts.Add(title?.Index ?? index);
                    seen.Clear();
                }
            }

            seen.Add(heading.Kind);
        }

        return starts.Count > 0 ? starts : FindStartsByTables(blocks);
    }

    private static bool MayBeginReport(Block block) =>
        SectionReader.TextOf(block) is { } text && text.AsSpan(0, Math.Min(text.Length, LongestHeading)) is var head && (head.Contains("情况", StringComparison.Ordinal) || head.Contains('概'))
        && SectionHeading.Of(text) is { Kind: SectionKind.Overview };

    private static bool IsFirstTable(Block block) =>
        block is Table table && table.Rows.Take(RowsSearched).Any(row => row.Cells.Take(CellsSearched).Any(cell => cell.Text.Contains(FirstRow, StringComparison.Ordinal)));

    /// <summary>Reports that are little more than their tables: each table 三 that begins below a title of another agency or year.</summary>
    private static List<int> FindStartsByTables(ImmutableArray<Block> blocks)
    {
        var tables = Enumerable.Range(0, blocks.Length).Where(index => IsFirstTable(blocks[index])).ToList();
        var starts = new List<int>();
        if (tables.Count < 2 || TitleIn(blocks, 0, tables[0])?.Title is not { } title)
            return starts;
        for (var t = 1; t < tables.Count; t++)
        {
            if (TitleIn(blocks, tables[t - 1] + 1, tables[t]) is not { } next || (next.Title.Year ?? title.Year, next.Title.Agency ?? title.Agency) == (title.Year, title.Agency))
                continue;
            starts.Add(next.Index);
            title = next.Title;
        }

        return starts;
    }

    /// <summary>The title among the lines right above a block, no further up than the last table.</summary>
    private static (ReportTitle Title, int Index)? TitleAbove(ImmutableArray<Block> blocks, int first, int end)
    {
        var start = end;
        while (start > first && end - start < LinesAbove && blocks[start - 1] is not Table)
            start--;
        return TitleIn(blocks, start, end);
    }

    /// <summary>The first title among blocks, and where it begins.</summary>
    private static (ReportTitle Title, int Index)? TitleIn(ImmutableArray<Block> blocks, int start, int end) =>
        TitleReader.Find(Lines(blocks[start..end])) is { Title: { Blocks: [var first, ..] } title }
            ? (title, blocks.IndexOf(first, start, end - start, ReferenceEqualityComparer.Instance))
            : null;

    private static List<Block> Lines(ImmutableArray<Block> blocks) => [.. blocks.Where(block => block is not Table)];
}
