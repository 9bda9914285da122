using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>The rows of the tables that are the archive's own lists.</summary>
internal static class ArchiveRows
{
    public static void Write(DataTable table, ReportArchive archive, IRows rows)
    {
        if (table == DataTables.Dictionary)
        {
            WriteDictionary(rows);
            return;
        }

        if (table == DataTables.Changes)
        {
            foreach (var change in archive.History?.Changes ?? [])
                WriteChange(change, rows);
            return;
        }

        foreach (var agency in archive.Agencies)
            if (table == DataTables.Agencies)
                WriteAgency(agency, rows);
            else
                foreach (var report in agency.Reports)
                    WriteReport(agency, report, rows);
    }

    private static void WriteAgency(AgencyEntry agency, IRows rows)
    {
        var years = agency.Reports.Select(report => report.Year).OfType<int>().ToList();
        rows.Text(agency.Key);
        rows.Text(agency.Register?.Id);
        rows.Text(agency.IsUnidentified ? "" : agency.Name);
        rows.Text(agency.Register?.Region);
        rows.Text(agency.Register?.Kind);
        rows.Text(Several(agency.Register?.Aliases ?? []));
        rows.Text(Several((agency.Register?.Predecessors ?? []).Select(body => body.Id)));
        rows.Text(Several((agency.Register?.Successors ?? []).Select(body => body.Id)));
        rows.Text(Routes.Agency(agency.Key));
        rows.Number(agency.Reports.Length);
        rows.Number(years.Count > 0 ? years.Min() : null);
        rows.Number(years.Count > 0 ? years.Max() : null);
        rows.Text(Several(agency.Gaps.Select(year => $"{year}")));
        rows.EndRow();
    }

    private static void WriteReport(AgencyEntry agency, ReportEntry report, IRows rows)
    {
        rows.Text(report.Source.Path);
        rows.Text(agency.Register?.Id);
        rows.Text(agency.IsUnidentified ? "" : agency.Name);
        rows.Number(report.Year);
        rows.Id(report.Edition?.Id);
        rows.Text(report.Title);
        rows.Date(report.Published);
        rows.Id(report.Source.Sha256);
        rows.Number(report.Source.Size);
        rows.Id(Words.Of(report.Source.Format));
        rows.Id(report.Source.Encoding);
        rows.Flag(report.IsCurrent);
        rows.Text(ReportPaths.Page(report));
        rows.Text(ReportPaths.Source(report));
        for (var state = FigureState.Reported; state <= FigureState.Missing; state++)
            rows.Number(report.Cells.GetValueOrDefault(state));
        rows.Number(report.Passed);
        rows.Number(report.Failed);
        rows.Number(report.NotAssessable);
        rows.Number(report.Key.Received);
        rows.Number(report.Key.Concluded);
        rows.Number(report.Key.Reviews);
        rows.Number(report.Key.Lawsuits);
        rows.Text(report.TranscribedBy);
        rows.Text(Several(report.FurtherSources.Select(source => source.Path)));
        rows.Text(agency.Key);
        rows.EndRow();
    }

    private static void WriteChange(ArchiveChange change, IRows rows)
    {
        rows.Date(change.Date);
        rows.Word(Words.Of(change.Kind));
        rows.Text(change.Path);
        rows.Text(change.Agency?.Register?.Id);
        rows.Text(change.Agency?.Name);
        rows.Number(change.Year);
        rows.Text(change.Reason);
        rows.EndRow();
    }

    private static void WriteDictionary(IRows rows)
    {
        foreach (var cell in DictionaryCells.All)
        {
            rows.Id(cell.Name.ToString());
            rows.Id(cell.Form.Edition);
            rows.Id(cell.Name.Table);
            rows.Id(cell.Name.Row);
            rows.Id(cell.Name.Column);
            rows.Id(cell.RowLabel);
            rows.Id(cell.RowLabelEnglish);
            rows.Id(cell.Column.Label);
            rows.Id(cell.Column.LabelEnglish);
            rows.Id(cell.Row.Article);
            rows.Id(cell.Unit);
            rows.Id(Words.Of(cell.Kind));
            rows.Id(Several(cell.Similar));
            rows.EndRow();
        }
    }

    private static string Several(IEnumerable<string> values) => string.Join('|', values);
}
