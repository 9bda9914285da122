using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>Collects the cells recognised in the rows of one statutory table.</summary>
/// <param name="diagnostics">Takes what can't be matched.</param>
internal sealed class RowCells(ICollection<Diagnostic> diagnostics)
{
    private readonly ImmutableArray<RecognisedCell>.Builder _cells = ImmutableArray.CreateBuilder<RecognisedCell>();

    public bool Has(CellName name) => _cells.Any(cell => cell.Name == name);

    /// <summary>Adds a row's cells; where it can't be told which source cells they are, all are uncertain and a diagnostic says so.</summary>
    /// <param name="form">The form table.</param>
    /// <param name="formRow">The form row to name in the diagnostic.</param>
    /// <param name="row">The source row.</param>
    /// <param name="label">Index of its label's cell.</param>
    /// <param name="cells">The form cells in the order of the source's columns, each with the unit that its header prints, or empty.</param>
    /// <param name="assigned">Their source cells in that order, or null.</param>
    public void Add(FormTable form, FormRow formRow, SourceRow row, int label, IReadOnlyList<(CellName Name, string Unit)> cells, Cell[]? assigned)
    {
        if (label >= 0 && EndsWithFigure(row.Cells[label].Text))
            assigned = null;
        for (var i = 0; i < cells.Count; i++)
            _cells.Add(assigned is null
                ? new RecognisedCell(cells[i].Name, row.Text, row.Location, IsCertain: false)
                : new RecognisedCell(cells[i].Name, assigned[i].Text, assigned[i].Location, Unit: cells[i].Unit));
        if (assigned is null)
            diagnostics.Add(DiagnosticRules.ColumnsUnclear.At(row.Location, form.Label, formRow.Label, $"{row.CountFilled(label)}", $"{cells.Count}"));
    }

    /// <summary>A figure that ran into the label before it, so that the others may have slid: 行政强制 12.</summary>
    private static bool EndsWithFigure(string label) =>
        label.AsSpan().TrimEnd().LastIndexOfAny(' ', '\n', '\t') is > 0 and var last && FigureText.LooksLikeFigure(label[(last + 1)..]);

    /// <summary>The table, or null if no cell of it was found.</summary>
    public RecognisedTable? ToTable(FormTable form) => _cells.Count == 0 ? null : new RecognisedTable(form, _cells.ToImmutable());
}
