using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Recognises a list of figures, each with the name of its cell: the layout of our own data (<see cref="FigureListHeader"/>). What a figure's value, state and raw text say must fit together; where
/// they don't the figure is unreadable.
/// </summary>
internal static class FigureListRecogniser
{
    /// <summary>What the document's list of figures holds; null if it has none.</summary>
    public static RecognisedDocument? Recognise(Document document)
    {
        if (document.Blocks.OfType<Table>().FirstOrDefault(table => table.Rows.Length > 1 && HeaderOf(table) is not null) is not { } list)
            return null;
        var header = HeaderOf(list)!;
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var rows = list.Rows.Skip(1).Select(row => (Row: row, Fields: row.Cells.Select(cell => cell.Text).ToArray())).Where(row => row.Fields.Any(field => field.Length > 0)).ToList();
        var reports = rows.Select(row => (header.Source(row.Fields), header.Agency(row.Fields), header.Year(row.Fields))).Distinct().Take(2).Count();
        if (reports > 1)
            return new RecognisedDocument(null, [], [list], [DiagnosticRules.MixedFigureList.At(list.Location)]);

        var edition = rows.Select(row => Editions.All.FirstOrDefault(edition => edition.Id == header.Form(row.Fields))).FirstOrDefault(form => form is not null);
        var unknown = new List<(CellName Name, SourceLocation Location)>();
        var tables = ImmutableArray.CreateBuilder<RecognisedTable>();
        foreach (var table in rows.GroupBy(row => header.Name(row.Fields).Table))
        {
            var named = table.Select(row => (row.Row, row.Fields, Name: header.Name(row.Fields))).ToList();
            if (FormOf(table.Key, named.ConvertAll(row => row.Name), edition) is not { } form)
            {
                unknown.Add((named[0].Name, named[0].Row.Location));
                unknown.AddRange(named.Skip(1).Select(row => (row.Name, row.Row.Location)));
                continue;
            }

            var cells = new Dictionary<CellName, RecognisedCell>();
            foreach (var (row, fields, name) in named)
            {
                if (form.IndexOf(name.Row, name.Column) < 0)
                    unknown.Add((name, row.Location));
                else if (CellOf(header, row, fields, name, form, diagnostics) is { } cell && !cells.TryAdd(name, cell) && cells[name].Text != cell.Text)
                    cells[name] = Unclear(name, $"{cells[name].Text} | {cell.Text}", cell.Location, diagnostics);
            }

            if (cells.Count > 0)
                tables.Add(new RecognisedTable(form, [.. cells.Values]));
        }

        if (unknown.Count > 0)
            diagnostics.Add(DiagnosticRules.ListedCellUnknown.At(unknown[0].Location, $"{unknown[0].Name}", $"{unknown.Count}"));
        edition ??= tables.Select(table => table.Form.Id == "proactive" ? Editions.Get(table.Form.Edition) : null).FirstOrDefault(form => form is not null) ?? (tables.Count > 0 ? Editions.Get(tables[0].Form.Edition) : null);
        return new RecognisedDocument(edition, tables.ToImmutable(), [list], diagnostics.ToImmutable());
    }

    private static FigureListHeader? HeaderOf(Table table) => FigureListHeader.Read([.. table.Rows[0].Cells.Select(cell => cell.Text)]);

    /// <summary>The form table that knows the most of the cells, that of the report's edition before another.</summary>
    private static FormTable? FormOf(string id, List<CellName> names, FormEdition? edition) => Editions.All
        .Select(form => form.Table(id)).OfType<FormTable>()
        .OrderByDescending(form => names.Count(name => form.IndexOf(name.Row, name.Column) >= 0)).ThenByDescending(form => form.Edition == edition?.Id).FirstOrDefault();

    /// <summary>The cell with a text that reads as the list says; null for a missing one.</summary>
    private static RecognisedCell? CellOf(FigureListHeader header, TableRow row, string[] fields, CellName name, FormTable form, ICollection<Diagnostic> diagnostics)
    {
        var (value, state, raw) = (header.Value(fields), header.State(fields), header.Raw(fields));
        var location = header.TextColumn < row.Cells.Length ? row.Cells[header.TextColumn].Location : row.Location;
        var kind = form.Row(name.Row)!.KindIn(form.Column(name.Column)!);
        var given = FigureText.Read(value, kind);
        var printed = FigureText.Read(raw, kind);
        RecognisedCell Certain(string text) => new(name, text, location);
        switch (state)
        {
            case "missing" when value.Length == 0 && raw.Length == 0:
                return null;
            case "blank" when value.Length == 0 && raw.Length == 0:
                return Certain("");
            case "not_applicable" when value.Length == 0 && printed.State is FigureState.NotApplicable or FigureState.Blank:
                return Certain(raw.Length > 0 ? raw : "/");
            case "unreadable" when value.Length == 0 && printed.State == FigureState.Unreadable:
                return Certain(raw);
            case "unreadable" when value.Length == 0:
                diagnostics.Add(DiagnosticRules.FigureUnreadable.At(location, $"{name}", raw));
                return Certain(raw) with { IsCertain = false };
            case "reported" or "" when given.State == FigureState.Reported:
                if (printed != given && printed.State == FigureState.Reported)
                    diagnostics.Add(DiagnosticRules.ListedValueDiffers.At(location, $"{name}", value, raw));
                return Certain(printed == given ? raw : value);
            case "reported" or "" when value.Length == 0 && printed.State == FigureState.Reported:
            case "" when value.Length == 0:
                return Certain(raw);
            default:
                return Unclear(name, string.Join(" | ", new[] { value, state, raw }.Where(text => text.Length > 0)), location, diagnostics);
        }
    }

    private static RecognisedCell Unclear(CellName name, string text, SourceLocation location, ICollection<Diagnostic> diagnostics)
    {
        diagnostics.Add(DiagnosticRules.ListedFigureUnclear.At(location, $"{name}", text));
        return new RecognisedCell(name, text, location, IsCertain: false);
    }
}
