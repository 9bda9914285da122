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
    private const int PartsOfOther = 3;

    /// <summary>A row of so many names is a header, known or not.</summary>
    private const int FewestUnknown = 6;

    /// <summary>A table with a single column must have this many rows of the form.</summary>
    private const int FewestSingle = 5;

    /// <summary>How many rows of a source table are surely rows of table 三, and how many of those have as many cells as it has columns.</summary>
    public static (int Rows, int Fitting) CountRows(IEnumerable<SourceRow> rows)
    {
        var count = 0;
        var fitting = 0;
        foreach (var row in rows)
        {
            if (LabelOf(row) is not { IsFound: true } label || label.Candidates[0] is not { Score: >= 0.84 } best || FormIndexes.CommonRequestRows.Contains(best.Index))
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

    private static RowLabel LabelOf(SourceRow row) => IsHeader(row) || HasTwoLabels(row) ? RowLabel.None : RowLabel.Find(row, FormIndexes.RequestRows);

    /// <summary>Whether a row has the labels of two rows of the form, so that its figures may be of either. 其他 and 总计 may be of the header.</summary>
    private static bool HasTwoLabels(SourceRow row) => row.Cells.TakeWhile(cell => !cell.IsFigure)
        .Where(cell => cell.IsLabel && FormIndexes.RequestRows.FindKey(cell.Key) is [{ Score: >= 1 }] && !FormIndexes.IsGroup(cell.Text))
        .Select(cell => FormIndexes.RequestRows.FindKey(cell.Key)[0].Index).Except(FormIndexes.CommonRequestRows).Distinct().Count() > 1;

    public static RecognisedTable? Recognise(IReadOnlyList<ImmutableArray<SourceRow>> tables, FormEdition? edition, ICollection<Diagnostic> diagnostics)
    {
        var all = tables.SelectMany(JoinBrokenRows).Select(WithoutUnit).ToList();
        var labels = LabelsOf(all);
        var (rows, instances) = TableInstances.ChooseBest(all, labels, FormIndexes.Requests2021.Columns.Length);
        if (rows.Count == 0)
            return null;
        foreach (var other in instances)
            diagnostics.Add(DiagnosticRules.TableRepeated.At(other.Location, FormIndexes.Requests2021.Label, FormIndexes.Requests2021.Rows[0].Label));

        var found = TableInstances.Align(rows, FormIndexes.Requests2021.Columns.Length, FormIndexes.Requests2021.Rows.Length, FormIndexes.CommonRequestRows);
        var form = LayoutOf(rows, found, edition);
        var read = AssignColumns(rows, found);
        var cells = new RowCells(diagnostics);
        for (var i = 0; i < rows.Count; i++)
            AddRow(rows[i].Row, rows[i].Label, found[i], read[i].Header, read[i].Cells, form, cells, diagnostics);
        if (read.All(row => row.Header.IsAssumed))
            diagnostics.Add(DiagnosticRules.HeaderAssumed.At(rows[0].Row.Location, form.Label));
        return cells.ToTable(form);
    }

    /// <summary>The columns of each row by the header above it, and its cells in their order; null where it can't be told which they are.</summary>
    private static List<(RequestHeader Header, Cell[]? Cells)> AssignColumns(List<(SourceRow Row, RowLabel Label)> rows, int[] found)
    {
        var read = new List<(RequestHeader Header, Cell[]? Cells)>(rows.Count);
        var header = RequestHeader.Assumed;
        foreach (var table in rows.Select((row, index) => (row.Row, row.Label, Found: found[index])).GroupBy(row => row.Row.Table, ReferenceEqualityComparer.Instance).Select(group => group.ToList()))
        {
            var isSingle = IsSingle(table);
            header = ReadFirstHeader(table, isSingle) ?? header;
            var assignment = new ColumnAssignment();
            foreach (var (row, label, index) in table)
                if (index >= 0)
                    assignment.Learn(row, label.End, header.Columns.Length);
            var above = new List<SourceRow>();
            var first = table.FindIndex(row => row.Found >= 0);
            for (var i = 0; i < table.Count; i++)
            {
                var (row, label, index) = table[i];
                // The header may be repeated in the middle, with its columns in another order.
                if (i > first && IsHeader(row))
                    above.Add(row);
                else if (above.Count > 0)
                {
                    header = ReadHeader(above, isSingle) ?? header;
                    above.Clear();
                }

                read.Add((header, index < 0 || row.Behind(label.End).Length == 0 ? null : Assign(row, label, header, assignment)));
            }

            header = (above.Count > 0 ? ReadHeader(above, isSingle) : null) ?? header;
        }

        // Without the names of all columns their order is only likely: the totals of the rows must speak for it.
        var totals = read.Where(row => row.Header.IsAssumed && row.Cells is not null).Select(row => RowTotal(row.Cells!, row.Header)).Where(total => total is not null).ToList();
        return totals.Count(total => total == false) > totals.Count(total => total == true) ? read.ConvertAll(row => row.Header.IsAssumed ? (RequestHeader.Unclear, null) : row) : read;
    }

    private static Cell[]? Assign(SourceRow row, RowLabel label, RequestHeader header, ColumnAssignment assignment)
    {
        if (header.IsUnclear)
            return null;
        var others = header.Others.Where(place => place > row.Cells[label.End].Column + row.Cells[label.End].Cell.ColumnSpan - 1).ToList();
        if (header.Places is { } places && others.Exists(place => place > places[0] || row.Cells.Any(cell => cell.Column == place && cell.IsFigure)))
            return ColumnAssignment.AssignByPlace(row, label.End, places, others, header.Width);
        var assigned = assignment.Assign(row, label.End, header.Columns.Length, row.Table.Shape == TableShape.Grid ? header.Places?.ToArray() : null);
        return assigned is not null && row.Table.Shape == TableShape.Ragged && assigned[0].Text.Length == 0 && header.Columns.Length > 1 && RowTotal(assigned, header, blankIsZero: true) == false ? null : assigned;
    }

    private static void AddRow(
        SourceRow row, RowLabel label, int index, RequestHeader header, Cell[]? assigned, FormTable form, RowCells cells, ICollection<Diagnostic> diagnostics)
    {
        var formRow = index < 0 ? null : form.Row(FormIndexes.Requests2021.Rows[index].Id);
        if (formRow is null)
        {
            Tell(row, label, form, diagnostics);
            return;
        }

        if (row.Behind(label.End).Length > 0)
            cells.Add(form, formRow, row, label.End, [.. header.Columns.Select(column => (new CellName(Id, formRow.Id, column.Id), ""))], assigned);
    }

    /// <summary>Says what becomes of a row that is none of the form's.</summary>
    private static void Tell(SourceRow row, RowLabel label, FormTable form, ICollection<Diagnostic> diagnostics)
    {
        var figures = row.Cells.Count(cell => cell.IsFigure);
        if (label.IsFound && row.Behind(label.End).ToArray().Any(cell => cell.IsFigure))
        {
            var known = FormIndexes.Requests2021.Rows[label.Candidates[0].Index];
            diagnostics.Add(known.Id == "concluded"
                ? DiagnosticRules.SubtotalRow.At(row.Location, form.Label, row.Cells[label.End].Text.ReplaceLineEndings(""))
                : DiagnosticRules.TableRepeated.At(row.Location, form.Label, known.Label));
        }
        else if (!label.IsFound && figures >= 1 && row.Cells.LastOrDefault(cell => cell.IsLabel) is { Cell: not null } text)
        {
            if (FormIndexes.IsSubtotal(text.Text) || FormIndexes.IsGroup(text.Text))
                diagnostics.Add(DiagnosticRules.SubtotalRow.At(row.Location, form.Label, text.Text.ReplaceLineEndings("")));
            else if (figures >= 2)
                diagnostics.Add(DiagnosticRules.UnknownRow.At(row.Location, form.Label, text.Text.ReplaceLineEndings("")));
        }
    }

    /// <summary>Labels of the rows; a row that sums up others is none of the form's.</summary>
    private static List<RowLabel> LabelsOf(List<SourceRow> rows)
    {
        var labels = rows.ConvertAll(row => row.Cells.LastOrDefault(cell => cell.IsLabel) is { Cell: not null } last && FormIndexes.IsSubtotal(last.Text) ? RowLabel.None : LabelOf(row));

        // （六）其他处理 sums up its parts where these follow it; alone it is a row of the 2019 form.
        for (var i = 0; i < rows.Count; i++)
            if (labels[i].Exact >= 0 && IsOther(labels[i].Exact) && IsGroupOther(rows[i], labels[i]) && Followers(i).Any(part => part.Exact >= 0 && (IsPartOfOther(part.Exact) || IsOther(part.Exact))))
                labels[i] = RowLabel.None;
        return labels;

        IEnumerable<RowLabel> Followers(int i) => labels.Skip(i + 1).Take(PartsOfOther);
    }

    private static bool IsOther(int index) => FormIndexes.Requests2021.Rows[index].Id == "other.other";

    private static bool IsPartOfOther(int index) => FormIndexes.Requests2021.Rows[index].Id is "other.not_corrected" or "other.fee_unpaid";

    /// <summary>Whether a label found as 其他 is 其他处理.</summary>
    private static bool IsGroupOther(SourceRow row, RowLabel label) => row.Cells[label.End].Key.Length > 2;

    /// <summary>The unit behind a label, in a column of its own, is no figure: 件.</summary>
    private static SourceRow WithoutUnit(SourceRow row)
    {
        var label = row.Cells.IsEmpty ? -1 : row.Cells.ToList().FindIndex(cell => cell.IsFigure) - 1;
        return label > 0 && row.Cells[label].Key is "件" or "条" or "项" or "个" or "宗" or "份" && row.Cells[label - 1].IsLabel ? row with { Cells = row.Cells.RemoveAt(label) } : row;
    }

    /// <summary>Whether the figures of a row add up to its total; null if they are not all numbers, or all nothing.</summary>
    private static bool? RowTotal(Cell[] cells, RequestHeader header, bool blankIsZero = false)
    {
        var total = header.Columns.ToList().FindIndex(column => column.Id == "total");
        var values = cells.Select(cell => FigureText.Read(cell.Text, FigureKind.Count).Value ?? (blankIsZero ? 0 : null)).ToArray();
        if (total < 0 || cells.Length == 1 || values.Any(value => value is null))
            return null;
        return values.All(value => value == 0) && !blankIsZero ? null : values.Sum() == 2 * values[total];
    }

    /// <summary>Whether a table has a single column of figures.</summary>
    private static bool IsSingle(List<(SourceRow Row, RowLabel Label, int Found)> rows) => IsSingle(rows.Where(row => row.Found >= 0).Select(row => (row.Row, row.Label)));

    private static bool IsSingle(IEnumerable<(SourceRow Row, RowLabel Label)> rows)
    {
        var count = 0;
        foreach (var (row, label) in rows)
        {
            if (row.CountFilled(label.End) > 1)
                return false;
            count += row.CountFilled(label.End);
        }

        return count >= FewestSingle;
    }

    /// <summary>Whether a source table is table 三 with a single column of figures, mostly 总计.</summary>
    public static bool IsSingle(ImmutableArray<SourceRow> rows)
    {
        var labelled = LabelsOf([.. rows]).Select((label, index) => (Row: rows[index], Label: label)).Where(row => row.Label.Exact >= 0).ToList();
        return labelled.Select(row => row.Label.Exact).Distinct().Count() >= FewestSingle && IsSingle(labelled)
            && RequestHeader.ReadSingle(rows.TakeWhile(row => row != labelled[0].Row).SelectMany(row => row.Cells)) is not null;
    }

    private static RequestHeader? ReadFirstHeader(List<(SourceRow Row, RowLabel Label, int Found)> rows, bool isSingle)
    {
        var first = rows.FindIndex(row => row.Found >= 0);
        if (first < 0)
            return null;
        var inRow = rows[first].Row.Cells.Take(rows[first].Label.End).ToList();
        var above = rows.Take(first).Select(row => row.Row).ToList();
        return inRow.Any(cell => FormIndexes.RequestColumns.FindKey(cell.Key).Length > 0)
            ? RequestHeader.Read([.. above.SelectMany(row => row.Cells), .. inRow], rows[0].Row.Table.Shape, isOneRow: false)
            : ReadHeader(above, isSingle);
    }

    private static RequestHeader? ReadHeader(List<SourceRow> rows, bool isSingle)
    {
        var cells = rows.SelectMany(row => row.Cells).ToList();
        var isOneRow = rows.Count(row => row.Cells.Any(cell => cell.IsLabel && FormIndexes.RequestColumns.FindKey(cell.Key).Length > 0)) == 1;
        var read = rows.Count == 0 ? null : RequestHeader.Read(cells, rows[0].Table.Shape, isOneRow);
        if (read is not null || isSingle)
            return read ?? RequestHeader.ReadSingle(cells);
        return rows.Exists(row => row.Cells.Count(cell => cell.IsLabel) >= FewestUnknown) ? RequestHeader.Unclear : null;
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
        if (row.HasFigures && !next.HasFigures)
            return JoinTail(row, next);
        if (row.HasFigures || !next.HasFigures)
            return null;
        var last = row.Cells.ToList().FindLastIndex(cell => cell.IsLabel);
        if (last < 0)
            return null;
        var label = LabelOf(row);
        var nextLabel = next.Cells.ToList().FindIndex(cell => cell.IsLabel);
        if (label.IsFound && nextLabel < 0 && row.Behind(label.End).Length == 0)
            return next with { Cells = [row.Cells[label.End], .. next.Cells] };

        if (nextLabel < 0 || row.Cells.Count(cell => cell.IsLabel) > 2)
            return null;
        return WithLabel(next, nextLabel, row.Cells[last].Text + next.Cells[nextLabel].Text);
    }

    /// <summary>The rest of a row's label stands alone in the row below its figures.</summary>
    private static SourceRow? JoinTail(SourceRow row, SourceRow next)
    {
        if (next.Cells.Count(cell => cell.IsLabel) != 1 || row.Cells.Length == 0)
            return null;
        var label = row.Cells.ToList().FindIndex(cell => cell.IsFigure) - 1;
        return label >= 0 && row.Cells[label].IsLabel ? WithLabel(row, label, row.Cells[label].Text + next.Cells.First(cell => cell.IsLabel).Text) : null;
    }

    /// <summary>The row with a label put together, if that has the very words of the form and the row's own has not.</summary>
    private static SourceRow? WithLabel(SourceRow row, int label, string text)
    {
        var whole = row.Cells[label] with { Cell = row.Cells[label].Cell with { Text = text }, Key = LabelText.Normalise(text) };
        var alone = RowLabel.Find(row, FormIndexes.RequestRows);
        var together = FormIndexes.RequestRows.FindKey(whole.Key);
        return together is [{ Score: 1 }] && !(alone.IsFound && alone.Candidates[0].Score == 1) ? row with { Cells = row.Cells.SetItem(label, whole) } : null;
    }
}
