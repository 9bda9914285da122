using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Recognises table 四, 政府信息公开行政复议、行政诉讼情况: one row of 15 figures under a header of three rows, in one source table or two;
/// or, as some reports set it, three rows of five figures.
/// </summary>
internal static class DisputesRecogniser
{
    private static readonly FormTable Form = FormIndexes.Disputes;
    private static readonly int Outcomes = Form.Columns.Length;

    /// <summary>Three rows of 15 columns, with merged cells repeated and some to spare: more cells without a figure are no header.</summary>
    private const int LongestHeader = 300;

    /// <summary>The 15 columns in the form's order.</summary>
    private static readonly List<(FormRow Row, FormColumn Column)> AllColumns =
        [.. from row in Form.Rows from column in Form.Columns select (row, column)];

    private static readonly ImmutableHashSet<string> Telling =
        ["upheld", "corrected", "pending", "litigation_direct", "litigation_after_review"];

    /// <summary>How many labels of a source table are surely labels of table 四.</summary>
    public static int CountLabels(IEnumerable<SourceRow> rows) =>
        rows.SelectMany(row => row.Cells).Count(cell => cell.IsLabel && LabelOf(cell) is { } label && Telling.Contains(IdOf(label)));

    public static RecognisedTable? Recognise(IReadOnlyList<ImmutableArray<SourceRow>> tables, ICollection<Diagnostic> diagnostics)
    {
        var cells = new RowCells(diagnostics);
        var header = new List<SourceCell>();
        var shape = TableShape.Ragged;
        var fullWidth = -1;
        var widest = 0;
        foreach (var row in tables.SelectMany(rows => rows))
        {
            var own = row.Cells.TakeWhile(cell => !cell.IsFigure).ToList();
            var labels = own.Where(cell => LabelOf(cell) is not null).ToList();
            var transposed = labels.Count == 1 && IsRow(LabelOf(labels[0])!.Value) && row.Cells.Length - 1 - row.Cells.IndexOf(labels[0]) is var behind && behind == Outcomes
                && Leaves(header).Count() == Outcomes;
            if (transposed)
            {
                AddCells(cells, row, [.. Leaves(header).Select(leaf => (Form.Rows[LabelOf(labels[0])!.Value - Outcomes], Form.Columns[leaf]))], null, row.Cells.IndexOf(labels[0]));
                continue;
            }

            if (labels.Count > 0)
            {
                // Where merged cells were repeated, each row of the header has as many cells as the row of figures, and they stand in columns.
                fullWidth = header.Count == 0 || fullWidth == row.Cells.Length ? row.Cells.Length : -1;
                header.AddRange(own);
                if (header.Count > LongestHeader)
                    header.Clear();
                shape = row.Table.Shape;
                if (own.Count == row.Cells.Length)
                {
                    widest = Math.Max(widest, row.Cells.Length);
                    continue;
                }
            }
            else if (header.Count == 0 || !(row.HasFigures || row.Cells.All(cell => cell.IsBlank)))
            {
                continue;
            }

            var label = own.FindLastIndex(cell => cell.IsLabel);
            var (columns, positions) = ReadHeader(header, shape, fullWidth == row.Cells.Length);
            if (columns.Count == 0 && row.Behind(label).Length == AllColumns.Count && Leaves(header).Count() > Outcomes)
            {
                columns = AllColumns;
                diagnostics.Add(DiagnosticRules.HeaderAssumed.At(row.Location, Form.Label));
            }

            if (columns.Count == 0 || (!row.HasFigures && row.Behind(label).Length < columns.Count))
                continue;
            if (columns.Exists(column => cells.Has(NameOf(column))))
            {
                if (row.HasFigures)
                    diagnostics.Add(DiagnosticRules.TableRepeated.At(row.Location, Form.Label, Form.Rows[0].Label));
                continue;
            }

            AddCells(cells, row, columns, positions, label, widest > 0 ? widest : null);
            header.Clear();
            widest = 0;
        }

        return cells.ToTable(Form);
    }

    private static void AddCells(
        RowCells cells, SourceRow row, List<(FormRow Row, FormColumn Column)> columns, int[]? positions, int label, int? width = null) =>
        cells.Add(Form, Form.Rows[0], row, label, columns.ConvertAll(column => (NameOf(column), "")), new ColumnAssignment().Assign(row, label, columns.Count, positions, width));

    private static CellName NameOf((FormRow Row, FormColumn Column) column) => new(Form.Id, column.Row.Id, column.Column.Id);

    /// <summary>The columns from left to right with their positions in a grid; none if the header does not name them without doubt.</summary>
    private static (List<(FormRow Row, FormColumn Column)> Columns, int[]? Positions) ReadHeader(List<SourceCell> header, TableShape shape, bool isFullWidth)
    {
        if ((shape == TableShape.Grid || isFullWidth) && ReadGrid(header) is { } grid)
            return (grid.Columns, shape == TableShape.Grid ? grid.Positions : null);

        var groups = header.Select(LabelOf).Where(label => label is { } index && IsRow(index)).Select(label => label!.Value).Distinct().ToList();
        var leaves = Leaves(header).ToList();
        if (groups.Count == 0 || leaves.Count != groups.Count * Outcomes)
            return ([], null);
        var columns = new List<(FormRow, FormColumn)>();
        for (var g = 0; g < groups.Count; g++)
        {
            var own = leaves.GetRange(g * Outcomes, Outcomes);
            if (own.Distinct().Count() != Outcomes)
                return ([], null);
            columns.AddRange(own.Select(leaf => (Form.Rows[groups[g] - Outcomes], Form.Columns[leaf])));
        }

        return (columns, null);
    }

    /// <summary>In a grid each outcome stands below the label of its row of the form.</summary>
    private static (List<(FormRow Row, FormColumn Column)> Columns, int[]? Positions)? ReadGrid(List<SourceCell> header)
    {
        var columns = new List<(FormRow Row, FormColumn Column, int Position)>();
        foreach (var cell in header)
        {
            if (LabelOf(cell) is not { } leaf || leaf >= Outcomes)
                continue;
            var group = header.LastOrDefault(other => LabelOf(other) is { } index && IsRow(index)
                && other.Column <= cell.Column && other.Column + other.Cell.ColumnSpan > cell.Column);
            if (group.Cell is null || cell.Cell.ColumnSpan != 1)
                return null;
            columns.RemoveAll(column => column.Position == cell.Column);
            columns.Add((Form.Rows[LabelOf(group)!.Value - Outcomes], Form.Columns[leaf], cell.Column));
        }

        columns.Sort((a, b) => a.Position.CompareTo(b.Position));
        if (columns.Count == 0 || columns.Count % Outcomes != 0 || columns.DistinctBy(column => column.Position).Count() != columns.Count
            || columns.DistinctBy(column => (column.Row.Id, column.Column.Id)).Count() != columns.Count)
            return null;
        return ([.. columns.Select(column => (column.Row, column.Column))], [.. columns.Select(column => column.Position)]);
    }

    private static IEnumerable<int> Leaves(IEnumerable<SourceCell> header) =>
        header.Select(LabelOf).Where(label => label < Outcomes).Select(label => label!.Value);

    private static int? LabelOf(SourceCell cell) =>
        cell.IsLabel && FormIndexes.DisputeLabels.FindKey(cell.Key) is [var only] ? only.Index : null;

    private static bool IsRow(int label) => label >= Outcomes && label < Outcomes + Form.Rows.Length;

    private static string IdOf(int label) =>
        label < Outcomes ? Form.Columns[label].Id : IsRow(label) ? Form.Rows[label - Outcomes].Id : Form.Groups[label - Outcomes - Form.Rows.Length].Id;
}
