using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Recognises table 二, 主动公开政府信息情况: a block for each article with a header of its own. Its headers tell the edition.
/// </summary>
internal static class ProactiveRecogniser
{
    private static readonly ImmutableArray<FormTable> Forms = [Editions.Form2019.Table("proactive")!, Editions.Form2021.Table("proactive")!];

    /// <summary>The rows of both editions; those of the 2019 form are the more, in the same order.</summary>
    private static readonly ImmutableArray<FormRow> Rows = Forms[0].Rows;

    private static readonly LabelIndex RowLabels = new(Rows.Select(row => Forms[1].Row(row.Id) is { } other
        ? row with { Aliases = row.Aliases.Add(other.Label).AddRange(other.Aliases) } : row));

    private static readonly ImmutableArray<FormColumn> AllColumns = [.. Forms.SelectMany(form => form.Columns)];
    private static readonly LabelIndex ColumnLabels = new(AllColumns);

    private static readonly FrozenDictionary<FormColumn, ImmutableArray<string>> ColumnNames = AllColumns.ToFrozenDictionary<FormColumn, FormColumn, ImmutableArray<string>>(
        column => column, column => [.. column.Aliases.Prepend(column.Label).Select(LabelText.Normalise)], ReferenceEqualityComparer.Instance);

    /// <summary>The columns of each row, by edition.</summary>
    private static readonly FrozenDictionary<(string Edition, string Row), ImmutableArray<FormColumn>> ColumnsOfRows = Forms
        .SelectMany(form => form.Rows.Select(row => (form, row))).ToFrozenDictionary(pair => (pair.form.Edition, pair.row.Id), pair => pair.form.ColumnsOf(pair.row).ToImmutableArray());
    private static readonly string[] Corner = ["信息内容", "项目", "内容", "指标"];

    /// <summary>How much in a source table belongs to table 二: rows, and headers of columns.</summary>
    public static (int Rows, int Headers) Count(IReadOnlyCollection<SourceRow> rows) => (
        rows.Count(row => RowLabel.Find(row, RowLabels).IsFound),
        rows.Count(IsHeader) + rows.Count(row => row.Cells.Any(cell => IsArticle(cell.Text))));

    public static RecognisedTable? Recognise(IReadOnlyList<ImmutableArray<SourceRow>> tables, ICollection<Diagnostic> diagnostics, out FormEdition? edition)
    {
        edition = null;
        var all = tables.SelectMany(rows => rows).ToList();
        var (rows, others) = TableInstances.ChooseBest(all, all.ConvertAll(row => RowLabel.Find(row, RowLabels)), 1);
        foreach (var other in others)
            diagnostics.Add(DiagnosticRules.TableRepeated.At(other.Location, Forms[0].Label, Rows[0].Label));

        var found = TableInstances.Align(rows, 1, Rows.Length);
        var read = new List<(SourceRow Row, RowLabel Label, FormRow Form, List<SourceCell> Header, int? Width)>();
        var header = new List<SourceCell>();
        int? width = null;
        var inHeader = false;
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, label) = rows[i];
            var own = HeaderCells(row, label);
            if (own.Count > 0 && (!inHeader || own.Any(cell => ColumnLabels.FindKey(cell.Key).Length > 0)))
            {
                header = own;
                width = label.IsFound ? null : row.Cells.Length;
                inHeader = true;
            }

            if (found[i] >= 0)
            {
                read.Add((row, label, Rows[found[i]], header, width));
                inHeader = false;
            }
            else if (label.IsFound && row.HasFigures)
            {
                diagnostics.Add(DiagnosticRules.TableRepeated.At(row.Location, Forms[0].Label, Rows[label.Candidates[0].Index].Label));
            }
            else if (row.HasFigures && row.Cells.FirstOrDefault(cell => cell.IsLabel) is { Cell: not null } text && own.Count == 0)
            {
                diagnostics.Add(DiagnosticRules.UnknownRow.At(row.Location, Forms[0].Label, text.Text.ReplaceLineEndings("")));
            }
        }

        if (read.Count == 0)
            return null;
        var form = TellEdition(read, out var isCertain);
        var cells = new RowCells(diagnostics);
        foreach (var (row, label, union, above, expected) in read)
            if (form.Row(union.Id) is { } formRow)
                AddRow(row, label, above, expected, form, formRow, cells, diagnostics);
        var table = cells.ToTable(form);
        if (table is not null && isCertain)
            edition = Editions.Get(form.Edition);
        return table;
    }

    private static void AddRow(
        SourceRow row, RowLabel label, List<SourceCell> header, int? width, FormTable form, FormRow formRow,
        RowCells cells, ICollection<Diagnostic> diagnostics)
    {
        if (row.Behind(label.End).Length == 0)
            return;
        var official = ColumnsOfRows[(form.Edition, formRow.Id)];
        var columns = MatchColumns(header, official, out _);
        var isAssumed = columns is null;
        columns ??= [.. official.Select(column => (column, default(SourceCell)))];
        var isClear = !isAssumed || (InOrder(header, official) && (row.CountFilled(label.End) == official.Length || !row.HasFigures));
        var assigned = isClear ? Assign(row, label, header, width, columns) : null;
        if (isAssumed)
            diagnostics.Add(DiagnosticRules.HeaderAssumed.At(row.Location, form.Label));
        cells.Add(form, formRow, row, label.End, columns.ConvertAll(column => (new CellName(form.Id, formRow.Id, column.Column.Id), UnitOf(column))), assigned);

        string UnitOf((FormColumn Column, SourceCell Cell) column) =>
            column.Cell.Cell is { } named ? MoneyUnit.In(named.Text)
            : header.FirstOrDefault(cell => cell.Text.Contains('元', StringComparison.Ordinal)).Cell is { } above ? MoneyUnit.In(above.Text)
            : MoneyUnit.Unclear;
    }

    /// <summary>Whether the columns that a header names stand in the form's order, as far as it names them.</summary>
    private static bool InOrder(List<SourceCell> header, ImmutableArray<FormColumn> official)
    {
        var named = header.Select(cell => official.ToList().FindIndex(column => Names(column).Contains(cell.Key))).Where(index => index >= 0).ToList();
        return named.SequenceEqual(named.Order());
    }

    private static Cell[]? Assign(SourceRow row, RowLabel label, List<SourceCell> header, int? width, List<(FormColumn Column, SourceCell Cell)> columns)
    {
        // One figure in merged cells that were repeated: the same text in each.
        var filled = row.Behind(label.End).ToArray().Where(cell => !cell.IsBlank).ToList();
        if (columns.Count == 1 && filled.Count > 1 && filled.All(cell => cell.Text == filled[0].Text))
            return [filled[0].Cell];

        var positions = columns.All(column => column.Cell.Cell is not null) ? columns.Select(column => column.Cell.Column).ToArray() : null;
        if (new ColumnAssignment().Assign(row, label.End, columns.Count, row.Table.Shape == TableShape.Grid ? positions : null, width) is { } assigned)
            return assigned;

        // A header that begins where the row's figures begin: its cells stand above them, and a merged one's text is repeated till the next.
        if (positions is null || header.Count == 0 || (width is not null && width != row.Cells.Length) || header[0].Column - 1 != label.End || positions.Any(position => position >= row.Cells.Length))
            return null;
        var above = new Cell[columns.Count];
        foreach (var cell in filled)
        {
            var column = Array.FindLastIndex([.. positions.Order()], position => position <= cell.Column);
            if (column < 0)
                return null;
            var place = Array.IndexOf(positions, positions.Order().ElementAt(column));
            if (cell.Column != positions[place] && row.Cells[positions[place]].Text != cell.Text)
                return null;
            above[place] = row.Cells[positions[place]].Cell;
        }

        for (var place = 0; place < above.Length; place++)
            above[place] ??= row.Cells[positions[place]].Cell;
        return above;
    }

    /// <summary>The edition whose columns the headers name; not certain if no header names them.</summary>
    private static FormTable TellEdition(List<(SourceRow Row, RowLabel Label, FormRow Form, List<SourceCell> Header, int? Width)> rows, out bool isCertain)
    {
        var scores = Forms.Select(form => rows.Sum(row => form.Row(row.Form.Id) is { } formRow && ColumnsOfRows[(form.Edition, formRow.Id)] is var official
            && HasRoom(row.Row, row.Label, official) && MatchColumns(row.Header, official, out var score) is not null ? score : 0)).ToArray();
        if (scores[0] != scores[1])
        {
            isCertain = true;
            return scores[0] > scores[1] ? Forms[0] : Forms[1];
        }

        // Without headers, a row that only the 2019 form has, or as many figures as only one form has.
        var only2019 = rows.Any(row => Forms[1].Row(row.Form.Id) is null);
        var widths = rows.Where(row => row.Form.Id is "licensing" or "penalty" or "coercion").Select(row => row.Row.Cells.Count(cell => cell.IsFigure)).ToList();
        isCertain = only2019 || widths.Count > 0;
        return only2019 || widths.Contains(3) ? Forms[0] : Forms[1];
    }

    /// <summary>Whether a row has no more figures than columns: half a header may name one of the other edition's. One in merged cells may be repeated in each.</summary>
    private static bool HasRoom(SourceRow row, RowLabel label, ImmutableArray<FormColumn> official) =>
        row.CountFilled(label.End) <= official.Length || row.Behind(label.End).ToArray().Where(cell => !cell.IsBlank).DistinctBy(cell => cell.Text).Count() == 1;

    /// <summary>
    /// The form's columns that a header names, in the header's order: exact names in any order; names cut short or misspelt where the
    /// order leaves no doubt. Null if the header does not name them all.
    /// </summary>
    private static List<(FormColumn Column, SourceCell Cell)>? MatchColumns(List<SourceCell> header, ImmutableArray<FormColumn> official, out double score)
    {
        score = 0;
        if (header.Count != official.Length)
            return null;
        var matched = new List<(FormColumn Column, SourceCell Cell)>();
        var exact = header.ConvertAll(cell => official.FirstOrDefault(column => Names(column).Contains(cell.Key)));
        if (exact.All(column => column is not null) && exact.Distinct().Count() == official.Length)
        {
            score = 2 * official.Length;
            return [.. exact.Select((column, i) => (column!, header[i]))];
        }

        for (var i = 0; i < official.Length; i++)
        {
            var similarity = Likeness(header[i].Key, official[i]);
            if (similarity == 0)
                return null;
            score += similarity;
            matched.Add((official[i], header[i]));
        }

        return matched;
    }

    private static double Likeness(string key, FormColumn column) => Names(column).Max(name =>
        name == key ? 2 : Math.Max(LabelSimilarity.Of(key, name), key.Length >= 3 && name.StartsWith(key, StringComparison.Ordinal) ? 0.5 : 0));

    private static ImmutableArray<string> Names(FormColumn column) => ColumnNames[column];

    private static bool IsHeader(SourceRow row) => row.Cells.Any(cell => cell.IsLabel && ColumnLabels.FindKey(cell.Key).Length > 0);

    private static bool IsArticle(string text)
    {
        var squeezed = TextFolding.Squeeze(text);
        return squeezed.Contains("第二十条第", StringComparison.Ordinal) || squeezed.Contains("第20条第", StringComparison.Ordinal);
    }

    /// <summary>The column names among a row's cells before its label (or all cells of a row without figures); repeated merged cells once.</summary>
    private static List<SourceCell> HeaderCells(SourceRow row, RowLabel label)
    {
        var cells = label.IsFound ? row.Cells.Take(label.End) : row.HasFigures ? [] : row.Cells;
        var header = new List<SourceCell>();
        foreach (var cell in cells)
            if (cell.IsLabel && !IsArticle(cell.Text) && !Corner.Contains(cell.Key)
                && !(header.Count > 0 && header[^1].Text == cell.Text && ColumnLabels.FindKey(cell.Key).Any(candidate => candidate.Score == 1)))
                header.Add(cell);
        return header;
    }
}
