using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>Makes statutory tables from figures that were copied by hand into the sidecar of a file that has none that a machine can read.</summary>
internal static class TranscriptionAssembler
{
    /// <summary>What is said of a file without figures, and is answered by figures that were transcribed from it.</summary>
    private static readonly ImmutableArray<DiagnosticRule> Answered =
        [DiagnosticRules.UnsupportedFormat, DiagnosticRules.EmptyDocument, DiagnosticRules.NoTextLayer];

    /// <summary>A row of a form, and those of its columns that values were given for.</summary>
    private sealed record Place(FormTable Form, FormRow Row, ImmutableArray<FormColumn> Columns);

    /// <summary>
    /// The edition that knows most of the names. If several do, the one of the year reported on, and that is told as weak.
    /// </summary>
    /// <param name="ofYear">The edition in force for the year reported on.</param>
    public static FormEdition TellEdition(Transcription transcription, FormEdition ofYear, ICollection<Diagnostic> diagnostics)
    {
        var best = Editions.All
            .GroupBy(edition => transcription.Lines.Count(line => Find(edition, line, out _) is not null))
            .MaxBy(editions => editions.Key)!;
        if (best.Count() == 1)
            return best.First();
        var edition = best.Contains(ofYear) ? ofYear : best.Last();
        if (best.Key > 0)
            diagnostics.Add(DiagnosticRules.EditionWeak.For(edition.Label));
        return edition;
    }

    /// <summary>The tables that the transcription has figures of; cells that it leaves out are missing. None if none of it can be used.</summary>
    /// <param name="note">The sidecar's name.</param>
    public static ImmutableArray<ReportTable> Assemble(Transcription transcription, FormEdition edition, string note, List<Diagnostic> diagnostics)
    {
        var given = new Dictionary<CellName, List<TranscribedValue>>();
        foreach (var line in transcription.Lines)
        {
            if (Find(edition, line, out var problem) is not { } place)
            {
                diagnostics.Add(DiagnosticRules.TranscribedNameUnknown.At(SourceLocation.InSidecar(line.Line), note, line.Name, problem));
                continue;
            }

            for (var i = 0; i < place.Columns.Length; i++)
            {
                var name = new CellName(place.Form.Id, place.Row.Id, place.Columns[i].Id);
                if (!given.TryGetValue(name, out var values))
                    given.Add(name, values = []);
                values.Add(line.Values[i]);
            }
        }

        if (given.Count == 0)
            return [];
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        foreach (var form in edition.Tables.Where(form => given.Keys.Any(name => name.Table == form.Id)))
        {
            var figures = ImmutableArray.CreateBuilder<Figure>();
            foreach (var row in form.Rows)
                foreach (var column in form.ColumnsOf(row))
                {
                    var name = new CellName(form.Id, row.Id, column.Id);
                    figures.Add(given.TryGetValue(name, out var values) ? Read(name, values, form, row, column, note, diagnostics) : Figure.Missing(name));
                }

            FigureAssembler.TellBlanks(form, figures, diagnostics);
            tables.Add(new ReportTable(form, figures.ToImmutable()));
        }

        diagnostics.RemoveAll(diagnostic => Answered.Contains(diagnostic.Rule));
        diagnostics.Add(DiagnosticRules.FiguresTranscribed.For(
            $"{given.Count}", transcription.By, note, $"{tables.Sum(table => table.Figures.Length) - given.Count}"));
        return tables.ToImmutable();
    }

    /// <summary>One value is read as a report's own cell is. Values that contradict each other give no figure.</summary>
    private static Figure Read(
        CellName name, List<TranscribedValue> values, FormTable form, FormRow row, FormColumn column, string note, List<Diagnostic> diagnostics)
    {
        var place = SourceLocation.InSidecar(values[0].Line);
        var raw = string.Join(" / ", values.Select(value => value.Text).Distinct());
        var (state, number) = values.TrueForAll(value => value.Text == values[0].Text)
            ? FigureText.Read(raw, row.KindIn(column))
            : (FigureState.Unreadable, null);
        var figure = new Figure(name, state, number, raw, place);
        if (state == FigureState.Unreadable)
            diagnostics.Add(DiagnosticRules.TranscribedFigureUnreadable.At(place, note, CellLabel.Of(form, row, column), FigureAssembler.Shorten(raw)));
        else if (FigureAssembler.IsUnusual(figure, row, column))
            diagnostics.Add(DiagnosticRules.FigureUnusual.At(place, CellLabel.Of(form, row, column), FigureAssembler.Shorten(raw)));
        return figure;
    }

    private static Place? Find(FormEdition edition, TranscribedLine line, out string problem)
    {
        problem = $"“{edition.Label}”没有这一行或这一格";
        var dot = line.Name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || edition.Table(line.Name[..dot]) is not { } form)
            return null;
        var name = line.Name[(dot + 1)..];
        if (RowOf(form, name) is { } whole)
        {
            ImmutableArray<FormColumn> columns = [.. form.ColumnsOf(whole)];
            problem = $"这一行有 {columns.Length} 格，写了 {line.Values.Length} 个";
            return columns.Length == line.Values.Length ? new Place(form, whole, columns) : null;
        }

        dot = name.LastIndexOf('.');
        if (dot < 0 || RowOf(form, name[..dot]) is not { } row || form.ColumnsOf(row).FirstOrDefault(column => column.Id == name[(dot + 1)..]) is not { } only)
            return null;
        problem = "这是一格，只能写一个数";
        return line.IsRow ? null : new Place(form, row, [only]);
    }

    private static FormRow? RowOf(FormTable form, string name) =>
        form.Row(name) ?? form.Rows.FirstOrDefault(row => row.Alias.Length > 0 && row.Alias == name);
}
