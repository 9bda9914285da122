namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose cells are parted by <c>|</c>. Either a line a row (with or without <c>|</c> at both ends), or as text of a web page: a cell may
/// end its line and the next line begin with the <c>|</c> that parts them; a <c>|</c> at a line's end ends the row.
/// </summary>
internal static class PipeTable
{
    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (!lines[i].HasPipe && !(NextStartsWithPipe(lines, i) && lines[i].Trimmed.Length <= 200))
            return null;
        var rows = ReadRows(lines, ref i);
        if (rows.Count < 2 && rows.Sum(row => row.Cells.Count) < 3)
            return null;

        var table = new RaggedTable(number);
        // Where every row begins with a bar it is the table's border, else an empty first cell.
        var border = rows.All(row => row.StartsWithBar);
        foreach (var (cells, _) in rows)
        {
            if (border)
                cells.RemoveAt(0);
            if (!TableFinder.IsRule(cells.Select(cell => cell.Text)))
                table.Add(cells);
        }

        return table;
    }

    private static List<(List<(string Text, int Line)> Cells, bool StartsWithBar)> ReadRows(List<TextLine> lines, ref int i)
    {
        var rows = new List<(List<(string Text, int Line)> Cells, bool StartsWithBar)>();
        List<(string Text, int Line)>? open = null;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = line.Trimmed.Replace('｜', '|');
            var startsWithBar = text.StartsWith('|');
            if (line.IsBlank)
            {
                if (open is null || !NextStartsWithPipe(lines, i))
                    break;
                continue;
            }

            if (!line.HasPipe)
            {
                if (open is not null && NextStartsWithPipe(lines, i))
                    open[^1] = Join(open[^1], text);
                else if (open is null && (NextStartsWithPipe(lines, i) || (rows.Count > 0 && ContinuesInNextLine(lines, i))))
                    rows.Add((open = [(text, line.Number)], false));
                else
                    break;
                continue;
            }

            var parts = text.Split('|');
            if (open is null || (!startsWithBar && !EndsInsideFirstCell(open)))
                rows.Add((open = [(parts[0].Trim(), line.Number)], startsWithBar));
            else if (!startsWithBar)
                open[^1] = Join(open[^1], parts[0].Trim());
            for (var p = 1; p < parts.Length; p++)
                open.Add((parts[p].Trim(), line.Number));

            if (text.EndsWith('|'))
            {
                // What stands behind the last bar is no cell.
                open.RemoveAt(open.Count - 1);
                open = null;
            }
        }

        return rows;
    }

    private static (string Text, int Line) Join((string Text, int Line) cell, string text) =>
        (cell.Text.Length == 0 ? text : cell.Text + "\n" + text, cell.Line);

    /// <summary>A first cell that stands on lines of its own before the line with its row's bars.</summary>
    private static bool EndsInsideFirstCell(List<(string Text, int Line)> row) => row.Count == 1;

    /// <summary>A numbered label broken over two lines, the second of which holds the bars.</summary>
    private static bool ContinuesInNextLine(List<TextLine> lines, int i) =>
        i + 1 < lines.Count && lines[i + 1].HasPipe && lines[i].Trimmed.Length <= 60
        && (char.IsAsciiDigit(lines[i].Trimmed[0]) || lines[i].Trimmed[0] is '(' or '（');

    private static bool NextStartsWithPipe(List<TextLine> lines, int i)
    {
        for (var next = i + 1; next < lines.Count; next++)
            if (!lines[next].IsBlank)
                return lines[next].Trimmed[0] is '|' or '｜';
        return false;
    }
}
