using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Theme.Models;
using TableCell = DisclosureArchive.Theme.Models.TableCell;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A report's own table as the source has it, its figures marked like all others.</summary>
public static class OwnTables
{
    public static TableBlock Fill(OwnTable table)
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
                    cells.Add(FigureCells.Fill(
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

        return new TableBlock(
            table.Id, "own", table.Title.Length > 0 ? table.Title : $"报告自有表格 {table.Id[(table.Id.LastIndexOf('.') + 1)..]}",
            "按原表的行列显示，不属于法定表格", head.ToImmutable(), [body.ToImmutable()]);
    }

    /// <summary>A cell's name as an anchor, which can't hold white space.</summary>
    private static string Id(CellName name) =>
        string.Concat(name.ToString().Select(c => char.IsWhiteSpace(c) || char.IsControl(c) ? '_' : c));
}
