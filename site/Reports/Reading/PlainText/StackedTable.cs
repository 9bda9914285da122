using System.Collections.Frozen;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose cells stand one a line with no mark at all, as when one is pasted from a page or exported as text by LibreOffice. A row begins with the first label after a
/// figure. Blank cells are blank lines if the text shows that it keeps them (<see cref="KeepsBlankCells"/>); else they are lost, and a row short of figures can't be told.
/// </summary>
internal static class StackedTable
{
    private static readonly FrozenSet<string> Units = FrozenSet.Create("条", "件", "次", "篇", "个", "人", "人次", "万元");
    private const int FewestFigures = 3;
    private const int MostLabelsInRow = 40;

    /// <summary>Labels as long as this count as one, be they on one line or broken over several.</summary>
    private const int TypicalLabel = 20;

    /// <summary>How far around a table its text may show whether it keeps blank cells.</summary>
    private const int LinesAround = 600;

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (FindEnd(lines, i) is not { } end)
            return null;
        var table = ReadRows(lines, i, end, KeepsBlankCells(lines, i), number);
        i = end;
        return table;
    }

    /// <summary>Behind the last figure of the table that begins at a line; null if none does.</summary>
    private static int? FindEnd(List<TextLine> lines, int start)
    {
        if (lines[start].BeginsNoStack || !lines[start].MayBeCell)
            return null;
        var sinceFigure = 0;
        var behindLastFigure = start;
        for (var end = start; end < lines.Count && sinceFigure <= MostLabelsInRow; end++)
        {
            if (lines[end].IsBlank || lines[end].IsPageNumber)
                continue;
            if (!lines[end].MayBeCell)
                break;
            sinceFigure = lines[end].IsFigure ? 0 : sinceFigure + 1;
            if (lines[end].IsFigure)
                behindLastFigure = end + 1;
        }

        return IsTable(lines, start, behindLastFigure) ? behindLastFigure : null;
    }

    /// <summary>
    /// Whether the lines up to the last figure are a table. What begins at a later one of them ends there too, so that it is found for each of
    /// them at once, and nobody looks again where none begins.
    /// </summary>
    private static bool IsTable(List<TextLine> lines, int start, int end)
    {
        var isTable = false;
        var (figures, labels, linesOfLabel, letters) = (0, 0, 0, 0);
        int Label() => Math.Min(linesOfLabel, (letters + TypicalLabel - 1) / TypicalLabel);
        for (var i = end - 1; i >= start; i--)
        {
            if (lines[i].IsBlank || lines[i].IsPageNumber)
                continue;
            if (lines[i].IsFigure)
            {
                figures++;
                labels += Label();
                (linesOfLabel, letters) = (0, 0);
            }
            else
            {
                linesOfLabel++;
                letters += lines[i].Trimmed.Length;
            }

            var all = labels + Label();
            isTable = figures >= FewestFigures && all > 0 && figures >= all / 2;
            lines[i].BeginsNoStack = !isTable;
        }

        return isTable;
    }

    /// <summary>The rows. Where blank cells are kept a label behind one begins a row too; the places of a cell merged downwards are blank cells behind the row before.</summary>
    private static RaggedTable ReadRows(List<TextLine> lines, int start, int end, bool keepsBlanks, int number)
    {
        var table = new RaggedTable(number);
        var row = new List<(string Text, int Line)>();
        TextLine? last = null;
        for (var i = start; i < end; i++)
        {
            var line = lines[i];
            if (line.IsPageNumber)
                continue;
            // Behind its unit a count must follow.
            if (line.IsBlank && !keepsBlanks && !(last is not null && Units.Contains(last.Trimmed)))
                continue;
            if (last is { IsNumber: true })
            {
                row[^1] = (row[^1].Text + line.Trimmed, row[^1].Line);
            }
            else
            {
                if (last is not null && !line.IsBlank && !line.IsFigure && (last.IsBlank || last.IsFigure))
                {
                    table.Add(row);
                    row = [];
                }

                row.Add((line.Trimmed, line.Number));
            }

            last = line;
        }

        table.Add(row);
        return table;
    }

    /// <summary>
    /// Whether blank lines are blank cells. Text that keeps them has a row of figures closely followed by the next label in some places, and one or several
    /// blank lines, where merged cells go on, in more. Lines that only part rows or paragraphs, or come from the breaks of pages, stand in all those places or in few of them.
    /// </summary>
    private static bool KeepsBlankCells(List<TextLine> lines, int around)
    {
        var counts = new int[4];
        var figures = 0;
        var blanks = 0;
        for (var i = Math.Max(0, around - LinesAround); i < Math.Min(lines.Count, around + LinesAround); i++)
        {
            if (lines[i].IsBlank)
            {
                blanks++;
                continue;
            }

            var isFigure = lines[i].IsFigure;
            if (!isFigure && figures > 1 && lines[i].MayBeCell)
                counts[Math.Min(blanks, counts.Length - 1)]++;
            figures = !isFigure ? 0 : blanks == 0 ? figures + 1 : 1;
            blanks = 0;
        }

        return counts[0] > 1 && counts.Count(count => count > 1) >= 3 && counts.Skip(1).Sum() >= counts[0];
    }
}
