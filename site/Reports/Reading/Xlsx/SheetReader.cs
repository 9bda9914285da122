using System.Globalization;
using System.Text;
using System.Xml;
using DisclosureArchive.Reports.Reading.Docx;
using DisclosureArchive.Reports.Reading.Sheets;

namespace DisclosureArchive.Reports.Reading.Xlsx;

/// <summary>Reads one sheet's part forward: what its cells show, which rows and columns are hidden, which cells are merged.</summary>
/// <param name="reader">Of the part.</param>
/// <param name="texts">What the sheets of the workbook share.</param>
internal sealed class SheetReader(XmlReader reader, WorkbookTexts texts)
{
    /// <summary>More cells that hold something are no report.</summary>
    private const int MostCells = 200_000;

    private const int MostMerges = 20_000;
    /// <summary>Cells merged beyond this are no label; they count as if they were not merged.</summary>
    private const int LargestMerge = 10_000;

    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    private readonly SortedDictionary<(int Row, int Column), (string Text, bool IsText)> _cells = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> _merges = [];
    private readonly HashSet<int> _hiddenRows = [];
    private readonly HashSet<int> _hiddenColumns = [];
    private int _columnRanges;
    private int _row;
    private int _column;

    /// <summary>The numbers of the rows that are shown.</summary>
    public IReadOnlyList<int> ShownRows { get; private set; } = [];

    /// <summary>The cells as they are shown, their rows counted among those that are shown, from 1; each covers what is merged with it.</summary>
    /// <exception cref="ContentTooLargeException">There are too many.</exception>
    public List<SheetCell> Read()
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "col" when reader.Attribute("hidden") is "1" or "true" && _columnRanges++ < LastColumn:
                    for (var column = Math.Max(1, reader.Number("min") ?? 1); column <= Math.Min(reader.Number("max") ?? 1, LastColumn); column++)
                        _hiddenColumns.Add(column);
                    break;
                case "row":
                    _row = Math.Clamp(reader.Number("r") ?? _row + 1, 1, LastRow);
                    _column = 0;
                    if (reader.Attribute("hidden") is "1" or "true")
                        _hiddenRows.Add(_row);
                    break;
                case "c":
                    ReadCell();
                    break;
                case "mergeCell" when _merges.Count < MostMerges && PlaceOf(reader.Attribute("ref")) is { } place:
                    _merges.Add(place);
                    break;
            }
        }

        return Shown();
    }

    private void ReadCell()
    {
        if (PlaceOf(reader.Attribute("r")) is { } place)
            (_row, _column) = (place.Top, place.Left);
        else
            _column++;
        var type = reader.Attribute("t") ?? "n";
        var style = reader.Number("s") ?? 0;
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        string? value = null, formula = null, inline = null;
        while (reader.ReadInside(depth))
        {
            if (reader.LocalName == "v")
                value = ReadText();
            else if (reader.LocalName == "f")
                formula = ReadText();
            else if (reader.LocalName == "is")
                inline = WorkbookTexts.ReadRich(reader);
        }

        var isNumber = type is "n" or "d";
        var text = formula is not null && (string.IsNullOrEmpty(value) && type != "str" || texts.Recalculates)
            ? "=" + formula
            : type switch
            {
                "inlineStr" => inline ?? "",
                "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? texts[index] : "",
                "b" => value == "1" ? "TRUE" : "FALSE",
                "n" => string.IsNullOrEmpty(value) ? "" : texts.Show(value, style),
                _ => WorkbookTexts.Unescape(value ?? ""),
            };
        text = VisibleText.Clean(text);
        if (text.Length == 0 || texts.IsStruck(style))
            return;
        ContentTooLargeException.ThrowIfMore(_cells.Count, MostCells, "格 cells");
        _cells[(_row, _column)] = (text, !isNumber);
    }

    private string ReadText()
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var text = new StringBuilder();
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                text.Append(reader.Value);
        return text.ToString();
    }

    private List<SheetCell> Shown()
    {
        var shown = new List<SheetCell>();
        var covered = new HashSet<(int, int)>();
        var bottom = _cells.Count == 0 ? 0 : _cells.Keys.Max(place => place.Row);
        var right = _cells.Count == 0 ? 0 : _cells.Keys.Max(place => place.Column);
        var rows = FirstShown(_hiddenRows, bottom);
        var columns = FirstShown(_hiddenColumns, right);
        foreach (var merge in _merges.Where(merge => merge.Top <= bottom && merge.Left <= right))
        {
            var (first, last) = (rows[merge.Top], Math.Min(merge.Bottom, bottom));
            var (left, end) = (columns[merge.Left], Math.Min(merge.Right, right));
            if (first > last || left > end || (long)(last - first + 1) * (end - left + 1) > LargestMerge)
                continue;
            ContentTooLargeException.ThrowIfMore(covered.Count, SheetBlocks.MostCells, "格 cells");
            var (text, isText) = _cells.GetValueOrDefault((merge.Top, merge.Left), ("", false));
            if (!covered.Add((first, left)))
                continue;
            for (var row = first; row <= last; row++)
                for (var column = left; column <= end; column++)
                    covered.Add((row, column));
            shown.Add(new SheetCell(first, left, last, end, text, isText));
        }

        foreach (var ((row, column), (text, isText)) in _cells)
            if (!covered.Contains((row, column)) && !_hiddenRows.Contains(row) && !_hiddenColumns.Contains(column))
                shown.Add(new SheetCell(row, column, row, column, text, isText));
        // Rows that are hidden between two do not part them.
        ShownRows = [.. Enumerable.Range(1, bottom).Where(row => !_hiddenRows.Contains(row))];
        var rank = new int[bottom + 1];
        for (var row = 1; row <= bottom; row++)
            rank[row] = rank[row - 1] + (_hiddenRows.Contains(row) ? 0 : 1);
        shown = shown.ConvertAll(cell => cell with { Row = rank[cell.Row], LastRow = rank[cell.LastRow] });
        shown.Sort((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));
        return shown;
    }

    /// <summary>For each number the first from it on that is not hidden; behind the last if there is none.</summary>
    private static int[] FirstShown(HashSet<int> hidden, int last)
    {
        var shown = new int[last + 2];
        shown[last + 1] = last + 1;
        for (var number = last; number > 0; number--)
            shown[number] = hidden.Contains(number) ? shown[number + 1] : number;
        return shown;
    }

    /// <summary>The place of <c>B3</c> or <c>B3:D5</c>.</summary>
    private static (int Top, int Left, int Bottom, int Right)? PlaceOf(string? reference)
    {
        if (reference is null)
            return null;
        var parts = reference.Split(':');
        if (CornerOf(parts[0]) is not { } start || CornerOf(parts[^1]) is not { } end)
            return null;
        return (Math.Min(start.Row, end.Row), Math.Min(start.Column, end.Column), Math.Max(start.Row, end.Row), Math.Max(start.Column, end.Column));
    }

    private static (int Row, int Column)? CornerOf(string name)
    {
        var column = 0;
        var i = 0;
        for (; i < name.Length && char.IsAsciiLetter(name[i]) && i < 3; i++)
            column = (column * 26) + char.ToUpperInvariant(name[i]) - 'A' + 1;
        return column is >= 1 and <= LastColumn && int.TryParse(name.AsSpan(i), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= LastRow
            ? (row, column) : null;
    }
}
