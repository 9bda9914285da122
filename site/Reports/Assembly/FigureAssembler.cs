using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Makes a report's statutory tables from recognised cells: a figure for every cell of the form, read or not.</summary>
internal static class FigureAssembler
{
    private static readonly FormEdition[] LaterEditions = [Editions.Form2019, Editions.Form2021];

    /// <summary>
    /// The tables of the report's edition, those not found with missing cells, in the form's order. If nothing statutory was found there is no table:
    /// the report is text only.
    /// </summary>
    public static ImmutableArray<ReportTable> Assemble(RecognisedDocument recognised, FormEdition edition, ICollection<Diagnostic> diagnostics)
    {
        if (recognised.Tables.IsEmpty)
            return [];
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        foreach (var form in edition.Tables)
        {
            var found = recognised.Tables.FirstOrDefault(table => table.Form.Id == form.Id);
            if (found is null)
                diagnostics.Add(DiagnosticRules.TableMissing.For(form.Label));
            tables.Add(Assemble(found?.Form ?? form, found, diagnostics));
        }

        // A later report may carry the old sheet, an old one a later table: nothing that was read is lost.
        foreach (var other in recognised.Tables.Where(table => edition.Table(table.Form.Id) is null))
            tables.Add(Assemble(other.Form, other, diagnostics));
        return tables.ToImmutable();
    }

    private static ReportTable Assemble(FormTable form, RecognisedTable? found, ICollection<Diagnostic> diagnostics)
    {
        var cells = new Dictionary<CellName, RecognisedCell>();
        foreach (var cell in found?.Cells ?? [])
            cells.TryAdd(cell.Name, cell);

        var figures = ImmutableArray.CreateBuilder<Figure>();
        foreach (var row in form.Rows)
        {
            var missing = 0;
            var columns = form.ColumnsOf(row).ToList();
            foreach (var column in columns)
            {
                var name = new CellName(form.Id, row.Id, column.Id);
                if (!cells.TryGetValue(name, out var cell))
                {
                    missing++;
                    figures.Add(Figure.Missing(name));
                    continue;
                }

                var figure = Read(cell, row, column);
                figures.Add(figure);
                var label = CellLabel.Of(form, row, column);
                if (figure.State == FigureState.Unreadable && cell.IsCertain)
                    diagnostics.Add(DiagnosticRules.FigureUnreadable.At(cell.Location, label, Shorten(cell.Text)));
                else if (IsUnusual(figure, row, column))
                    diagnostics.Add(DiagnosticRules.FigureUnusual.At(cell.Location, label, Shorten(cell.Text)));
            }

            if (found is not null && missing == columns.Count)
                diagnostics.Add(DiagnosticRules.RowMissing.At(found.Cells[0].Location, form.Label, row.NumberedLabel));
        }

        TellBlanks(form, figures, diagnostics);
        return new ReportTable(form, figures.ToImmutable());
    }

    /// <summary>Says how many cells of a table are blank.</summary>
    public static void TellBlanks(FormTable form, IReadOnlyCollection<Figure> figures, ICollection<Diagnostic> diagnostics)
    {
        if (figures.FirstOrDefault(figure => figure.State == FigureState.Blank) is { } first)
            diagnostics.Add(DiagnosticRules.FigureBlank.At(
                first.Location, form.Label, $"{figures.Count(figure => figure.State == FigureState.Blank)}", form.Row(first.Name.Row)!.NumberedLabel));
    }

    /// <summary>Whether a number is none that its cell should hold: a negative one, half a case.</summary>
    public static bool IsUnusual(Figure figure, FormRow row, FormColumn column) =>
        figure.Value is { } value && column.Kind != FigureKind.Change
        && (value < 0 || (row.KindIn(column) == FigureKind.Count && value != decimal.Truncate(value)));

    private static Figure Read(RecognisedCell cell, FormRow row, FormColumn column)
    {
        if (!cell.IsCertain)
            return new Figure(cell.Name, FigureState.Unreadable, null, cell.Text, cell.Location);
        var kind = row.KindIn(column);
        var (state, value) = FigureText.Read(cell.Text, kind, cell.Unit);
        return new Figure(cell.Name, state, value, cell.Text, cell.Location);
    }

    /// <summary>A cell's text for a message.</summary>
    public static string Shorten(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..60] + "…";
    }
}
