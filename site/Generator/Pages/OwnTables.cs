using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;
using TableCell = DisclosureArchive.Theme.Models.TableCell;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// A report's own table, its figures marked like all others: as the source has it, or, where the source only lists the cells of a row
/// and so says nothing of columns, each figure under the labels that it was recognised by.
/// </summary>
public static class OwnTables
{
    /// <summary>A longer table is left as it is: to see that nothing of it is lost would take too long.</summary>
    private const int MostArranged = 2_000;

    public static TableBlock Fill(OwnTable table) => ByLabels(table) ?? AsInSource(table);

    /// <returns>Null if the source's own rows and columns can be trusted, or if the labels do not hold all that its table says.</returns>
    private static TableBlock? ByLabels(OwnTable table)
    {
        if (table.Source.Shape != TableShape.Ragged || table.Figures.Length is 0 or > MostArranged
            || table.Figures.DistinctBy(figure => figure.Name).Count() != table.Figures.Length)
            return null;

        var places = table.Figures.Select(figure => figure.Location).ToHashSet();
        var labels = table.Figures.SelectMany(figure => (string[])[figure.Name.Row, figure.Name.Column]).Append(table.Title)
            .Select(Bare).ToHashSet(StringComparer.Ordinal);
        var others = table.Source.Rows.SelectMany(row => row.Cells)
            .Where(cell => !places.Contains(cell.Location) && !labels.Any(label => label.Contains(Bare(cell.Text), StringComparison.Ordinal)))
            .ToList();
        // A word in the first column's head names the rows: it is no figure's label.
        var corner = others is [var only] && only.Location.Row < places.Min(place => place.Row) ? only.Text : "";
        if (others.Count > (corner.Length > 0 ? 1 : 0))
            return null;

        var figures = table.Figures.ToDictionary(figure => (figure.Name.Row, figure.Name.Column));
        ImmutableArray<string> columns = [.. table.Figures.Select(figure => figure.Name.Column).Distinct()];
        var used = new HashSet<string>(StringComparer.Ordinal);
        TableCell Cell(string row, string column)
        {
            if (!figures.TryGetValue((row, column), out var figure))
                return new TableCell("");
            var id = Id(figure.Name);
            return FigureCells.Plain.Fill(new TableCell("", Id: used.Add(id) ? id : null), figure);
        }

        return Block(table, Words.Chinese["own.unclear"],
            [[new TableCell(corner, corner.Length > 0 ? "col" : null), .. columns.Select(column => new TableCell(column, "col"))]],
            [.. table.Figures.Select(figure => figure.Name.Row).Distinct().Select(row => ImmutableArray.Create<TableCell>(
                [new TableCell(row, "row"), .. columns.Select(column => Cell(row, column))]))]);
    }

    /// <summary>A label for comparison: white space and the width of brackets do not count.</summary>
    private static string Bare(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Select(c => c switch { '（' => '(', '）' => ')', _ => c }));

    private static TableBlock AsInSource(OwnTable table)
    {
        var figures = new Dictionary<SourceLocation, Figure>();
        foreach (var figure in table.Figures)
            figures.TryAdd(figure.Location, figure);
        var used = new HashSet<string>(StringComparer.Ordinal);

        var head = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>();
        var body = ImmutableArray.CreateBuilder<ImmutableArray<TableCell>>();
        foreach (var row in table.Source.Rows)
        {
            var hasFigures = row.Cells.Any(cell => figures.ContainsKey(cell.Location));
            var isHead = !hasFigures && body.Count == 0 && figures.Count > 0;
            var beforeFigures = hasFigures;
            var cells = ImmutableArray.CreateBuilder<TableCell>(row.Cells.Length);
            foreach (var cell in row.Cells)
            {
                if (figures.TryGetValue(cell.Location, out var figure))
                {
                    beforeFigures = false;
                    var id = Id(figure.Name);
                    cells.Add(FigureCells.Plain.Fill(
                        new TableCell("", Id: used.Add(id) ? id : null, ColumnSpan: cell.ColumnSpan, RowSpan: cell.RowSpan), figure));
                }
                else
                {
                    // An empty cell heads nothing.
                    var scope = cell.Text.Length == 0 ? null : isHead ? "col" : beforeFigures ? "row" : null;
                    cells.Add(new TableCell(cell.Text, scope, null, cell.ColumnSpan, cell.RowSpan, Class: scope is null ? "text" : null));
                }
            }

            (isHead ? head : body).Add(cells.ToImmutable());
        }

        return Block(table, Words.Chinese["own.as_printed"], head.ToImmutable(), body.ToImmutable());
    }

    private static TableBlock Block(
        OwnTable table, string note, ImmutableArray<ImmutableArray<TableCell>> head, ImmutableArray<ImmutableArray<TableCell>> body) =>
        new(table.Id, "own", table.Title.Length > 0 ? table.Title : Words.Chinese["own.title", table.Id[(table.Id.LastIndexOf('.') + 1)..]], note, head, [body]);

    /// <summary>A cell's name as an anchor, which can't hold white space.</summary>
    private static string Id(CellName name) =>
        string.Concat(name.ToString().Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c));
}
