using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// Fills the figures of an agency by year: its key figures, and each row of the tables that have one figure for a row (a total, or the
/// only column). A row keeps to its wording: what an edition words otherwise is another figure, and stands in a row of its own.
/// </summary>
public static class SeriesFiller
{
    private static readonly ImmutableArray<(string Table, string Column)> Shown =
        [("requests", "total"), ("disputes", "total"), ("statistics_2008", "value")];

    private static readonly SeriesCell Gap = new("缺", "missing", null, null);

    private static readonly SeriesCell NotInForm = new("—", "outside", null, null);

    /// <summary>A year; without a report for a gap.</summary>
    private sealed record Column(int Year, ReportEntry? Entry, AnnualReport? Report);

    private readonly record struct RowName(string Id, string Label);

    /// <returns>Null if the agency has no dated report.</returns>
    public static Series? Fill(string path, AgencyEntry agency, IReportStore store)
    {
        ImmutableArray<Column> columns = [.. agency.Current
            .Where(entry => entry.Year is not null)
            .Select(entry => new Column(entry.Year!.Value, entry, store.Load(entry)))
            .Concat(agency.Gaps.Select(year => new Column(year, null, null)))
            .OrderBy(column => column.Year)];
        if (columns.IsEmpty)
            return null;

        return new Series(
            Heads(path, columns),
            [KeyFigures(columns), .. Shown.Select(shown => Group(path, columns, shown.Table, shown.Column)).OfType<SeriesGroup>()]);
    }

    private static ImmutableArray<SeriesColumn> Heads(string path, ImmutableArray<Column> columns)
    {
        var heads = ImmutableArray.CreateBuilder<SeriesColumn>(columns.Length);
        FormEdition? edition = null;
        foreach (var (year, entry, _) in columns)
        {
            heads.Add(new SeriesColumn(
                new Link($"{year}", entry is null ? null : Routes.Link(path, Routes.Report(entry))),
                entry is null ? "" : Terms.Chinese.Edition(entry),
                entry?.Edition is not null && edition is not null && edition != entry.Edition));
            edition = entry?.Edition ?? edition;
        }

        return heads.ToImmutable();
    }

    private static SeriesGroup KeyFigures(ImmutableArray<Column> columns)
    {
        SeriesRow Row(string label, Func<KeyFigures, decimal?> figure) => new(label, [.. columns.Select(column =>
            column.Entry is not { } entry
                ? Gap
                : figure(entry.Key) is { } value
                    ? new SeriesCell(Numbers.Text(value), null, null, null)
                    : new SeriesCell("无数字", "no-figures", "报告没有给出可以辨认的数字", null))]);

        return new SeriesGroup("要目（各版格式都有的几项）",
        [
            Row("新收申请", key => key.Received), Row("办结申请", key => key.Concluded),
            Row("行政复议", key => key.Reviews), Row("行政诉讼（2019版起为两类相加）", key => key.Lawsuits),
        ]);
    }

    private static SeriesGroup? Group(string path, ImmutableArray<Column> columns, string table, string column)
    {
        var forms = columns.Select(year => year.Report?.Tables.FirstOrDefault(found => found.Form.Id == table)?.Form)
            .OfType<FormTable>().DistinctBy(form => form.Edition).OrderByDescending(form => form.Edition, StringComparer.Ordinal).ToList();
        if (forms.Count == 0)
            return null;

        var measured = forms[0].Column(column)!.Label;
        return new SeriesGroup(
            forms[0].Columns.Length > 1 ? $"{forms[0].Label}（{measured}）" : forms[0].Label,
            [.. Rows(forms).Select(row => new SeriesRow(row.Label, [.. columns.Select(year => Cell(path, year, new CellName(table, row.Id, column), row))]))]);
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

    private static SeriesCell Cell(string path, Column year, CellName name, RowName row)
    {
        if (year.Entry is null || year.Report is null)
            return Gap;
        var table = year.Report.Tables.FirstOrDefault(found => found.Form.Id == name.Table);
        if (table?.Form.Row(name.Row) is not { } formRow || CellLabels.InGroups(table.Form, formRow) != row.Label
            || table[name.Row, name.Column] is not { } figure)
            return NotInForm;

        var href = Routes.Link(path, Routes.Report(year.Entry), name.ToString());
        if (figure.Correction is not null)
            return new SeriesCell($"{Numbers.Text(figure.Value)}（更正）", Terms.Chinese.Corrected.Class, FigureCells.Provenance(figure), href);
        if (figure.Value is { } value)
            return new SeriesCell(Numbers.Text(value), null, null, href);
        var state = Terms.Chinese.State(figure.State, year.Report.TranscribedBy is not null);
        return new SeriesCell(state.Word, state.Class, state.Meaning, href);
    }
}
