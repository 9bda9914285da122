using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Reading.Markdown;

/// <summary>Lines of a Markdown file that are a table, whether or not a Markdown parser would take them for one.</summary>
/// <param name="First">Index of the first line.</param>
/// <param name="Last">Index of the last line.</param>
/// <param name="Html">The raw HTML, null for a table of lines.</param>
/// <param name="Rows">The lines that are rows, with their cells as they stand.</param>
internal sealed record MarkdownTable(int First, int Last, string? Html, ImmutableArray<(int Line, ImmutableArray<string> Cells)> Rows);

/// <summary>
/// Finds raw HTML tables (from <c>&lt;table</c> to its end, whatever blank lines are inside), pipe tables (also ragged ones and
/// ones without their separator line) and rows parted by tabs (which Markdown takes for code or one paragraph).
/// </summary>
internal static partial class MarkdownTables
{
    private delegate bool RowTest(string line);

    public static IEnumerable<MarkdownTable> Find(string[] lines)
    {
        for (var index = 0; index < lines.Length; index++)
        {
            var table = HtmlAt(lines, index) ?? RowsAt(lines, index, IsPipeRow, SplitPipes) ?? RowsAt(lines, index, IsTabRow, SplitTabs);
            if (table is null)
                continue;
            yield return table;
            index = table.Last;
        }
    }

    private static MarkdownTable? HtmlAt(string[] lines, int first)
    {
        if (!lines[first].Contains("<table", StringComparison.OrdinalIgnoreCase))
            return null;
        var open = 0;
        for (var last = first; last < lines.Length; last++)
        {
            // A table that is never closed ends where the next section begins.
            if (last > first && lines[last].StartsWith('#'))
                return Html(lines, first, last - 1);
            foreach (var tag in TableTag().EnumerateMatches(lines[last]))
                open += lines[last][tag.Index + 1] == '/' ? -1 : 1;
            if (open <= 0)
                return Html(lines, first, last);
        }

        return Html(lines, first, lines.Length - 1);
    }

    private static MarkdownTable Html(string[] lines, int first, int last) =>
        new(first, last, string.Join('\n', lines[first..(last + 1)]), []);

    private static MarkdownTable? RowsAt(string[] lines, int first, RowTest isRow, Func<string, ImmutableArray<string>> split)
    {
        var rows = ImmutableArray.CreateBuilder<(int Line, ImmutableArray<string> Cells)>();
        var last = first - 1;
        var isSeparated = false;
        for (var index = first; index < lines.Length; index++)
        {
            if (isRow(lines[index]))
            {
                last = index;
                // Dashes alone are a separator only in the second line; further down they are cells without a figure.
                if (Separator().IsMatch(lines[index]) || (rows.Count == 1 && !isSeparated && ShortSeparator().IsMatch(lines[index])))
                    isSeparated = true;
                else
                    rows.Add((index, split(lines[index])));
            }
            else if (index == first || !IsGap(lines, index, isRow))
                break;
        }

        var isTable = rows.Count > 1 || (rows.Count == 1 && (rows[0].Cells.Length > 2 || last > first));
        return isTable ? new MarkdownTable(first, last, null, rows.ToImmutable()) : null;
    }

    /// <summary>One empty line between rows of tabs, as converters leave it inside of a table.</summary>
    private static bool IsGap(string[] lines, int index, RowTest isRow) =>
        isRow == IsTabRow && string.IsNullOrWhiteSpace(lines[index]) && index + 1 < lines.Length && isRow(lines[index + 1]);

    private static bool IsPipeRow(string line) => PipeOutside().IsMatch(line);

    private static bool IsTabRow(string line) => line.AsSpan().TrimStart().Contains('\t') && !NumberedLine().IsMatch(line);

    private static ImmutableArray<string> SplitPipes(string line)
    {
        var row = line.Trim();
        var cells = PipeOutside().Split(row).Select(cell => cell.Replace(@"\|", "|", StringComparison.Ordinal).Trim()).ToList();
        if (cells[0].Length == 0)
            cells.RemoveAt(0);
        if (cells.Count > 0 && cells[^1].Length == 0 && row.EndsWith('|'))
            cells.RemoveAt(cells.Count - 1);
        return [.. cells];
    }

    private static ImmutableArray<string> SplitTabs(string line) => [.. line.Split('\t').Select(cell => cell.Trim())];

    [GeneratedRegex(@"</?table\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TableTag();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex PipeOutside();

    [GeneratedRegex(@"^(?=.*(?:--|:-|-:|==))[\s|:+=-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^[\s|-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ShortSeparator();

    // A number or bullet, a tab, and text: a list item rather than a row.
    [GeneratedRegex(@"^\s*(?:[-*+•●]|\d+[.)、．]|[（(]?[一二三四五六七八九十\d]+[）)、])\t+[^\t]*[^\t\d\s][^\t]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedLine();
}
