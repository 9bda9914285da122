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
        if (lines[i].BeginsNoWordTable || !lines[i].IsTabCell)
            return null;
        var first = i;
        var table = new RaggedTable(number);
        var row = new List<(string Text, int Line)>();
        var cell = new List<string>();
        var blank = 0;
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.IsTabCell)
            {
                if (blank >= BlankLinesBetweenTables)
                    break;
                EndCell();
                row.Add((line.Trimmed, line.Number));
                blank = 0;
            }
            else if (line.IsBlank)
            {
                EndCell();
                table.Add(row);
                row = [];
                blank++;
            }
            else if (row.Count > 0 && !line.HasInnerTab)
            {
                cell.Add(line.Trimmed);
            }
            else
            {
                break;
            }
        }

        EndCell();
        table.Add(row);
        if (table.Any(cells => cells.Count > 1))
            return table;

        // What begins at a later cell ends where this ended, and has no more in a row.
        for (var ruledOut = first; ruledOut < i; ruledOut++)
            lines[ruledOut].BeginsNoWordTable = true;
        return null;

        // The further lines of a cell are joined once, when it ends.
        void EndCell()
        {
            if (cell.Count > 0)
                row[^1] = (string.Join('\n', row[^1].Text.Length == 0 ? cell : cell.Prepend(row[^1].Text)), row[^1].Line);
            cell.Clear();
        }
    }
}
