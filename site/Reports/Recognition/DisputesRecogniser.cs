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
            if (ReadSideways(row, labels, header) is { } sideways)
            {
                Add(sideways, null, row.Cells.IndexOf(labels[^1]), null);
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
                if (row.HasFigures)
                    diagnostics.Add(DiagnosticRules.UnknownRow.At(row.Location, Form.Label, row.Text));
                continue;
            }

            var label = own.FindLastIndex(cell => cell.IsLabel);
            var (columns, positions) = ReadHeader(header, shape, fullWidth == row.Cells.Length);
            if (columns.Count == 0 && row.Behind(label).Length == AllColumns.Count && Leaves(header).Count() > Outcomes && IsInOrder(header))
            {
                columns = AllColumns;
                diagnostics.Add(DiagnosticRules.HeaderAssumed.At(row.Location, Form.Label));
            }

            if (columns.Count == 0 || (!row.HasFigures && row.Behind(label).Length < columns.Count))
            {
                if (row.HasFigures)
                    diagnostics.Add(DiagnosticRules.UnknownRow.At(row.Location, Form.Label, row.Text));
                continue;
            }

            if (Add(columns, positions, label, widest > 0 ? widest : null))
            {
                header.Clear();
                widest = 0;
            }

            bool Add(List<(FormRow Row, FormColumn Column)> columns, int[]? positions, int label, int? width)
            {
                if (!columns.Exists(column => cells.Has(NameOf(column))))
                    AddCells(cells, row, columns, positions, label, header, width);
                else if (row.HasFigures)
                    diagnostics.Add(DiagnosticRules.TableRepeated.At(row.Location, Form.Label, columns[0].Row.Label));
                else
                    return false;
                return true;
            }
        }

        return cells.ToTable(Form);
    }

    /// <summary>
    /// The cells of a row that has a label of the form's before its figures: three rows of five outcomes, or a row for each outcome, below the labels of the
    /// form's rows or beside one of them. Null if it is no such row.
    /// </summary>
    private static List<(FormRow Row, FormColumn Column)>? ReadSideways(SourceRow row, List<SourceCell> labels, List<SourceCell> header)
    {
        if (labels.Count == 0 || !row.HasFigures)
            return null;
        var behind = row.Behind(row.Cells.IndexOf(labels[^1])).Length;
        var last = LabelOf(labels[^1])!.Value;
        var leaves = Leaves(header).ToList();
        if (IsRow(last) && !labels.Exists(cell => LabelOf(cell) < Outcomes) && behind == Outcomes && leaves.Count == Outcomes && leaves.Distinct().Count() == Outcomes)
            return leaves.ConvertAll(leaf => (Form.Rows[last - Outcomes], Form.Columns[leaf]));
        if (last >= Outcomes || leaves.Count > 0 || labels.Count(cell => LabelOf(cell) < Outcomes) != 1)
            return null;

        // The row's own label stands for those beside it too, till the next.
        var rows = labels.Where(cell => IsRow(LabelOf(cell)!.Value)).ToList();
        if (rows.Count > 0)
        {
            header.Clear();
            header.AddRange(labels.Where(cell => LabelOf(cell) >= Outcomes));
        }

        var named = header.Select(LabelOf).Where(label => label is { } index && IsRow(index)).Select(label => Form.Rows[label!.Value - Outcomes]).ToList();
        return named.Count == behind && named.Distinct().Count() == named.Count ? named.ConvertAll(form => (form, Form.Columns[last])) : null;
    }

    private static void AddCells(
        RowCells cells, SourceRow row, List<(FormRow Row, FormColumn Column)> columns, int[]? positions, int label, List<SourceCell> header, int? width)
    {
        List<int> others = positions is null ? [] : [.. header.Where(cell => cell.IsLabel && cell.Column > positions[0] && !positions.Contains(cell.Column)).Select(cell => cell.Column)];
        var assigned = others.Count > 0
            ? ColumnAssignment.AssignByPlace(row, label, [.. positions!], others, header.Max(cell => cell.Column + cell.Cell.ColumnSpan))
            : new ColumnAssignment().Assign(row, label, columns.Count, positions, width);
        cells.Add(Form, columns[0].Row, row, label, columns.ConvertAll(column => (NameOf(column), "")), assigned);
    }

    private static CellName NameOf((FormRow Row, FormColumn Column) column) => new(Form.Id, column.Row.Id, column.Column.Id);

    /// <summary>The columns from left to right with their positions in a grid; none if the header does not name them without doubt.</summary>
    private static (List<(FormRow Row, FormColumn Column)> Columns, int[]? Positions) ReadHeader(List<SourceCell> header, TableShape shape, bool isFullWidth)
    {
        if ((shape == TableShape.Grid || isFullWidth) && ReadGrid(header) is { } grid)
            return (grid.Columns, shape == TableShape.Grid ? grid.Positions : null);

        var groups = RowsInOrder(header);
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

    /// <summary>The rows of the form from left to right, from labels listed row by row: 未经复议直接起诉 and 复议后起诉 stand below 行政诉讼.</summary>
    private static List<int> RowsInOrder(List<SourceCell> header)
    {
        var labels = header.Select(LabelOf).Where(label => label >= Outcomes).Select(label => label!.Value).Distinct().ToList();
        var group = labels.FindIndex(label => !IsRow(label));
        if (group < 0)
            return labels;
        bool IsMember(int label) => IsRow(label) && Form.Rows[label - Outcomes].Parent is not null;
        return [.. labels.Take(group).Where(label => !IsMember(label)), .. labels.Where(IsMember), .. labels.Skip(group + 1).Where(label => !IsMember(label))];
    }

    /// <summary>Whether what a header names stands in the form's order, as far as it names it; else something was lost from a header of another order.</summary>
    private static bool IsInOrder(List<SourceCell> header)
    {
        var groups = RowsInOrder(header);
        if (groups.Count > 0 && (groups[0] != Outcomes || !groups.SequenceEqual(groups.Order())))
            return false;
        var column = 0;
        foreach (var leaf in Leaves(header))
        {
            while (column < AllColumns.Count && column % Outcomes != leaf)
                column++;
            column++;
        }

        return column <= AllColumns.Count;
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
        if (!columns.Select(column => (column.Row, column.Column)).SequenceEqual(AllColumns.Take(columns.Count)) && !HeaderRows.AreEven(header))
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
