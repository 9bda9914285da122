namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>A table of lines whose cells are parted by tabs; a line without a tab among them is a row of one cell.</summary>
internal static class TabTable
{
    private const int LongestLoneCell = 60;

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (!lines[i].HasInnerTab)
            return null;
        var table = new RaggedTable(number);
        for (; i < lines.Count; i++)
        {
            var line = lines[i];
            if (!line.HasInnerTab && !line.IsTabCell && !IsLoneCell(lines, i))
                break;
            var cells = line.Text.Split('\t');
            if (!TableFinder.IsRule(cells) && !line.IsBlank)
                table.Add([.. cells.Select(cell => (Documents.CellText.Clean(cell), line.Number))]);
        }

        return table;
    }

    private static bool IsLoneCell(List<TextLine> lines, int i) =>
        !lines[i].IsBlank && lines[i].Trimmed.Length <= LongestLoneCell && i + 1 < lines.Count && (lines[i + 1].HasInnerTab || lines[i + 1].IsTabCell)
        && !SectionNumber.StartsHeading(lines[i].Trimmed);
}
