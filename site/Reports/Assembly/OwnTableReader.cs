using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Reads a table of the report's own: tells title, header rows and label columns apart from figures.</summary>
internal static partial class OwnTableReader
{
    private const int LargestGrid = 20_000;
    private const int LongestPath = 2_000;

    /// <summary>The table, or null if it holds no figures.</summary>
    public static OwnTable? Read(Table table, string id, string titleAbove)
    {
        var rows = SourceRow.Of(table).Where(row => row.Cells.Any(cell => !cell.IsBlank)).ToList();
        var title = titleAbove;
        var first = 0;
        while (first < rows.Count && rows[first].Cells.Count(cell => !cell.IsBlank) == 1 && rows[first].Cells.First(cell => !cell.IsBlank) is { IsFigure: false } only)
        {
            title = only.Text.ReplaceLineEndings("");
            first++;
        }

        rows.RemoveRange(0, first);

        var grid = table.Shape == TableShape.Grid ? Spread(rows) : AlignRight(rows);
        if (grid is null || grid.Count < 2)
            return null;
        var labels = LabelColumns(grid);
        var header = HeaderRows(grid, labels);
        if (labels == 0 || header == 0 || header == grid.Count)
            return null;
        var columns = Enumerable.Range(labels, grid[0].Length - labels)
            .Select(column => Path(Enumerable.Range(0, header).Select(row => grid[row][column]?.Text ?? ""))).ToArray();
        var names = RowNames(grid, labels, header);
        var figures = ImmutableArray.CreateBuilder<Figure>();
        for (var row = header; row < grid.Count; row++)
        {
            for (var column = labels; column < grid[row].Length; column++)
            {
                if (grid[row][column] is not { } cell || names[row].Length == 0 || columns[column - labels].Length == 0)
                    continue;
                var (state, value) = FigureText.Read(cell.Text, FigureKind.Count);
                if (state == FigureState.Unreadable && !FigureText.LooksLikeFigure(cell.Text))
                    continue;
                figures.Add(new Figure(new CellName(id, names[row], columns[column - labels]), state, value, cell.Text, cell.Location));
            }
        }

        var unique = figures.DistinctBy(figure => figure.Name).ToImmutableArray();
        return unique.Any(figure => figure.State == FigureState.Reported) ? new OwnTable(id, title, unique, table) : null;
    }

    /// <summary>Every cell in each column and row that it covers.</summary>
    private static List<Cell?[]>? Spread(List<SourceRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.IsEmpty ? 0 : row.Cells.Max(cell => cell.Column + cell.Cell.ColumnSpan));
        if (width is 0 or > 200 || (long)width * rows.Count > LargestGrid)
            return null;
        var grid = rows.ConvertAll(_ => new Cell?[width]);
        for (var r = 0; r < rows.Count; r++)
            foreach (var cell in rows[r].Cells)
                for (var down = 0; down < cell.Cell.RowSpan && r + down < rows.Count; down++)
                    for (var right = 0; right < cell.Cell.ColumnSpan; right++)
                        grid[r + down][cell.Column + right] ??= cell.Cell;
        return grid;
    }

    /// <summary>In a ragged table the figures stand at the end of each row; missing cells belong before them.</summary>
    private static List<Cell?[]>? AlignRight(List<SourceRow> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Cells.Length);
        if (width is 0 or > 200 || (long)width * rows.Count > LargestGrid)
            return null;
        return rows.ConvertAll(row =>
        {
            var line = new Cell?[width];
            var figures = row.Cells.Length - row.Cells.ToList().FindIndex(cell => cell.IsFigure);
            var shift = width - row.Cells.Length;
            for (var c = 0; c < row.Cells.Length; c++)
                line[row.Cells.Length - c <= figures || c > 0 ? c + shift : c] = row.Cells[c].Cell;
            return line;
        });
    }

    private static int LabelColumns(List<Cell?[]> grid)
    {
        var labels = 0;
        while (labels < grid[0].Length && grid.Skip(1).Count(row => row[labels] is { } cell && cell.Text.Length > 0 && FigureText.LooksLikeFigure(cell.Text)) * 2 < grid.Count - 1)
            labels++;

        // Years down the first column are labels too.
        if (labels == 0 && grid.Skip(1).All(row => row[0] is { } cell && Year().IsMatch(cell.Text)))
            labels = 1;
        return labels == grid[0].Length ? 0 : labels;
    }

    /// <summary>Rows before the first row of figures; years are a header, not figures.</summary>
    private static int HeaderRows(List<Cell?[]> grid, int labels)
    {
        var header = 0;
        while (header < grid.Count && grid[header].Skip(labels).All(cell => cell is null || cell.Text.Length == 0 || !FigureText.LooksLikeFigure(cell.Text) || Year().IsMatch(cell.Text)))
            header++;
        return header;
    }

    /// <summary>
    /// The path of each row's labels. A group's label goes on to the rows below until another begins, the closing total of the only group
    /// included: it sums that group.
    /// </summary>
    private static string[] RowNames(List<Cell?[]> grid, int labels, int header)
    {
        var names = new string[grid.Count];
        var group = "";
        var groups = 0;
        for (var row = header; row < grid.Count; row++)
        {
            var own = Enumerable.Range(0, labels).Select(column => grid[row][column]?.Text ?? "").ToList();
            var leaf = own.FindLastIndex(text => text.Length > 0);
            if (labels > 1 && leaf > 0 && own[0].Length > 0 && own[0] != own[leaf] && own[0] != group)
            {
                group = own[0];
                groups++;
            }

            var path = Path(own);
            var isClosingTotal = Totals.Contains(LabelText.Normalise(path)) && groups == 1;
            names[row] = path.Length > 0 && group.Length > 0 && ((own[0].Length == 0) || isClosingTotal) && !path.StartsWith(group, StringComparison.Ordinal)
                ? $"{group}/{path}"
                : path;
        }

        return names;
    }

    private static readonly HashSet<string> Totals = ["总计", "合计", "共计", "总数"];

    /// <summary>The labels as one name; empty, so that nothing is called so, if there is none or it is too long for a name.</summary>
    private static string Path(IEnumerable<string> labels)
    {
        var parts = new List<string>();
        var length = 0;
        foreach (var label in labels.Where(label => label.Length > 0))
        {
            if ((length += label.Length) > LongestPath)
                return "";
            parts.Add(string.Concat(label.Where(c => !char.IsWhiteSpace(c))).Replace('/', '／'));
        }

        return string.Join('/', parts.Where(part => part.Length > 0).Distinct());
    }

    [GeneratedRegex(@"^\s*(19|20)\d\d\s*年?(度)?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
