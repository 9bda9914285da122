using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>Recognises the national statistics sheet of the 2008 edition, 政府信息公开情况统计表: 统计指标, 单位, 统计数.</summary>
internal static class StatisticsRecogniser
{
    private static readonly FormTable Form = FormIndexes.Statistics;
    private static readonly ImmutableHashSet<string> Units = [.. Form.Rows.Select(row => row.Unit).Where(unit => unit.Length > 0), "元"];

    public static int CountRows(IEnumerable<SourceRow> rows) =>
        rows.Select(row => RowLabel.Find(row, FormIndexes.StatisticsRows)).Where(label => label.IsFound && label.Candidates[0].Score >= 0.84).Select(label => label.Candidates[0].Index).Distinct().Count();

    public static RecognisedTable? Recognise(IReadOnlyList<ImmutableArray<SourceRow>> tables, ICollection<Diagnostic> diagnostics)
    {
        var all = tables.SelectMany(rows => rows.Select(WithoutUnit)).ToList();
        var (rows, others) = TableInstances.ChooseBest(all, all.ConvertAll(row => RowLabel.Find(row, FormIndexes.StatisticsRows)), 1);
        foreach (var other in others)
            diagnostics.Add(DiagnosticRules.TableRepeated.At(other.Location, Form.Label, Form.Rows[0].Label));

        var found = TableInstances.Align(rows, 1, Form.Rows.Length);
        var crowded = CrowdedWidths(rows, found);
        var cells = ImmutableArray.CreateBuilder<RecognisedCell>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, label) = rows[i];
            if (found[i] < 0)
            {
                if (row.Cells.Any(cell => cell.IsFigure) && row.Cells.FirstOrDefault(cell => cell.IsLabel) is { Cell: not null } text && !FormIndexes.IsGroup(text.Text))
                    diagnostics.Add(DiagnosticRules.UnknownRow.At(row.Location, Form.Label, text.Text.ReplaceLineEndings("")));
                continue;
            }

            var formRow = Form.Rows[found[i]];
            var name = new CellName(Form.Id, formRow.Id, Form.Columns[0].Id);
            var filled = Filled(row, label);
            if (filled.Count == 1 && !crowded.Contains(row.Row.Cells.Length))
                cells.Add(new RecognisedCell(name, filled[0].Text, filled[0].Cell.Location, Unit: formRow.IsMoney ? MoneyUnit.In(row.Row.Cells.FirstOrDefault(cell => IsUnit(cell.Text))?.Text ?? row.Cells[label.End].Text) : ""));
            else if (filled.Count == 0 && row.Behind(label.End).Length > 0)
                cells.Add(new RecognisedCell(name, "", row.Behind(label.End)[^1].Cell.Location));
            else if (filled.Count > 0)
            {
                cells.Add(new RecognisedCell(name, row.Text, row.Location, IsCertain: false));
                diagnostics.Add(DiagnosticRules.ColumnsUnclear.At(row.Location, Form.Label, formRow.Label, $"{filled.Count}", "1"));
            }
        }

        return cells.Count == 0 ? null : new RecognisedTable(Form, cells.ToImmutable());
    }

    private static List<SourceCell> Filled(SourceRow row, RowLabel label) =>
        row.Behind(label.End).ToArray().Where(cell => !cell.IsBlank).DistinctBy(cell => cell.Column).ToList();

    /// <summary>How wide rows are in a table that has further columns of figures: where but one figure stands there, it may be of any of them.</summary>
    private static HashSet<int> CrowdedWidths(List<(SourceRow Row, RowLabel Label)> rows, int[] found)
    {
        var labelled = rows.Where((_, index) => found[index] >= 0).ToList();
        var crowded = labelled.FindAll(row => Filled(row.Row, row.Label) is { Count: > 1 } filled && filled.TrueForAll(cell => cell.IsFigure));
        var isEvery = crowded.Count > labelled.Count / 2;
        return [.. (isEvery ? labelled : crowded).GroupBy(row => row.Row.Row.Cells.Length).Where(width => isEvery || width.Count() > 1).Select(width => width.Key)];
    }

    /// <summary>The unit stands in a column of its own, which holds no figure and no label.</summary>
    private static SourceRow WithoutUnit(SourceRow row) =>
        row with { Cells = [.. row.Cells.Where((cell, index) => index == 0 || !IsUnit(cell.Text))] };

    private static bool IsUnit(string text) => Units.Contains(LabelText.Normalise(text));
}
