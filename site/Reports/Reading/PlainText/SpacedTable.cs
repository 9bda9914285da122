using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// A table whose columns are parted by two spaces and more, or whose rows end with a run of figures parted by single spaces
/// (<c>一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0</c>). A blank figure is found where the figures of a row stand in the columns of the others.
/// </summary>
internal static class SpacedTable
{
    private const int LongestCell = 60;
    private const int MostColumns = 200;
    private static readonly HashSet<string> Units = ["条", "件", "次", "篇", "个", "人", "人次", "万元"];

    /// <summary>A cell and the display columns that it covers; a Han character covers two.</summary>
    private readonly record struct Piece(string Text, int Start, int End)
    {
        public bool IsFigure => FigureText.LooksLikeFigure(Text);

        public bool Overlaps(Piece other) => Start < other.End && other.Start < End;
    }

    public static RaggedTable? TryRead(List<TextLine> lines, ref int i, int number)
    {
        if (Split(lines[i]) is not { Count: > 1 } first || (!first.Exists(piece => piece.IsFigure) && !StartsTable(lines, i)))
            return null;
        var rows = new List<(List<Piece> Pieces, int Line)>();
        for (; i < lines.Count; i++)
        {
            var pieces = Split(lines[i]);
            if (pieces is not { Count: > 1 } && !IsLoneCell(lines, i))
                break;
            rows.Add((pieces ?? [new Piece(lines[i].Trimmed, 0, 0)], lines[i].Number));
        }

        var figures = rows.Sum(row => row.Pieces.Count(piece => piece.IsFigure));
        if (figures < 2 || (rows.Count < 2 && figures < 7))
            return null;

        FillBlanks(rows.ConvertAll(row => row.Pieces));
        var table = new RaggedTable(number);
        foreach (var (pieces, line) in rows)
            table.Add([.. pieces.Select(piece => (piece.Text, line))]);
        return table;
    }

    /// <summary>A column of figures, as the rows that have one in every column show it.</summary>
    /// <param name="Room">All that its figures cover.</param>
    /// <param name="Start">Where all of them begin; null if they don't begin at the same place.</param>
    /// <param name="End">Where all of them end; null if they don't.</param>
    private sealed record Column(Piece Room, int? Start, int? End)
    {
        public Column(Piece first) : this(first with { Text = "" }, first.Start, first.End)
        {
        }

        public Column With(Piece figure) => new(
            new Piece("", Math.Min(Room.Start, figure.Start), Math.Max(Room.End, figure.End)), Start == figure.Start ? Start : null, End == figure.End ? End : null);

        /// <summary>Whether a figure stands in it as its others do. One that begins and ends elsewhere has slid, with what was lost before it.</summary>
        public bool Holds(Piece figure) => Room.Overlaps(figure) && ((Start is null && End is null) || figure.Start == Start || figure.End == End);
    }

    /// <summary>Puts a blank cell where a row has no figure in a column in which the full rows have one.</summary>
    private static void FillBlanks(List<List<Piece>> rows)
    {
        var count = rows.Max(row => row.Count(piece => piece.IsFigure));
        if (count > MostColumns)
            return;
        var columns = new List<Column>();
        foreach (var row in rows.Where(row => row.Count(piece => piece.IsFigure) == count && row.TrueForAll(piece => piece.End > 0)))
        {
            var figures = row.Where(piece => piece.IsFigure).ToList();
            for (var c = 0; c < count; c++)
                if (columns.Count <= c)
                    columns.Add(new Column(figures[c]));
                else
                    columns[c] = columns[c].With(figures[c]);
        }

        // Columns that run into each other tell nothing.
        if (columns.Count < count || columns.Zip(columns.Skip(1)).Any(pair => pair.First.Room.Overlaps(pair.Second.Room)))
            return;
        foreach (var row in rows)
        {
            var figures = row.Where(piece => piece.IsFigure).ToList();
            if (figures.Count == count || row.Count < 2 || row.Exists(piece => piece.End == 0) || row.Exists(piece => !piece.IsFigure && columns.Exists(column => column.Room.Overlaps(piece)))
                || figures.Exists(figure => columns.Count(column => column.Room.Overlaps(figure)) != 1 || !columns.Exists(column => column.Holds(figure))))
                continue;
            row.RemoveAll(piece => piece.IsFigure);
            row.AddRange(columns.Select(column => figures.Find(figure => figure.Overlaps(column.Room)) is { Text: not null } figure ? figure : column.Room));
        }
    }

    /// <summary>The cells of a line, one cell if it has no columns, null if it is no line of a table.</summary>
    private static List<Piece>? Split(TextLine line)
    {
        if (line.IsBlank || line.IsLong || line.HasPipe || line.IsBox || line.Text.Contains('\t', StringComparison.Ordinal))
            return null;
        var pieces = Pieces(TextFolding.FoldSpaces(line.Text));
        if (pieces.Exists(piece => piece.Text.Length > LongestCell || piece.Text.EndsWith('。')))
            return null;

        if (pieces.Count == 1 && HeaderWords(pieces[0].Text) is { } words)
            return [.. words.Select(word => new Piece(word, 0, 0))];

        // Several figures within one of several columns are one cell, and unreadable.
        if ((pieces.Count == 1 || !pieces[^1].IsFigure) && SplitTail(pieces[^1].Text) is { } tail)
        {
            var at = pieces[^1];
            pieces.RemoveAt(pieces.Count - 1);
            pieces.AddRange(tail.Select(text => at with { Text = text, Start = 0, End = 0 }));
        }

        return pieces;
    }

    private static List<Piece> Pieces(string text)
    {
        var pieces = new List<Piece>();
        var column = 0;
        var start = -1;
        var startColumn = 0;
        var spaces = 2;
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length || (text[i] == ' ' && (i + 1 >= text.Length || text[i + 1] == ' '));
            if (start >= 0 && isEnd)
            {
                pieces.Add(new Piece(text[start..i], startColumn, column));
                start = -1;
            }
            else if (start < 0 && i < text.Length && text[i] != ' ' && spaces >= 1)
            {
                (start, startColumn) = (i, column);
            }

            if (i < text.Length)
            {
                spaces = text[i] == ' ' ? spaces + 1 : 0;
                column += text[i] > '\u2e80' || text[i] is '“' or '”' or '　' ? 2 : 1;
            }
        }

        return pieces;
    }

    /// <summary>The words of a header parted by single spaces; null if the line is more like prose.</summary>
    private static string[]? HeaderWords(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && words.All(word => word.Length is >= 2 and <= 40 && word.Any(TextFolding.IsHan) && !word.Any(char.IsAsciiDigit)) && text.IndexOfAny(['。', '；']) < 0 ? words : null;
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

    /// <summary>A line of columns without figures heads a table if lines with figures follow soon.</summary>
    private static bool StartsTable(List<TextLine> lines, int i)
    {
        for (var next = i + 1; next < Math.Min(lines.Count, i + 6); next++)
            if (Split(lines[next]) is { Count: > 1 } pieces && pieces.Exists(piece => piece.IsFigure))
                return true;
        return false;
    }

    /// <summary>A short line between two lines of the table: a title, a unit, or the first part of a label.</summary>
    private static bool IsLoneCell(List<TextLine> lines, int i) =>
        IsShort(lines[i]) && i + 1 < lines.Count && (Split(lines[i + 1]) is { Count: > 1 } || (IsShort(lines[i + 1]) && i + 2 < lines.Count && Split(lines[i + 2]) is { Count: > 1 }));

    private static bool IsShort(TextLine line) =>
        !line.IsBlank && !line.HasPipe && !line.IsBox && line.Trimmed.Length <= LongestCell && !line.Trimmed.EndsWith('。') && !SectionNumber.StartsHeading(line.Trimmed);
}
