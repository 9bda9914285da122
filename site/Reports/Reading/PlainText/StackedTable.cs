namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose cells stand one a line with no mark at all, as when one is pasted from a page. A row begins with the first label after a
/// figure; blank cells are lost, so that a row short of figures can't be told.
/// </summary>
internal static class StackedTable
{
    private const int FewestFigures = 3;
    private const int MostLabelsInRow = 40;

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (lines[i].BeginsNoStack || !lines[i].MayBeCell)
            return null;
        var end = i;
        var figures = 0;
        var labels = 0;
        var sinceFigure = 0;
        var behindLastFigure = i;
        for (; end < lines.Count && sinceFigure <= MostLabelsInRow; end++)
        {
            if (lines[end].IsBlank)
                continue;
            if (!lines[end].MayBeCell)
                break;
            if (lines[end].IsFigure)
            {
                figures++;
                sinceFigure = 0;
                behindLastFigure = end + 1;
            }
            else
            {
                sinceFigure++;
                labels++;
            }
        }

        labels -= sinceFigure;
        if (!IsTable(figures, labels))
        {
            RuleOut(lines, i, behindLastFigure, figures, labels);
            return null;
        }

        var table = new RaggedTable(number);
        var row = new List<(string Text, int Line)>();
        var wasFigure = false;
        for (; i < behindLastFigure; i++)
        {
            if (lines[i].IsBlank)
                continue;
            if (!lines[i].IsFigure && wasFigure)
            {
                table.Add(row);
                row = [];
            }

            wasFigure = lines[i].IsFigure;
            row.Add((lines[i].Trimmed, lines[i].Number));
        }

        table.Add(row);
        return table;
    }

    private static bool IsTable(int figures, int labels) => figures >= FewestFigures && labels > 0 && figures >= labels / 2;

    /// <summary>What begins at a later line of the same run ends where the run does: where that is no table either, nobody needs to look again.</summary>
    private static void RuleOut(List<TextLine> lines, int first, int end, int figures, int labels)
    {
        for (var i = first; i < end && !IsTable(figures, labels); i++)
        {
            if (lines[i].IsBlank)
                continue;
            lines[i].BeginsNoStack = true;
            if (lines[i].IsFigure)
                figures--;
            else
                labels--;
        }
    }
}
