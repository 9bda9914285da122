using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>The rows that a report gives to the tables of reports.</summary>
internal static class ReportRows
{
    /// <summary>Gives them to <paramref name="rows"/>, without its head.</summary>
    public static void Write(DataTable table, ReportEntry entry, AnnualReport report, IRows rows)
    {
        if (table == DataTables.Figures)
            WriteFigures(report, rows);
        else if (table == DataTables.OwnTables)
            WriteOwnTables(entry, report, rows);
        else if (table == DataTables.Checks)
            WriteChecks(entry, report, rows);
        else if (table == DataTables.Corrections)
            WriteCorrections(report, rows);
        else if (report.Tables.FirstOrDefault(found => found.Form.Id == table.Id) is { } found)
            WriteRows(table, found, entry, rows);
    }

    private static void WriteFigures(AnnualReport report, IRows rows)
    {
        foreach (var figure in report.Figures.Concat(report.OwnTables.SelectMany(table => table.Figures)))
        {
            rows.Id(report.Edition?.Id);
            rows.Id(figure.Name.Table);
            rows.Text(figure.Name.Row);
            rows.Text(figure.Name.Column);
            WriteFigure(rows, figure);
            rows.EndRow();
        }
    }

    private static void WriteFigure(IRows rows, Figure figure)
    {
        rows.Number(figure.Value);
        rows.Word(Words.Of(figure.State));
        rows.Text(figure.Raw);
        Place(rows, figure.Location);
    }

    private static void Place(IRows rows, SourceLocation location)
    {
        Span<byte> place = stackalloc byte[SourceLocation.MaxLength];
        location.TryFormat(place, out var length, default, null);
        rows.Place(place[..length]);
    }

    private static void WriteRows(DataTable table, ReportTable found, ReportEntry entry, IRows rows)
    {
        var cells = new Figure?[table.FigurePlaces.Count];
        var figures = found.Figures.GetEnumerator();
        foreach (var row in found.Form.Rows)
        {
            Array.Clear(cells);
            foreach (var column in found.Form.ColumnsOf(row))
                if (figures.MoveNext())
                    cells[table.FigurePlaces[column.Id]] = figures.Current;
            rows.Id(found.Form.Edition);
            rows.Flag(entry.IsCurrent);
            rows.Id(row.Id);
            if (row.Alias.Length > 0)
                rows.Id(row.Alias);
            rows.Id(row.NumberedLabel);
            if (row.Alias.Length > 0)
                rows.Id(row.Unit);
            foreach (var cell in cells)
                rows.Figure(cell?.State, cell?.Value);
            rows.EndRow();
        }
    }

    private static void WriteOwnTables(ReportEntry entry, AnnualReport report, IRows rows)
    {
        foreach (var table in report.OwnTables)
            foreach (var figure in table.Figures)
            {
                rows.Flag(entry.IsCurrent);
                rows.Id(table.Id);
                rows.Text(table.Title);
                rows.Text(figure.Name.Row);
                rows.Text(figure.Name.Column);
                WriteFigure(rows, figure);
                rows.EndRow();
            }
    }

    private static void WriteChecks(ReportEntry entry, AnnualReport report, IRows rows)
    {
        foreach (var finding in report.Findings.Concat(entry.CarryOver))
        {
            rows.Text(finding.Relation);
            rows.Word(Words.Of(finding.Status));
            rows.Number(finding.Left);
            rows.Number(finding.Right);
            rows.Text(finding.Detail);
            rows.EndRow();
        }
    }

    private static void WriteCorrections(AnnualReport report, IRows rows)
    {
        foreach (var (correction, status, found) in report.Corrections)
        {
            rows.Text(correction.Cell);
            rows.Text(correction.Expect);
            rows.Number(correction.Value);
            rows.Text(correction.Reason);
            rows.Word(Words.Of(status));
            rows.Text(found);
            rows.EndRow();
        }
    }
}
