using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Applies the corrections of a sidecar, each only where the source still says what the correction expects.</summary>
internal static class Corrections
{
    public static (ImmutableArray<ReportTable> Tables, ImmutableArray<JudgedCorrection> Judged) Apply(
        ImmutableArray<ReportTable> tables, ImmutableArray<Correction> corrections, ICollection<Diagnostic> diagnostics)
    {
        if (corrections.IsDefaultOrEmpty)
            return (tables, []);
        var judged = ImmutableArray.CreateBuilder<JudgedCorrection>();
        var corrected = tables;
        foreach (var correction in corrections)
        {
            // A cell that the report lacks has no place in the source, so nothing to correct.
            var table = corrected.FirstOrDefault(table => table.Figures.Any(figure => figure.State != FigureState.Missing && figure.Name.ToString() == correction.Cell));
            if (table is null)
            {
                diagnostics.Add(DiagnosticRules.CorrectionUnknownCell.For(correction.Cell));
                judged.Add(new JudgedCorrection(correction, CorrectionStatus.UnknownCell));
                continue;
            }

            var figure = table.Figures.First(figure => figure.Name.ToString() == correction.Cell);
            var label = CellLabel.Of(table.Form, figure.Name);
            if (TextFolding.Squeeze(figure.Raw) != TextFolding.Squeeze(correction.Expect))
            {
                diagnostics.Add(DiagnosticRules.CorrectionMismatch.At(figure.Location, label, figure.Raw, correction.Expect));
                judged.Add(new JudgedCorrection(correction, CorrectionStatus.Stale, figure.Raw));
                continue;
            }

            diagnostics.Add(DiagnosticRules.CorrectionApplied.At(figure.Location, label, figure.Raw.Length > 0 ? figure.Raw : "（空白）", $"{correction.Value}", correction.Reason));
            judged.Add(new JudgedCorrection(correction, CorrectionStatus.Applied));
            var right = figure with { State = FigureState.Reported, Value = correction.Value, Correction = correction };
            corrected = corrected.Replace(table, new ReportTable(table.Form, table.Figures.Replace(figure, right)));
        }

        return (corrected, judged.ToImmutable());
    }
}
