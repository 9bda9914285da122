using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Html;
using DisclosureArchive.Reports.Reading.PlainText;

namespace DisclosureArchive.Reports.Reading.Markdown;

/// <summary>Lines of a Markdown file that are a table, whether or not a Markdown parser would take them for one, and what they read as.</summary>
/// <param name="First">Index of the first line.</param>
/// <param name="Last">Index of the last line.</param>
/// <param name="Blocks">The table, with what stands around it on the same lines.</param>
internal sealed record MarkdownTable(int First, int Last, ImmutableArray<Block> Blocks);

/// <summary>
/// Finds raw HTML tables (from <c>&lt;table</c> to its end, whatever blank lines are inside), pipe tables (also ragged ones and
/// ones without their separator line), and the layouts of plain text, such as rows parted by tabs (which Markdown takes for code).
/// </summary>
/// <param name="lines">The lines of the file.</param>
/// <param name="cellText">From the Markdown of a cell to its text.</param>
internal sealed partial class MarkdownTables(string[] lines, Func<string, string> cellText)
{
    private readonly List<TextLine> _plain = Lines(lines);
    private static readonly string[] Rules = ["---", ":-", "-:", "=="];

    private int _tables;

    public IEnumerable<MarkdownTable> Find()
    {
        for (var index = 0; index < lines.Length; index++)
        {
            if (_plain[index].IsBlank || (HtmlAt(index) ?? PipesAt(index) ?? PlainAt(index)) is not { } table)
                continue;
            yield return table;
            index = table.Last;
        }
    }

    private MarkdownTable? HtmlAt(int first)
    {
        if (!lines[first].Contains("<table", StringComparison.OrdinalIgnoreCase))
            return null;
        var open = 0;
        var last = first;
        for (; last < lines.Length; last++)
        {
            foreach (var tag in TableTag().EnumerateMatches(lines[last]))
                open += lines[last][tag.Index + 1] == '/' ? -1 : 1;
            // A table that is never closed ends where the next section begins.
            if (open <= 0 || last + 1 == lines.Length || lines[last + 1].StartsWith('#'))
                break;
        }

        var html = new HtmlBlocks(first, _tables);
        var blocks = html.ReadFragment(string.Join('\n', lines[first..(last + 1)]));
        _tables = html.Tables;
        return new MarkdownTable(first, last, blocks);
    }

    private MarkdownTable? PipesAt(int first)
    {
        var table = new RaggedTable(_tables + 1);
        var isSeparated = false;
        var last = first;
        for (; last < lines.Length && PipeIn(lines[last], 0) >= 0; last++)
        {
            // Dashes alone are a separator only in the second line; further down they are cells without a figure.
            if (IsSeparator(lines[last]) || (table.RowCount == 1 && !isSeparated && IsMadeOf(lines[last], "|:-")))
                isSeparated = true;
            else
                table.Add([.. SplitPipes(lines[last]).Select(cell => (cellText(cell), last + 1))]);
        }

        if (last - first < 2 && !lines[first].AsSpan().Trim().StartsWith('|'))
            return null;
        return Finished(table, first, last - 1);
    }

    private MarkdownTable? PlainAt(int first)
    {
        var next = first;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (NumberedLine().IsMatch(lines[first]) || !TableFinder.TryRead(_plain, ref next, _tables + 1, blocks))
            return null;
        // The text above a pipe table is no cell of it.
        if (!_plain[first].IsBox && _plain.GetRange(first, next - first).Exists(line => line.HasPipe))
            return null;
        _tables += blocks.Count(block => block is Table);
        return new MarkdownTable(first, next - 1, [.. blocks.Select(Reduced)]);
    }

    private MarkdownTable Finished(RaggedTable table, int first, int last)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        table.AppendTo(blocks);
        _tables += blocks.Count(block => block is Table);
        return new MarkdownTable(first, last, blocks.ToImmutable());
    }

    private static List<TextLine> Lines(string[] lines)
    {
        List<TextLine> plain = [.. lines.Select((line, index) => new TextLine(line, index + 1, hasImage: false))];
        TextLine.Link(plain);
        return plain;
    }

    private Block Reduced(Block block) => block switch
    {
        Table table => table with { Rows = [.. table.Rows.Select(Reduced)] },
        Paragraph paragraph => paragraph with { Text = cellText(paragraph.Text) },
        _ => block,
    };

    private TableRow Reduced(TableRow row) => row with { Cells = [.. row.Cells.Select(cell => cell with { Text = cellText(cell.Text) })] };

    /// <summary>The next pipe that parts cells, which one behind a backslash does not; -1 if there is none.</summary>
    private static int PipeIn(string text, int from)
    {
        for (var at = from; at < text.Length && (at = text.IndexOf('|', at)) >= 0; at++)
            if (at == 0 || text[at - 1] != '\\')
                return at;
        return -1;
    }

    private static bool IsSeparator(string line) => IsMadeOf(line, "|:+=-") && Rules.Any(rule => line.Contains(rule, StringComparison.Ordinal));

    private static bool IsMadeOf(string line, string marks) => line.Length > 0 && line.All(c => char.IsWhiteSpace(c) || marks.Contains(c, StringComparison.Ordinal));

    private static List<string> SplitPipes(string line)
    {
        var row = line.Trim();
        var cells = new List<string>();
        var start = 0;
        for (var pipe = PipeIn(row, 0); start <= row.Length; pipe = PipeIn(row, start))
        {
            var end = pipe < 0 ? row.Length : pipe;
            cells.Add(row[start..end].Replace(@"\|", "|", StringComparison.Ordinal).Trim());
            start = end + 1;
        }

        if (cells[0].Length == 0)
            cells.RemoveAt(0);
        if (cells.Count > 0 && cells[^1].Length == 0 && row.EndsWith('|'))
            cells.RemoveAt(cells.Count - 1);
        return cells;
    }

    [GeneratedRegex(@"</?table\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TableTag();

    // A number or bullet, a tab, and text: a list item rather than a row.
    [GeneratedRegex(@"^\s*(?:[-*+•●]|\d+[.)、．]|[（(]?[一二三四五六七八九十\d]+[）)、])\t+[^\t]*[^\t\d\s][^\t]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NumberedLine();
}
