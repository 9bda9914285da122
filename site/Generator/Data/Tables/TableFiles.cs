using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// The files of all tables: of the whole archive, of each agency and each year. First each report is taken in by <see cref="Take"/> while it is
/// loaded; then the files can be made, in any order.
/// </summary>
public sealed class TableFiles(ReportArchive archive) : IDisposable
{
    public const string WorkbookPath = "data/archive.xlsx";

    /// <summary>The folder of tables of the whole archive for spreadsheets.</summary>
    public const string Spreadsheets = "data/excel/";

    private readonly RowSpool _rows = new(archive);

    /// <summary>The tables of the whole archive for programs.</summary>
    public IEnumerable<OutputFile> ForPrograms =>
    [
        .. TablePart.Years(archive).Select(year => Csv(year.Figures, DataTables.Figures, false, year.Reports)),
        .. Listed.Select(table => Csv(PathOf(table), table, false)),
    ];

    /// <summary>The others, the longest first: the workbook, those for spreadsheets, and those of a year or an agency, which stand at an agency's former addresses too.</summary>
    public IEnumerable<OutputFile> Others =>
    [
        OutputFile.Long(WorkbookPath, WriteWorkbook),
        .. Listed.Select(table => Csv($"{Spreadsheets}{table.Id}.csv", table, true)),
        .. TablePart.Years(archive).SelectMany(OfPart),
        .. archive.Agencies.SelectMany(agency => TablePart.Former(agency).Prepend(TablePart.Of(agency))).SelectMany(OfPart),
    ];

    /// <summary>The tables that are one file each.</summary>
    private IEnumerable<DataTable> Listed => DataTables.All.Where(table => table != DataTables.Figures && (table != DataTables.Changes || archive.History is not null));

    /// <summary>Where a table of the whole archive stands.</summary>
    public static string PathOf(DataTable table) => $"data/{table.Id}.csv";

    /// <summary>Takes a report's rows. Thread-safe.</summary>
    public void Take(ReportEntry entry, AnnualReport report) => _rows.Add(entry, report);

    public void Dispose() => _rows.Dispose();

    private IEnumerable<OutputFile> OfPart(TablePart part)
    {
        var own = part.OwnFiles.ToList();
        foreach (var (table, forSpreadsheets, forPrograms) in own)
        {
            yield return Csv(forPrograms, table, false, part.Reports);
            if (forSpreadsheets is not null)
                yield return Csv(forSpreadsheets, table, true, part.Reports);
        }

        if (own.Count > 0)
            yield return CsvwMetadata.Of(archive.Settings, part.Folder, own.Select(file => file.Table));
    }

    /// <summary>A table of reports.</summary>
    private OutputFile Csv(string path, DataTable table, bool isForSpreadsheets, IEnumerable<ReportEntry> reports) =>
        Csv(path, table, isForSpreadsheets, lines => _rows.WriteLines(table, isForSpreadsheets, reports, lines));

    /// <summary>A table of the whole archive.</summary>
    private OutputFile Csv(string path, DataTable table, bool isForSpreadsheets) => table.IsOfReports
        ? Csv(path, table, isForSpreadsheets, archive.Reports)
        : Csv(path, table, isForSpreadsheets, lines => ArchiveRows.Write(table, archive, new CsvRows(lines, isForSpreadsheets)));

    private static OutputFile Csv(string path, DataTable table, bool isForSpreadsheets, Action<CsvLines> write) => OutputFile.Long(path, stream =>
    {
        if (isForSpreadsheets)
            stream.Write("\uFEFF"u8);
        using var lines = new CsvLines(stream, [.. table.Columns.Select(column => isForSpreadsheets ? column.Label : column.Name)]);
        write(lines);
    });

    private void WriteWorkbook(Stream stream)
    {
        using var workbook = new Workbook(stream);
        workbook.AddNotes("说明", WorkbookNotes.Of(archive.Settings, Listed));
        foreach (var table in Listed)
            workbook.AddTable(table, rows =>
            {
                if (table.IsOfReports)
                    _rows.WriteRows(table, archive.Reports, rows);
                else
                    ArchiveRows.Write(table, archive, rows);
            });
    }
}
