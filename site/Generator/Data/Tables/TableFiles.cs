using System.Collections.Concurrent;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// The files of all tables: of the whole archive, of each agency and each year. First each report is taken in by <see cref="Take"/> while it is
/// loaded; then <see cref="Write"/> makes the files.
/// </summary>
public sealed class TableFiles(ReportArchive archive) : IDisposable
{
    public const string WorkbookPath = "data/archive.xlsx";

    /// <summary>The folder of tables of the whole archive for spreadsheets.</summary>
    public const string Spreadsheets = "data/" + ForSpreadsheets;

    private const string ForSpreadsheets = "excel/";

    private readonly RowSpool _rows = new(archive);

    /// <summary>Takes a report's rows. Thread-safe.</summary>
    public void Take(ReportEntry entry, Reports.AnnualReport report) => _rows.Add(entry, report);

    /// <summary>Writes the files when all reports have been taken in.</summary>
    public IEnumerable<WrittenFile> Write(IOutput output, ParallelOptions parallel)
    {
        var written = new ConcurrentBag<WrittenFile>();
        Parallel.ForEach(Partitioner.Create(Files(), EnumerablePartitionerOptions.NoBuffering), parallel, file => written.Add(output.Write(file)));
        return written;
    }

    public void Dispose() => _rows.Dispose();

    /// <summary>Where the figures of a year stand.</summary>
    public static string FiguresOf(int? year) => $"data/figures/{NameOf(year)}.csv";

    /// <summary>Where a table of a year stands, for spreadsheets.</summary>
    public static string OfYear(DataTable table, int? year) => $"years/{NameOf(year)}/{ForSpreadsheets}{table.Id}.csv";

    /// <summary>Where a table of an agency stands, for spreadsheets.</summary>
    public static string OfAgency(DataTable table, string key) => $"agencies/{key}/{ForSpreadsheets}{table.Id}.csv";

    /// <summary>The tables that an agency or a year has small files of: those of the forms that its reports follow. Programs have its JSON.</summary>
    internal static IEnumerable<DataTable> OfPart(IEnumerable<ReportEntry> reports)
    {
        var editions = reports.Select(report => report.Edition).OfType<FormEdition>().Distinct().ToList();
        return DataTables.OfForms.Where(table => editions.Exists(edition => edition.Table(table.Id) is not null));
    }

    /// <summary>Where a table of the whole archive stands.</summary>
    public static string PathOf(DataTable table) => $"data/{table.Id}.csv";

    private static string NameOf(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "undated";

    /// <summary>The tables that are one file each.</summary>
    private IEnumerable<DataTable> Listed => DataTables.All.Where(table => table != DataTables.Figures && (table != DataTables.Changes || archive.History is not null));

    /// <summary>The longest first.</summary>
    private IEnumerable<OutputFile> Files()
    {
        yield return OutputFile.Long(WorkbookPath, WriteWorkbook);
        var years = archive.Reports.GroupBy(report => report.Year).OrderBy(year => year.Key ?? int.MaxValue).Select(year => (Year: year.Key, Reports: year.ToList())).ToList();
        foreach (var (year, reports) in years)
            yield return Of(FiguresOf(year), DataTables.Figures, reports);
        foreach (var table in Listed)
        {
            yield return Csv(PathOf(table), table, false, rows => WriteAll(table, rows));
            yield return Csv($"{Spreadsheets}{table.Id}.csv", table, true, rows => WriteAll(table, rows));
        }

        foreach (var (year, reports) in years)
            foreach (var table in OfPart(reports))
                yield return Of(OfYear(table, year), table, reports);
        foreach (var agency in archive.Agencies)
            foreach (var table in OfPart(agency.Reports))
                foreach (var path in agency.FormerPaths(OfAgency(table, agency.Key)).Prepend(OfAgency(table, agency.Key)))
                    yield return Of(path, table, agency.Reports);
    }

    private OutputFile Of(string path, DataTable table, IEnumerable<ReportEntry> reports) => Csv(path, table, table != DataTables.Figures, rows => _rows.Replay(table, reports, rows));

    private static OutputFile Csv(string path, DataTable table, bool isForSpreadsheets, Action<IRows> write) => OutputFile.Long(path, stream =>
    {
        using var rows = new CsvRows(stream, table, isForSpreadsheets);
        write(rows);
    });

    private void WriteAll(DataTable table, IRows rows)
    {
        if (table.IsOfReports)
            _rows.Replay(table, archive.Reports, rows);
        else
            ArchiveRows.Write(table, archive, rows);
    }

    private void WriteWorkbook(Stream stream)
    {
        using var workbook = new Workbook(stream);
        workbook.AddNotes("说明", WorkbookNotes.Of(archive.Settings, Listed));
        foreach (var table in Listed)
            workbook.AddTable(table, rows => WriteAll(table, rows));
    }
}
