using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose columns are parted by two spaces and more, or whose rows end with a run of figures parted by single spaces
/// (<c>一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0</c>).
/// </summary>
internal static class SpacedTable
{
    private const int LongestCell = 60;
    private static readonly HashSet<string> Units = ["条", "件", "次", "篇", "个", "人", "人次", "万元"];

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (Split(lines[i]) is not { Count: > 1 })
            return null;
        var table = new RaggedTable(number);
        var figures = 0;
        for (; i < lines.Count; i++)
        {
            var cells = Split(lines[i]);
            if (cells is not { Count: > 1 } && !IsLoneCell(lines, i))
                break;
            cells ??= [lines[i].Trimmed];
            figures += cells.Count(FigureText.LooksLikeFigure);
            var line = lines[i].Number;
            table.Add([.. cells.Select(cell => (cell, line))]);
        }

        return figures >= 2 && (table.RowCount >= 2 || figures >= 7) ? table : null;
    }

    /// <summary>The cells of a line, one cell if it has no columns, null if it is no line of a table.</summary>
    private static List<string>? Split(TextLine line)
    {
        if (line.IsBlank || line.HasPipe || line.IsBox || line.Text.Contains('\t', StringComparison.Ordinal))
            return null;
        var cells = line.Trimmed.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (cells.Any(cell => cell.Length > LongestCell || cell.EndsWith('。')))
            return null;
        // Several figures within one of several columns are one cell, and unreadable.
        if ((cells.Count == 1 || !FigureText.LooksLikeFigure(cells[^1])) && SplitTail(cells[^1]) is { } tail)
        {
            cells.RemoveAt(cells.Count - 1);
            cells.AddRange(tail);
        }

        return cells;
    }

    /// <summary>Parts the figures at a text's end from the label before them; null if it has none.</summary>
    private static List<string>? SplitTail(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = words.Length;
        while (first > 0 && FigureText.LooksLikeFigure(words[first - 1]))
            first--;
        var count = words.Length - first;
        if (count == 0 || words.Length < 2)
            return null;
        if (first == 0)
            return count >= 2 ? [.. words] : null;
        var unit = first > 1 && Units.Contains(words[first - 1]);
        var label = string.Join(' ', words.Take(unit ? first - 1 : first));
        if (label.Contains('，', StringComparison.Ordinal) && !label.Contains('（', StringComparison.Ordinal) && !label.Contains('(', StringComparison.Ordinal))
            return null;
        return unit ? [label, words[first - 1], .. words.Skip(first)] : [label, .. words.Skip(first)];
    }

    /// <summary>A short line between two lines of the table: a title, a unit, or the first part of a label.</summary>
    private static bool IsLoneCell(List<TextLine> lines, int i) =>
        i + 1 < lines.Count && !lines[i].IsBlank && !lines[i].HasPipe && !lines[i].IsBox && lines[i].Trimmed.Length <= LongestCell
        && !lines[i].Trimmed.EndsWith('。') && !SectionNumber.StartsHeading(lines[i].Trimmed) && Split(lines[i + 1]) is { Count: > 1 };
}
