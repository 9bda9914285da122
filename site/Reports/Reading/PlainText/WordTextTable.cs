namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table in the text of a Word file: each cell a line that begins with a tab, rows parted by blank lines, the further lines of
/// a cell without a tab. The place of a cell merged from above is a line with a tab only.
/// </summary>
internal static class WordTextTable
{
    /// <summary>This many blank lines end a table.</summary>
    private const int BlankLinesBetweenTables = 3;

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (!lines[i].IsTabCell)
            return null;
        var table = new RaggedTable(number);
        var row = new List<(string Text, int Line)>();
        var blank = 0;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsTabCell)
            {
                if (blank >= BlankLinesBetweenTables)
                    break;
                row.Add((line.Trimmed, line.Number));
                blank = 0;
            }
            else if (line.IsBlank)
            {
                table.Add(row);
                row = [];
                blank++;
            }
            else if (row.Count > 0 && !line.HasInnerTab)
            {
                var (text, start) = row[^1];
                row[^1] = (text.Length == 0 ? line.Trimmed : text + "\n" + line.Trimmed, start);
            }
            else
            {
                break;
            }
        }

        table.Add(row);
        return table.Any(cells => cells.Count > 1) ? table : null;
    }
}
