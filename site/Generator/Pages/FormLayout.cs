using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// The official layout of a statutory table: where each cell of the form stands. It is made once for a form table, from its
/// definition, and filled with the figures of each report.
/// </summary>
public sealed class FormLayout
{
    private static readonly ConcurrentDictionary<(string Edition, string Table), FormLayout> Made = new();

    private readonly FormTable _form;
    private readonly ImmutableArray<ImmutableArray<TableCell>> _head;
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<Slot>>> _bodies;

    private FormLayout(
        FormTable form, ImmutableArray<ImmutableArray<TableCell>> head, ImmutableArray<ImmutableArray<ImmutableArray<Slot>>> bodies)
    {
        _form = form;
        _head = head;
        _bodies = bodies;
    }

    /// <summary>A cell that is the same in every report, or the cell that holds a figure, with the place of that among the table's figures.</summary>
    private readonly record struct Slot(TableCell Cell, int Figure = -1);

    public static FormLayout Of(FormTable form) =>
        Made.GetOrAdd((form.Edition, form.Id), static (_, table) => table.Shape switch
        {
            FormShape.Blocks => Blocks(table),
            FormShape.SideBySide => SideBySide(table),
            FormShape.List => Sheet(table),
            _ => Grid(table),
        }, form);

    /// <summary>The table as the blank form has it: the cells of its figures are those with an anchor and without a scope.</summary>
    public TableBlock Blank => new(
        $"table.{_form.Id}", _form.Id, _form.Label, "", _head,
        [.. _bodies.Select(body => body.Select(row => row.Select(slot => slot.Cell).ToImmutableArray()).ToImmutableArray())]);

    /// <summary>The table of a report.</summary>
    /// <param name="note">A remark on it; empty for none.</param>
    /// <param name="cells">Shows its figures.</param>
    /// <param name="isTranscribed">Whether they were copied by hand.</param>
    public TableBlock Fill(ReportTable table, string note, FigureCells cells, bool isTranscribed = false)
    {
        TableCell Filled(Slot slot) => slot.Figure >= 0 ? cells.Fill(slot.Cell, table.Figures[slot.Figure]) : slot.Cell;

        return new TableBlock(
            $"table.{_form.Id}", isTranscribed ? $"{_form.Id} transcribed" : _form.Id, _form.Label, note, _head,
            [.. _bodies.Select(body => body.Select(row => row.Select(Filled).ToImmutableArray()).ToImmutableArray())]);
    }

    /// <summary>A block of rows for each article, each with columns of its own (二).</summary>
    private static FormLayout Blocks(FormTable form)
    {
        var width = form.Groups.Max(group => form.Columns.Count(column => column.RowGroup == group.Id));
        ImmutableArray<ImmutableArray<Slot>> Block(FormLabel group)
        {
            ImmutableArray<FormColumn> columns = [.. form.Columns.Where(column => column.RowGroup == group.Id)];
            // The last column of a block takes what the block is narrower than the table.
            int SpanOf(int column) => column == columns.Length - 1 ? width - column : 1;
            string ColumnId(FormColumn column) => $"{form.Id}.{group.Id}.{column.Id}";
            string RowId(FormRow row) => $"{form.Id}.{row.Id}";
            var article = $"{form.Id}.{group.Id}";

            return
            [
                [new Slot(new TableCell(group.NumberedLabel, "col", article, width + 1, Class: "article"))],
                [
                    new Slot(new TableCell(FormHeadings.Content, "col")),
                    .. columns.Select((column, i) => new Slot(new TableCell(column.Label, "col", ColumnId(column), SpanOf(i)))),
                ],
                .. form.Rows.Where(row => row.Parent == group.Id).Select(row => ImmutableArray.Create<Slot>(
                [
                    new Slot(new TableCell(row.NumberedLabel, "row", RowId(row))),
                    .. columns.Select((column, i) => Figure(
                        form, row, column, SpanOf(i), $"{article} {RowId(row)} {ColumnId(column)}")),
                ])),
            ];
        }

        return new FormLayout(form, [], [.. form.Groups.Select(Block)]);
    }

    /// <summary>Rows in groups, columns in groups (三).</summary>
    private static FormLayout Grid(FormTable form)
    {
        var depth = form.Rows.Max(row => Above(form, row.Parent).Length) + 1;
        var corner = Editions.Get(form.Edition).Relations
            .FirstOrDefault(relation => relation.Table == form.Id && relation.Scope == RelationScope.EachColumn);
        var grouped = form.ColumnGroups.Length > 0;

        ImmutableArray<TableCell> top =
        [
            new TableCell(corner is null ? "" : FormHeadings.Balance(corner.Label), null, null, depth, grouped ? 3 : 2, Class: "corner"),
            new TableCell(FormHeadings.Applicants, "col", ColumnSpan: form.Columns.Length),
        ];
        ImmutableArray<TableCell> middle = [.. form.Columns
            .Where((column, i) => column.Parent is null || form.Columns.Take(i).All(before => before.Parent != column.Parent))
            .Select(column => column.Parent is null
                ? new TableCell(column.Label, "col", RowSpan: grouped ? 2 : 1)
                : new TableCell(
                    form.ColumnGroups.First(group => group.Id == column.Parent).Label, "col",
                    ColumnSpan: form.Columns.Count(other => other.Parent == column.Parent)))];
        ImmutableArray<TableCell> bottom =
            [.. form.Columns.Where(column => column.Parent is not null).Select(column => new TableCell(column.Label, "col"))];

        // A group of the outermost level has a body of its own; the rows between two of them share one.
        var bodies = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<Slot>>>();
        var body = ImmutableArray.CreateBuilder<ImmutableArray<Slot>>();
        var before = ImmutableArray<FormLabel>.Empty;
        foreach (var row in form.Rows)
        {
            var above = Above(form, row.Parent);
            if (body.Count > 0 && (above.IsEmpty ? null : above[0].Id) != (before.IsEmpty ? null : before[0].Id))
            {
                bodies.Add(body.ToImmutable());
                body.Clear();
            }

            var opened = above.Where(group => before.All(open => open.Id != group.Id));
            body.Add(
            [
                .. opened.Select(group => new Slot(new TableCell(
                    group.NumberedLabel, "row", RowSpan: form.Rows.Count(other => Above(form, other.Parent).Any(g => g.Id == group.Id)), Class: "group"))),
                new Slot(new TableCell(row.NumberedLabel, "row", ColumnSpan: depth - above.Length)),
                .. form.Columns.Select(column => Figure(form, row, column, label: column.Label)),
            ]);
            before = above;
        }

        bodies.Add(body.ToImmutable());
        return new FormLayout(form, grouped ? [top, middle, bottom] : [top, middle], bodies.ToImmutable());
    }

    /// <summary>All rows of the form beside each other in one row (四).</summary>
    private static FormLayout SideBySide(FormTable form)
    {
        var width = form.Columns.Length;
        var grouped = form.Rows.Any(row => row.Parent is not null);
        ImmutableArray<TableCell> top = [.. form.Rows
            .Where((row, i) => row.Parent is null || form.Rows.Take(i).All(before => before.Parent != row.Parent))
            .Select(row => row.Parent is null
                ? new TableCell(row.NumberedLabel, "col", ColumnSpan: width, RowSpan: grouped ? 2 : 1)
                : new TableCell(
                    form.Group(row.Parent)!.NumberedLabel, "col", ColumnSpan: width * form.Rows.Count(other => other.Parent == row.Parent)))];
        ImmutableArray<TableCell> middle = [.. form.Rows.Where(row => row.Parent is not null)
            .Select(row => new TableCell(row.NumberedLabel, "col", ColumnSpan: width))];
        ImmutableArray<TableCell> bottom =
            [.. form.Rows.SelectMany(_ => form.Columns.Select(column => new TableCell(column.Label, "col")))];
        ImmutableArray<Slot> figures = [.. from row in form.Rows
                                          from column in form.Columns
                                          select Figure(form, row, column, label: $"{row.Label}·{column.Label}")];
        return new FormLayout(form, grouped ? [top, middle, bottom] : [top, bottom], [[figures]]);
    }

    /// <summary>One figure a row, rows indented under each other (2008).</summary>
    private static FormLayout Sheet(FormTable form)
    {
        // Rows of the sheet are named by paths; their parents by the short ids of the definition.
        var rows = form.Rows.ToDictionary(row => row.Alias);
        ImmutableArray<FormLabel> Chain(string? parent)
        {
            var chain = ImmutableArray.CreateBuilder<FormLabel>();
            while (parent is not null)
            {
                var above = form.Group(parent) ?? rows[parent];
                chain.Insert(0, above);
                parent = above.Parent;
            }

            return chain.ToImmutable();
        }

        TableCell Label(FormLabel label, int depth, int span = 1) =>
            new(label.NumberedLabel, "row", ColumnSpan: span, Class: $"level-{Math.Min(depth, 4)}");

        var column = form.Columns[0];
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<Slot>>();
        foreach (var row in form.Rows)
        {
            var chain = Chain(row.Parent);
            for (var depth = 0; depth < chain.Length; depth++)
                if (chain[depth] is not FormRow && shown.Add(chain[depth].Id))
                    lines.Add([new Slot(Label(chain[depth], depth, 3))]);
            lines.Add(
            [
                new Slot(Label(row, chain.Length)),
                new Slot(new TableCell(row.Unit, Class: "unit")),
                Figure(form, row, column),
            ]);
        }

        return new FormLayout(
            form, [[new TableCell(FormHeadings.Indicator, "col"), new TableCell(FormHeadings.Unit, "col"), new TableCell(column.Label, "col")]], [lines.ToImmutable()]);
    }

    private static Slot Figure(FormTable form, FormRow row, FormColumn column, int span = 1, string? headers = null, string? label = null) =>
        new(new TableCell("", Id: $"{new CellName(form.Id, row.Id, column.Id)}", ColumnSpan: span, Headers: headers, Label: label), form.IndexOf(row.Id, column.Id));

    /// <summary>The groups above a label, outermost first.</summary>
    private static ImmutableArray<FormLabel> Above(FormTable form, string? parent)
    {
        var above = ImmutableArray.CreateBuilder<FormLabel>();
        for (var group = form.Group(parent); group is not null; group = form.Group(group.Parent))
            above.Insert(0, group);
        return above.ToImmutable();
    }
}
