using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Applies the corrections of a sidecar, each only where the source still says what the correction expects.</summary>
internal static class Corrections
{
    public static ImmutableArray<ReportTable> Apply(ImmutableArray<ReportTable> tables, ImmutableArray<Correction> corrections, ICollection<Diagnostic> diagnostics)
    {
        if (corrections.IsDefaultOrEmpty)
            return tables;
        var corrected = tables;
        foreach (var correction in corrections)
        {
            // A cell that the report lacks has no place in the source, so nothing to correct.
            var table = corrected.FirstOrDefault(table => table.Figures.Any(figure => figure.State != FigureState.Missing && figure.Name.ToString() == correction.Cell));
            if (table is null)
            {
                diagnostics.Add(DiagnosticRules.CorrectionUnknownCell.For(correction.Cell));
                continue;
            }

            var figure = table.Figures.First(figure => figure.Name.ToString() == correction.Cell);
            var label = CellLabel.Of(table.Form, figure.Name);
            if (TextFolding.Squeeze(figure.Raw) != TextFolding.Squeeze(correction.Expect))
            {
                diagnostics.Add(DiagnosticRules.CorrectionMismatch.At(figure.Location, label, figure.Raw, correction.Expect));
                continue;
            }

            diagnostics.Add(DiagnosticRules.CorrectionApplied.At(figure.Location, label, figure.Raw.Length > 0 ? figure.Raw : "（空白）", $"{correction.Value}", correction.Reason));
            var right = figure with { State = FigureState.Reported, Value = correction.Value, Correction = correction };
            corrected = corrected.Replace(table, new ReportTable(table.Form, table.Figures.Replace(figure, right)));
        }

        return corrected;
    }
}
