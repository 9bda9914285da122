using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// Fills the figures of an agency by year: for each table of which a row has one figure (a total, or the only column), all rows. A row keeps to
/// its wording: what an edition words otherwise is another figure, and stands in a row of its own.
/// </summary>
/// <param name="path">The page that shows them.</param>
public sealed class SeriesFiller(string path, Terms terms)
{
    private static readonly ImmutableArray<(string Table, string Column)> Shown =
        [("requests", "total"), ("disputes", "total"), ("statistics_2008", "value")];

    private readonly record struct RowName(string Id, string Label);

    private Words Words => terms.Words;

    public ImmutableArray<Series> Fill(ImmutableArray<AgencyYear> years) =>
        [.. Shown.Select(shown => Fill(years, shown.Table, shown.Column)).OfType<Series>()];

    /// <summary>The years as heads of columns.</summary>
    /// <param name="table">The table that the figures are of, whose edition counts.</param>
    public ImmutableArray<SeriesColumn> Columns(IEnumerable<AgencyYear> years, string table)
    {
        var heads = ImmutableArray.CreateBuilder<SeriesColumn>();
        FormEdition? before = null;
        foreach (var year in years)
        {
            var edition = year.EditionOf(table);
            heads.Add(new SeriesColumn(
                new Link($"{year.Year}", year.Entry is null ? null : Routes.Link(path, Routes.Report(year.Entry))),
                year.Entry is null ? "" : terms.Edition(edition),
                year.Entry switch
                {
                    null => "",
                    { TranscribedBy: not null } => Words["edition.transcribed", terms.Edition(edition)],
                    _ => terms.Edition(edition),
                },
                edition is not null && before is not null && edition != before));
            before = edition ?? before;
        }

        return heads.ToImmutable();
    }

    /// <summary>A figure of a report: its number or the mark of its state, with its place.</summary>
    public SeriesCell Cell(AgencyYear year, Figure figure)
    {
        var href = Routes.Link(path, Routes.Report(year.Entry!), figure.Name.ToString());
        if (figure.Correction is not null)
            return new SeriesCell(
                SeriesState.Number, figure.Value, Words["series.corrected", Numbers.Text(figure.Value)], terms.Corrected.Class,
                FigureCells.Provenance(figure), href);
        if (figure.Value is { } value)
            return new SeriesCell(SeriesState.Number, value, Numbers.Text(value), null, null, href);
        var state = terms.State(figure.State, year.Report!.TranscribedBy is not null);
        return new SeriesCell(SeriesState.NoFigure, null, state.Word, state.Class, state.Meaning, href);
    }

    /// <summary>There is no report.</summary>
    public SeriesCell NoReport => new(SeriesState.NoReport, null, Words["series.no_report"], "missing", null, null);

    /// <summary>The year's edition of the form does not ask for it.</summary>
    public SeriesCell NotInForm => new(SeriesState.NotInForm, null, Words["series.not_in_form"], "outside", null, null);

    /// <summary>The form asks for it, and the report has not even the table.</summary>
    public SeriesCell NoTable => new(SeriesState.NoFigure, null, Words["series.no_figures"], "no-figures", Words["series.no_figures.meaning"], null);

    private Series? Fill(ImmutableArray<AgencyYear> years, string table, string column)
    {
        var forms = years.Select(year => year.Table(table)?.Form)
            .OfType<FormTable>().DistinctBy(form => form.Edition).OrderByDescending(form => form.Edition, StringComparer.Ordinal).ToList();
        if (forms.Count == 0)
            return null;

        var measured = forms[0].Column(column)!.Label;
        return new Series(
            forms[0].Columns.Length > 1 ? Words["series.measured", forms[0].Label, measured] : forms[0].Label,
            Columns(years, table),
            [new SeriesGroup("", [.. Rows(forms).Select(row => new SeriesRow(row.Label, [.. years.Select(year => Cell(year, new CellName(table, row.Id, column), row))]))])]);
    }

    /// <summary>The rows of the newest form, and after each the rows that older forms have there.</summary>
    private static List<RowName> Rows(List<FormTable> forms)
    {
        var rows = new List<RowName>();
        foreach (var form in forms)
        {
            var at = -1;
            foreach (var row in form.Rows)
            {
                var name = new RowName(row.Id, CellLabels.InGroups(form, row));
                var known = rows.IndexOf(name);
                at = known >= 0 ? known : at + 1;
                if (known < 0)
                    rows.Insert(at, name);
            }
        }

        return rows;
    }

    private SeriesCell Cell(AgencyYear year, CellName name, RowName row)
    {
        if (year.Report is null)
            return NoReport;
        if (year.Table(name.Table) is not { } table)
            return year.Entry!.Edition is { } edition && edition.Table(name.Table) is null ? NotInForm : NoTable;
        return table.Form.Row(name.Row) is { } formRow && CellLabels.InGroups(table.Form, formRow) == row.Label && table[name.Row, name.Column] is { } figure
            ? Cell(year, figure)
            : NotInForm;
    }
}
