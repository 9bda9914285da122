using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose cells are parted by <c>|</c>. Either a line a row (with or without <c>|</c> at both ends), or as text of a web page: a cell may
/// end its line and the next line begin with the <c>|</c> that parts them; a <c>|</c> at a line's end ends the row, or every cell.
/// </summary>
internal static class PipeTable
{
    /// <summary>How many lines a cell may be broken over.</summary>
    private const int MostLinesOfCell = 16;
    private const int LongestLineOfCell = 60;
    private const int LongestFirstLine = 20;


    /// <summary>After how many lines it is plain how a table is set.</summary>
    private const int LinesLookedAt = 400;

    private const int FewestEven = 3;

    /// <summary>Fewer lone cells than these are rows.</summary>
    private const int FewestCells = 6;

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (!lines[i].HasPipe && !NextStartsWithPipe(lines, i) && !(lines[i].Trimmed.Length <= LongestFirstLine && IsCellLine(lines, i)))
            return null;
        if (ReadEven(lines, ref i, number) is { } even)
            return even;
        var rows = ReadRows(lines, ref i);
        if (rows.Count < 2 && rows.Sum(row => row.Cells.Count) < 3)
            return null;

        if (IsCellALine(rows.ConvertAll(row => row.Cells)))
            return Regroup(rows.SelectMany(row => row.Cells), number);

        JoinBlankCells(rows);
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

    /// <summary>Lines with equally many bars each are rows, whether their first cell is empty or not.</summary>
    private static RaggedTable? ReadEven(List<TextLine> lines, ref int i, int number)
    {
        var end = i;
        while (end < lines.Count && lines[end].HasPipe)
            end++;
        var rows = lines.GetRange(i, end - i).ConvertAll(line => (Cells: line.Trimmed.Replace('｜', '|').Split('|'), line.Number));
        if (rows.Count < FewestEven || rows[0].Cells.Length < FewestEven || rows.Exists(row => row.Cells.Length != rows[0].Cells.Length) || (end < lines.Count && !lines[end].IsBlank && IsCellLine(lines, end)))
            return null;
        var first = rows.TrueForAll(row => row.Cells[0].Length == 0) ? 1 : 0;
        var last = rows[0].Cells.Length - (rows.TrueForAll(row => row.Cells[^1].Length == 0) ? 1 : 0);
        var table = new RaggedTable(number);
        foreach (var (cells, line) in rows)
            if (!TableFinder.IsRule(cells))
                table.Add([.. cells[first..last].Select(cell => (cell.Trim(), line))]);
        i = end;
        return table;
    }

    /// <summary>The blank cells of a row may stand below its label, bars alone on lines of their own.</summary>
    private static void JoinBlankCells(List<(List<(string Text, int Line)> Cells, bool StartsWithBar)> rows)
    {
        var joined = new HashSet<int>();
        for (var i = rows.Count - 1; i > 0; i--)
        {
            var above = rows[i - 1];
            if (!rows[i].StartsWithBar || above.StartsWithBar || rows[i].Cells.Exists(cell => cell.Text.Length > 0) || above.Cells.Count(cell => cell.Text.Length > 0) != 1)
            {
                continue;
            }

            above.Cells.AddRange(rows[i].Cells);
            joined.Add(i);
        }

        var index = 0;
        rows.RemoveAll(_ => joined.Contains(index++));
    }

    /// <summary>Whether the bar ends each cell rather than each row: nearly all rows that hold text hold one cell.</summary>
    private static bool IsCellALine(List<List<(string Text, int Line)>> rows)
    {
        var filled = rows.Where(row => row.Exists(cell => cell.Text.Length > 0)).ToList();
        return filled.Count >= FewestCells && filled.Count(row => row.Count == 1) * 4 >= filled.Count * 3;
    }

    /// <summary>Puts rows together from cells one a line: a row begins with the first label after a figure or a blank cell.</summary>
    private static RaggedTable Regroup(IEnumerable<(string Text, int Line)> cells, int number)
    {
        var table = new RaggedTable(number);
        var row = new List<(string Text, int Line)>();
        foreach (var cell in cells)
        {
            if (row.Count > 0 && IsValue(row[^1].Text) && !IsValue(cell.Text) && row.Exists(other => !IsValue(other.Text)))
            {
                table.Add(row);
                row = [];
            }

            row.Add(cell);
        }

        table.Add(row);
        return table;
    }

    private static bool IsValue(string text) => text.Length == 0 || FigureText.LooksLikeFigure(text);

    private static List<(List<(string Text, int Line)> Cells, bool StartsWithBar)> ReadRows(List<TextLine> lines, ref int i)
    {
        var rows = new List<(List<(string Text, int Line)> Cells, bool StartsWithBar)>();
        var lineARow = IsLineARow(lines, i);
        List<(string Text, int Line)>? open = null;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            var text = line.Trimmed.Replace('｜', '|');
            if (line.IsBlank)
            {
                if (open is null || !NextStartsWithPipe(lines, i))
                    break;
                continue;
            }

            if (!line.HasPipe)
            {
                if (lineARow || !(NextStartsWithPipe(lines, i) || IsCellLine(lines, i)))
                    break;
                if (open is null)
                    rows.Add((open = [(text, line.Number)], false));
                else
                    open[^1] = Join(open[^1], text);
                continue;
            }

            var parts = text.Split('|');
            if (open is null || lineARow)
                rows.Add((open = [(parts[0].Trim(), line.Number)], text.StartsWith('|')));
            else
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

    /// <summary>Whether the bars only part cells, so that each line is a row: hardly a line begins or ends with one.</summary>
    private static bool IsLineARow(List<TextLine> lines, int start)
    {
        var bars = 0;
        var atEnds = 0;
        for (var i = start; i < Math.Min(lines.Count, start + LinesLookedAt) && !lines[i].IsBlank; i++)
        {
            if (!lines[i].HasPipe)
                continue;
            bars++;
            if (lines[i].Trimmed[0] is '|' or '｜' || lines[i].Trimmed[^1] is '|' or '｜')
                atEnds++;
        }

        return atEnds * 4 < bars;
    }

    /// <summary>A line without bars that is part of a cell: a line with bars follows soon, and it is neither a heading nor a sentence.</summary>
    private static bool IsCellLine(List<TextLine> lines, int i)
    {
        for (var next = i; next < lines.Count && next <= i + MostLinesOfCell; next++)
        {
            if (next > i && lines[next].HasPipe)
                return true;
            if (lines[next].IsBlank || lines[next].HasPipe || lines[next].Trimmed.Length > LongestLineOfCell || lines[next].Trimmed.EndsWith('。')
                || SectionNumber.StartsHeading(lines[next].Trimmed))
                return false;
        }

        return false;
    }

    private static (string Text, int Line) Join((string Text, int Line) cell, string text) =>
        (cell.Text.Length == 0 ? text : cell.Text + "\n" + text, cell.Line);

    private static bool NextStartsWithPipe(List<TextLine> lines, int i) => lines[i].NextFilled?.Trimmed[0] is '|' or '｜';
}
