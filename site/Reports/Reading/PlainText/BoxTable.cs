using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table drawn with box characters (<c>┌─┬─┐</c>) or in ASCII (<c>+---+</c>). Where its bars stand in columns it is a grid: a rule that stops
/// short leaves a cell that spans rows, a bar that is missing one that spans columns. Where they don't, its cells are listed row by row.
/// </summary>
internal static class BoxTable
{
    /// <summary>How far a bar may stand from its column: quotation marks and the like are one column wide or two.</summary>
    private const int Tolerance = 3;

    /// <summary>Where bars stand in more columns the table is no grid that a report draws.</summary>
    private const int MostColumns = 200;

    private const string Bars = "│┃║|";
    private const string Horizontals = "─━═-=";

    public static bool TryRead(List<TextLine> lines, ref int i, int number, ImmutableArray<Block>.Builder blocks)
    {
        var first = i;
        while (i < lines.Count && !lines[i].IsBlank && (lines[i].IsBox || lines[i].HasPipe))
            i++;
        var region = lines.GetRange(first, i - first);
        if (region.Count < 3)
        {
            i = first;
            return false;
        }

        if (!IsLineARow(region) && (ReadGrid(region, number, boxWidth: 1) ?? ReadGrid(region, number, boxWidth: 2)) is { } grid)
            blocks.Add(grid);
        else
            ReadRagged(region, number).AppendTo(blocks);
        return true;
    }

    private static bool IsRule(TextLine line) => line.Trimmed.All(c => c == ' ' || c == '+' || Horizontals.Contains(c) || TextLine.IsBoxCharacter(c))
        && line.Trimmed.Any(Horizontals.Contains);

    private static bool IsPartlyRule(string text) => text.Any(c => Horizontals.Contains(c) && c is not ('-' or '=')) || text.Contains("--", StringComparison.Ordinal);

    /// <summary>Whether rules do not part the rows: two lines between the same rules have figures in the same column.</summary>
    private static bool IsLineARow(List<TextLine> region)
    {
        var figures = new HashSet<int>();
        foreach (var line in region)
        {
            if (IsPartlyRule(line.Trimmed))
            {
                figures.Clear();
                continue;
            }

            var cells = line.Trimmed.Split(Bars.ToCharArray());
            for (var c = 0; c < cells.Length; c++)
                if (FigureText.LooksLikeFigure(cells[c]) && !figures.Add(c))
                    return true;
        }

        return false;
    }

    private static RaggedTable ReadRagged(List<TextLine> region, int number)
    {
        var table = new RaggedTable(number);
        var lineARow = IsLineARow(region);
        List<(BoxText Text, int Line)> row = [];
        void EndRow()
        {
            table.Add(row.ConvertAll(cell => (cell.Text.ToString(), cell.Line)));
            row = [];
        }

        foreach (var line in region)
        {
            if (IsRule(line))
            {
                EndRow();
                continue;
            }

            var text = line.Trimmed;
            if (text.Length > 0 && Bars.Contains(text[0]))
                text = text[1..];
            if (text.Length > 0 && Bars.Contains(text[^1]))
                text = text[..^1];
            var cells = text.Split([.. Bars, '├', '┤', '┼']);
            if (lineARow || row.Count == 0)
            {
                EndRow();
                row = [.. cells.Select(_ => (new BoxText(), line.Number))];
            }

            for (var c = 0; c < Math.Min(cells.Length, row.Count); c++)
                row[c].Text.Add(CleanSegment(cells[c]));
        }

        EndRow();
        return table;
    }

    private sealed record OpenCell(int Start, int End, int Row)
    {
        public int Line { get; set; }

        public BoxText Text { get; } = new();

        public int LastRow { get; set; }
    }

    /// <summary>The table as a grid; null if its bars do not stand in columns.</summary>
    private static Table? ReadGrid(List<TextLine> region, int number, int boxWidth)
    {
        var columns = region.Where(IsRule).SelectMany(line => Stops(line.Text.TrimEnd(), boxWidth).Select(stop => stop.Position)).Distinct().ToList();
        if (columns.Count is < 2 or > MostColumns)
            return null;
        // A column that only some rows have shows in the rules that stop short; text beside them makes their places less exact.
        foreach (var line in region.Where(line => !IsRule(line) && IsPartlyRule(line.Text)))
            columns.AddRange(Stops(line.Text.TrimEnd(), boxWidth).Select(stop => stop.Position).Where(position => columns.TrueForAll(column => Math.Abs(column - position) > Tolerance)).ToList());
        columns.Sort();

        var row = 0;
        var open = new List<OpenCell>();
        var closed = new List<OpenCell>();
        foreach (var line in region)
        {
            var text = line.Text.TrimEnd();
            var stops = Stops(text, boxWidth);
            var places = Snap(stops, columns);
            if (places is null)
                return null;

            var rule = IsPartlyRule(text);
            if (rule)
                row++;
            for (var s = 0; s + 1 < stops.Count; s++)
            {
                var segment = text[(stops[s].Index + 1)..stops[s + 1].Index];
                var (start, end) = (places[s], places[s + 1]);
                if (IsHorizontal(segment))
                {
                    foreach (var cell in open.Where(cell => cell.Start < end && cell.End > start).ToList())
                    {
                        cell.LastRow = row - 1;
                        open.Remove(cell);
                        closed.Add(cell);
                    }

                    continue;
                }

                var content = CleanSegment(segment);
                var own = open.FirstOrDefault(cell => cell.Start == start && cell.End == end);
                if (own is null)
                {
                    if (rule && content.Length == 0)
                        continue;
                    if (open.Any(cell => cell.Start < end && cell.End > start))
                        return null;
                    open.Add(own = new OpenCell(start, end, row) { Line = line.Number });
                }

                if (content.Length > 0 && own.Text.IsEmpty)
                    own.Line = line.Number;
                own.Text.Add(content);
            }
        }

        foreach (var cell in open)
            cell.LastRow = row;
        closed.AddRange(open);
        return Build(closed, number);
    }

    private static Table? Build(List<OpenCell> cells, int number)
    {
        if (cells.Count == 0)
            return null;
        var byRow = cells.GroupBy(cell => cell.Row).OrderBy(row => row.Key).Select(row => row.OrderBy(cell => cell.Start).ToList()).ToList();
        var starts = byRow.ConvertAll(row => row[0].Row);
        var rows = byRow.Select((own, index) => new TableRow(
            [.. own.Select((cell, position) => new Cell(
                cell.Text.ToString(),
                new SourceLocation(cell.Line, 0, number, index + 1, position + 1),
                cell.End - cell.Start,
                Math.Max(1, StartsUpTo(cell.LastRow) - index)))],
            new SourceLocation(own[0].Line, 0, number, index + 1)));
        int StartsUpTo(int row) => starts.BinarySearch(row) is >= 0 and var found ? found + 1 : ~starts.BinarySearch(row);
        return new Table([.. rows], TableShape.Grid, new SourceLocation(cells.Min(cell => cell.Line), 0, number));
    }

    /// <summary>Where bars and corners stand in a line: index in the text and display column.</summary>
    private static List<(int Index, int Position)> Stops(string text, int boxWidth)
    {
        var stops = new List<(int, int)>();
        var position = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            var box = TextLine.IsBoxCharacter(c);
            var corner = c == '+' && ((index > 0 && Horizontals.Contains(text[index - 1])) || (index + 1 < text.Length && text[index + 1] is ('-' or '=')));
            if (Bars.Contains(c) || corner || (box && !Horizontals.Contains(c)))
                stops.Add((index, position));
            position += box ? boxWidth : IsWide(c) ? 2 : 1;
        }

        return stops;
    }

    /// <summary>The column of each stop; null if one stands in no column or two in the same.</summary>
    private static int[]? Snap(List<(int Index, int Position)> stops, List<int> columns)
    {
        var places = new int[stops.Count];
        for (var s = 0; s < stops.Count; s++)
        {
            var found = columns.BinarySearch(stops[s].Position);
            var nearest = found >= 0 ? found : Math.Min(~found, columns.Count - 1);
            if (nearest > 0 && Math.Abs(columns[nearest - 1] - stops[s].Position) <= Math.Abs(columns[nearest] - stops[s].Position))
                nearest--;
            if (Math.Abs(columns[nearest] - stops[s].Position) > Tolerance || (s > 0 && places[s - 1] >= nearest))
                return null;
            places[s] = nearest;
        }

        return places;
    }

    private static bool IsHorizontal(string segment) => segment.Length > 0 && segment.All(Horizontals.Contains);

    private static bool IsWide(char c) => c is >= '\u1100' and <= '\u115f' or >= '\u2e80' and <= '\ua4cf' or >= '\uac00' and <= '\ud7a3' or >= '\uf900' and <= '\ufaff' or >= '\ufe30' and <= '\ufe6f' or >= '\uff00' and <= '\uff60' or >= '\uffe0' and <= '\uffe6' or '“' or '”' or '‘' or '’';

    private static string CleanSegment(string segment) => IsHorizontal(segment) ? "" : CellText.Clean(segment);

    /// <summary>The text of a cell, a line at a time; lines without text count for nothing.</summary>
    private sealed class BoxText
    {
        private readonly StringBuilder _text = new();

        public bool IsEmpty => _text.Length == 0;

        public void Add(string line)
        {
            if (line.Length > 0)
                _text.Append(IsEmpty ? "" : "\n").Append(line);
        }

        public override string ToString() => _text.ToString();
    }
}
