using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>Recognises table 三, 收到和处理政府信息公开申请情况, in one source table or several that it was cut into.</summary>
internal static class RequestsRecogniser
{
    private const string Id = "requests";
    private const int FewestColumns = 3;
    private const int HeaderRows = 6;

    /// <summary>Labels so common that they tell nothing of the table they stand in.</summary>
    private static readonly ImmutableHashSet<int> Common =
        [.. FormIndexes.Requests2021.Rows.Select((row, index) => (row, index)).Where(pair => pair.row.Id is "other.other" or "concluded").Select(pair => pair.index)];

    /// <summary>How many rows of a source table are surely rows of table 三, and how many of those have as many cells as it has columns.</summary>
    public static (int Rows, int Fitting) CountRows(IEnumerable<SourceRow> rows)
    {
        var count = 0;
        var fitting = 0;
        foreach (var row in rows)
        {
            if (LabelOf(row) is not { IsFound: true } label || label.Candidates[0] is not { Score: >= 0.84 } best || Common.Contains(best.Index))
                continue;
            count++;
            if (row.Behind(label.End).Length >= FormIndexes.Requests2021.Columns.Length)
                fitting++;
        }

        return (count, fitting);
    }

    /// <summary>Whether a source table has the header of table 三.</summary>
    public static bool HasHeader(IEnumerable<SourceRow> rows) => rows.Any(IsHeader) || rows.Where(row => !row.HasFigures).Take(HeaderRows).SelectMany(row => row.Cells)
        .Where(cell => cell.IsLabel).SelectMany(cell => FormIndexes.RequestColumns.FindKey(cell.Key)).Select(candidate => candidate.Index).Distinct().Count() >= FewestColumns;

    /// <summary>A row of the header has labels of columns that are labels of rows too, 其他 and 总计.</summary>
    private static bool IsHeader(SourceRow row) =>
        row.Cells.Count(cell => cell.IsLabel && FormIndexes.RequestColumns.FindKey(cell.Key) is [{ Score: >= 1 }]) >= FewestColumns && !row.HasFigures;

    private static RowLabel LabelOf(SourceRow row) => IsHeader(row) ? RowLabel.None : RowLabel.Find(row, FormIndexes.RequestRows);

    public static RecognisedTable? Recognise(IReadOnlyList<ImmutableArray<SourceRow>> tables, FormEdition? edition, ICollection<Diagnostic> diagnostics)
    {
        var all = tables.SelectMany(JoinBrokenRows).ToList();
        var labels = all.ConvertAll(LabelOf);
        var (rows, instances) = TableInstances.ChooseBest(all, labels, FormIndexes.Requests2021.Columns.Length);
        if (rows.Count == 0)
            return null;
        foreach (var other in instances)
            diagnostics.Add(DiagnosticRules.TableRepeated.At(other.Location, FormIndexes.Requests2021.Label, FormIndexes.Requests2021.Rows[0].Label));

        var count = FormIndexes.Requests2021.Columns.Length;
        var found = TableInstances.Align(rows, count, FormIndexes.Requests2021.Rows.Length);
        var form = LayoutOf(rows, found, edition);
        var cells = new RowCells(diagnostics);
        var header = RequestHeader.Assumed;
        var assumed = true;
        foreach (var group in rows.Select((row, index) => (row.Row, row.Label, Found: found[index])).GroupBy(row => row.Row.Table, ReferenceEqualityComparer.Instance))
        {
            var tableRows = group.ToList();
            header = ReadHeader(tableRows) ?? header;
            assumed &= header.IsAssumed;
            var assignment = new ColumnAssignment();
            foreach (var (row, label, index) in tableRows)
                if (index >= 0)
                    assignment.Learn(row, label.End, count);
            foreach (var (row, label, index) in tableRows)
                AddRow(row, label, index, header, form, assignment, cells, diagnostics);
        }

        if (assumed)
            diagnostics.Add(DiagnosticRules.HeaderAssumed.At(rows[0].Row.Location, form.Label));
        return cells.ToTable(form);
    }

    private static void AddRow(
        SourceRow row, RowLabel label, int index, RequestHeader header, FormTable form, ColumnAssignment assignment,
        RowCells cells, ICollection<Diagnostic> diagnostics)
    {
        var formRow = index < 0 ? null : form.Row(FormIndexes.Requests2021.Rows[index].Id);
        if (formRow is null)
        {
            if (label.IsFound && row.Behind(label.End).ToArray().Any(cell => cell.IsFigure))
                diagnostics.Add(DiagnosticRules.TableRepeated.At(row.Location, form.Label, FormIndexes.Requests2021.Rows[label.Candidates[0].Index].Label));
            else if (!label.IsFound && row.Cells.Count(cell => cell.IsFigure) >= 2 && row.Cells.LastOrDefault(cell => cell.IsLabel) is { Cell: not null } text
                && !FormIndexes.IsGroup(text.Text))
                diagnostics.Add((text.Text.Contains("小计", StringComparison.Ordinal) ? DiagnosticRules.SubtotalRow : DiagnosticRules.UnknownRow).At(row.Location, form.Label, text.Text.ReplaceLineEndings("")));
            return;
        }

        if (row.Behind(label.End).Length == 0)
            return;
        var assigned = assignment.Assign(row, label.End, header.Columns.Length, header.Positions);
        if (assigned is not null && row.Table.Shape == TableShape.Ragged && assigned[0].Text.Length == 0 && !AddsUp(assigned, header))
            assigned = null;
        cells.Add(form, formRow, row, label.End, [.. header.Columns.Select(column => (new CellName(Id, formRow.Id, column.Id), ""))], assigned);
    }

    /// <summary>
    /// Whether the figures of a row whose first is blank add up. If not they may have slid by one: the blank is a merged label's, and the last figure is lost.
    /// </summary>
    private static bool AddsUp(Cell[] cells, RequestHeader header)
    {
        var values = cells.Select(cell => FigureText.Read(cell.Text, FigureKind.Count).Value ?? 0).ToArray();
        var total = header.Columns.ToList().FindIndex(column => column.Id == "total");
        return total < 0 || values.Sum() == 2 * values[total];
    }

    private static RequestHeader? ReadHeader(List<(SourceRow Row, RowLabel Label, int Found)> rows)
    {
        var first = rows.FindIndex(row => row.Found >= 0);
        if (first < 0)
            return null;
        var cells = rows.Take(first).SelectMany(row => row.Row.Cells).Concat(rows[first].Row.Cells.Take(rows[first].Label.End)).ToList();
        return RequestHeader.Read(cells, rows[0].Row.Table.Shape);
    }

    /// <summary>The rows 逾期不补正 and 逾期未缴费 are in the 2021 form only; the single row 其他处理 in the 2019 form only, whatever the report's edition is.</summary>
    private static FormTable LayoutOf(List<(SourceRow Row, RowLabel Label)> rows, int[] found, FormEdition? edition)
    {
        var ids = found.Where(index => index >= 0).Select(index => FormIndexes.Requests2021.Rows[index].Id).ToHashSet();
        if (ids.Contains("other.not_corrected") || ids.Contains("other.fee_unpaid"))
            return FormIndexes.Requests2021;
        var other = Array.FindIndex(found, index => index >= 0 && FormIndexes.Requests2021.Rows[index].Id == "other.other");
        if (other >= 0)
            return LabelText.Normalise(rows[other].Row.Cells[rows[other].Label.End].Text).Length > 2 ? FormIndexes.Requests2019 : FormIndexes.Requests2021;
        return edition == Editions.Form2019 ? FormIndexes.Requests2019 : FormIndexes.Requests2021;
    }

    /// <summary>Puts together what a page break parted: a label and its figures in two rows, or a label in two rows of which the second has the figures.</summary>
    private static IEnumerable<SourceRow> JoinBrokenRows(ImmutableArray<SourceRow> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (i + 1 < rows.Length && Join(rows[i], rows[i + 1]) is { } joined)
            {
                yield return joined;
                i++;
                continue;
            }

            yield return rows[i];
        }
    }

    private static SourceRow? Join(SourceRow row, SourceRow next)
    {
        if (row.HasFigures || !next.HasFigures)
            return null;
        var last = row.Cells.ToList().FindLastIndex(cell => cell.IsLabel);
        if (last < 0)
            return null;
        var label = RowLabel.Find(row, FormIndexes.RequestRows);
        var nextLabel = next.Cells.ToList().FindIndex(cell => cell.IsLabel);
        if (label.IsFound && nextLabel < 0 && row.Behind(label.End).Length == 0)
            return next with { Cells = [row.Cells[label.End], .. next.Cells] };

        if (nextLabel < 0 || row.Cells.Count(cell => cell.IsLabel) > 2)
            return null;
        var text = row.Cells[last].Text + next.Cells[nextLabel].Text;
        var whole = next.Cells[nextLabel] with { Cell = next.Cells[nextLabel].Cell with { Text = text }, Key = LabelText.Normalise(text) };
        var alone = RowLabel.Find(next, FormIndexes.RequestRows);
        var together = FormIndexes.RequestRows.FindKey(whole.Key);
        return together is [{ Score: 1 }] && !(alone.IsFound && alone.Candidates[0].Score == 1) ? next with { Cells = next.Cells.SetItem(nextLabel, whole) } : null;
    }
}
