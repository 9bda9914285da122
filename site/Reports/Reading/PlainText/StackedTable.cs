using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose cells stand one a line with no mark at all, as when one is pasted from a page. A row begins with the first label after a
/// figure; blank cells are lost, so that a row short of figures can't be told.
/// </summary>
internal static class StackedTable
{
    private const int LongestCell = 60;
    private const int FewestFigures = 3;

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (!IsCell(lines, i))
            return null;
        var end = i;
        var figures = 0;
        var labels = 0;
        var sinceFigure = 0;
        var behindLastFigure = i;
        for (; end < lines.Count && sinceFigure <= 40; end++)
        {
            if (lines[end].IsBlank)
                continue;
            if (!IsCell(lines, end))
                break;
            if (FigureText.LooksLikeFigure(lines[end].Trimmed))
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
        if (figures < FewestFigures || labels == 0 || figures < labels / 2)
            return null;

        var table = new RaggedTable(number);
        var row = new List<(string Text, int Line)>();
        for (; i < behindLastFigure; i++)
        {
            if (lines[i].IsBlank)
                continue;
            var isFigure = FigureText.LooksLikeFigure(lines[i].Trimmed);
            if (!isFigure && row.Count > 0 && FigureText.LooksLikeFigure(row[^1].Text))
            {
                table.Add(row);
                row = [];
            }

            row.Add((lines[i].Trimmed, lines[i].Number));
        }

        table.Add(row);
        return table;
    }

    private static bool IsCell(List<TextLine> lines, int i)
    {
        var line = lines[i];
        return !line.IsBlank && !line.HasPipe && !line.IsBox && !line.Text.Contains('\t', StringComparison.Ordinal)
            && line.Trimmed.Length <= LongestCell && !line.Trimmed.EndsWith('。') && !line.Trimmed.EndsWith('：')
            && !SectionNumber.StartsHeading(line.Trimmed);
    }
}
