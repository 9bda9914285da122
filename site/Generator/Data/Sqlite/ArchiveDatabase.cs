using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>
/// <c>data/archive.sqlite</c>: the whole archive as normalised tables, with views that answer what is mostly asked, and a table that tells what all of
/// them mean (<c>docs/data.md</c>). It is built in a temporary file, so that memory stays bounded; the same reports in the same order give the same bytes.
/// </summary>
public sealed class ArchiveDatabase : IDisposable
{
    /// <summary>Its path in the output.</summary>
    public const string Path = "data/archive.sqlite";

    /// <summary>The version of the schema (<c>PRAGMA user_version</c>): changes when a table, view or column is removed or comes to mean something else.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Tells the file from other SQLite databases (<c>PRAGMA application_id</c>): <c>DARC</c>.</summary>
    public const int ApplicationId = 0x44415243;

    private readonly string _path = TemporaryFile.NewPath();
    private readonly Dictionary<string, AgencyEntry> _agencies;
    private readonly List<Insertion> _insertions = [];
    private SqliteConnection? _connection;
    private readonly FormRows _forms;
    private readonly Insertion _reports, _furtherSources, _furtherFigures, _figures, _ownTables, _ownFigures, _corrections, _checks, _diagnostics;
    private int _report;
    private int _diagnostic;

    /// <summary>Begins the database with all that is known before the reports.</summary>
    /// <exception cref="IOException">There is no room for the temporary file.</exception>
    public ArchiveDatabase(ReportArchive archive)
    {
        _agencies = archive.Agencies.ToDictionary(agency => agency.Key, StringComparer.Ordinal);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Execute(
                "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; "
                + "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000; PRAGMA foreign_keys = OFF; BEGIN; "
                + $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {SchemaVersion}");
            Execute(SchemaText.Tables);
            Execute(SchemaText.Views);
            foreach (var view in WideView.All)
                Execute(view.Sql);
            AgencyRows.Write(archive, Into);
            WriteDocumentation();
            _forms = new FormRows(Into);
            _reports = Into("reports", 34);
            _furtherSources = Into("further_sources", 13);
            _furtherFigures = Into("further_figures", 10);
            _figures = Into("figures", 6, isForMany: true);
            _ownTables = Into("own_tables", 3);
            _ownFigures = Into("own_figures", 9, isForMany: true);
            _corrections = Into("corrections", 5);
            _checks = Into("checks", 7, isForMany: true);
            _diagnostics = Into("diagnostics", 10);
            foreach (var (path, diagnostic) in archive.Diagnostics)
                Add(diagnostic, null, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Adds a report: once each, in the order of <see cref="ReportArchive.Reports"/>, from one thread.</summary>
    /// <exception cref="IOException">There is no room for it.</exception>
    public void Add(ReportEntry entry, AnnualReport report)
    {
        _report++;
        AddReport(entry, report);
        AddFurtherSources(entry, report);
        foreach (var table in report.Tables)
        {
            _figures.Expect(table.Figures.Length);
            var cell = _forms.FirstCell(table.Form);
            foreach (var figure in table.Figures)
            {
                _figures.Whole(_report);
                _figures.Whole(cell);
                AddFacts(_figures, figure);
                if (figure.Correction is { } correction)
                    Add(correction, cell);
                cell++;
            }
        }

        foreach (var table in report.OwnTables)
            Add(table);
        _checks.Expect(report.Findings.Length + entry.CarryOver.Length);
        var position = 0;
        foreach (var finding in report.Findings)
            Add(finding, position++);
        foreach (var finding in entry.CarryOver)
            Add(finding, position++);
        foreach (var diagnostic in report.Diagnostics)
            Add(diagnostic, _report, entry.Source.Path);
        foreach (var diagnostic in entry.Added)
            Add(diagnostic, _report, entry.Source.Path);
    }

    /// <summary>Ends the database and writes it; nothing can be added any more.</summary>
    public void WriteTo(Stream stream)
    {
        Execute("COMMIT");
        Close();
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        file.CopyTo(stream);
    }

    public void Dispose()
    {
        Close();
        File.Delete(_path);
    }

    private void Close()
    {
        foreach (var insertion in _insertions)
            insertion.Dispose();
        _insertions.Clear();
        _connection?.Dispose();
        _connection = null;
    }

    private void Execute(string sql)
    {
        if (raw.sqlite3_exec(_connection!.Handle, sql) != raw.SQLITE_OK)
            throw new IOException($"SQLite: {raw.sqlite3_errmsg(_connection.Handle).utf8_to_string()}");
    }

    private Insertion Into(string table, int columns, bool isForMany = false)
    {
        var insertion = new Insertion(_connection!.Handle!, table, columns, isForMany);
        _insertions.Add(insertion);
        return insertion;
    }

    private Insertion Into(string table, int columns) => Into(table, columns, isForMany: false);

    /// <summary>The database itself is asked what it has, so that nothing in it is without its meaning.</summary>
    private void WriteDocumentation()
    {
        using var command = _connection!.CreateCommand();
        command.CommandText = """
            SELECT m.name, -1, NULL FROM sqlite_schema m WHERE m.type IN ('table', 'view')
            UNION ALL
            SELECT m.name, c.cid, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type IN ('table', 'view')
            ORDER BY 1, 2
            """;
        var documentation = Into("documentation", 5);
        using var columns = command.ExecuteReader();
        while (columns.Read())
        {
            var (name, column) = (columns.GetString(0), columns.IsDBNull(2) ? "" : columns.GetString(2));
            var (chinese, english) = ArchiveDocumentation.Of(name, column);
            documentation.Text(name);
            documentation.Whole(columns.GetInt32(1) + 1);
            documentation.Text(column);
            documentation.Text(chinese);
            documentation.Text(english);
            documentation.EndRow();
        }
    }

    private void AddReport(ReportEntry entry, AnnualReport report)
    {
        var agency = _agencies[entry.AgencyKey];
        _reports.Whole(_report);
        _reports.Text(entry.Source.Path);
        _reports.Text(agency.IsUnidentified ? null : agency.Key);
        _reports.Text(report.AgencyName is { } name ? Words.Of(name.Source) : null);
        if (entry.Year is { } year)
            _reports.Whole(year);
        else
            _reports.Null();
        _reports.Text(report.Year is { } told ? Words.Of(told.Source) : null);
        _reports.Text(entry.Edition?.Id);
        _reports.Text(entry.Title);
        _reports.Text(Words.Of(entry.Published));
        _reports.Text(report.Published is { } published ? Words.Of(published.Source) : null);
        AddSource(_reports, entry.Source, report.Url, report.Accessed);
        _reports.Whole(entry.IsCurrent ? 1 : 0);
        _reports.Text(ReportPaths.Page(entry));
        _reports.Text(ReportPaths.Json(entry));
        _reports.Text(ReportPaths.Source(entry));
        for (var state = FigureState.Reported; state <= FigureState.Missing; state++)
            _reports.Whole(entry.Cells.GetValueOrDefault(state));
        _reports.Whole(entry.Passed);
        _reports.Whole(entry.Failed);
        _reports.Whole(entry.NotAssessable);
        _reports.Number(entry.Key.Received);
        _reports.Number(entry.Key.Concluded);
        _reports.Number(entry.Key.Reviews);
        _reports.Number(entry.Key.Lawsuits);
        _reports.Text(entry.TranscribedBy);
        _reports.Text(Words.Of(Punctuality.Of(agency, entry).Due));
        _reports.EndRow();
    }

    private void AddFurtherSources(ReportEntry entry, AnnualReport report)
    {
        for (var i = 1; i <= report.FurtherSources.Length; i++)
        {
            var further = report.FurtherSources[i - 1];
            _furtherSources.Whole(_report);
            _furtherSources.Whole(i);
            _furtherSources.Text(further.Source.Path);
            AddSource(_furtherSources, further.Source, further.Url, further.Accessed);
            _furtherSources.Text(ReportPaths.Sources(entry)[i]);
            _furtherSources.Text(further.TranscribedBy);
            _furtherSources.Whole(further.Agreeing);
            _furtherSources.Whole(further.Unmatched);
            _furtherSources.EndRow();
            foreach (var figure in further.Differing)
                AddFurther(i, figure, "differing");
            foreach (var figure in further.Additional)
                AddFurther(i, figure, "additional");
        }
    }

    private static void AddSource(Insertion row, SourceInfo source, string? url, DateOnly? accessed)
    {
        row.Text(source.Sha256);
        row.Whole(source.Size);
        row.Text(Words.Of(source.Format));
        row.Text(source.Encoding);
        row.Text(url);
        row.Text(Words.Of(accessed));
    }

    private void AddFurther(int source, Figure figure, string finding)
    {
        _furtherFigures.Whole(_report);
        _furtherFigures.Whole(source);
        _furtherFigures.Text(figure.Name.Table);
        _furtherFigures.Text(figure.Name.Row);
        _furtherFigures.Text(figure.Name.Column);
        _furtherFigures.Text(finding);
        AddFacts(_furtherFigures, figure);
    }

    /// <summary>The last columns of every table of figures.</summary>
    private static void AddFacts(Insertion row, Figure figure)
    {
        row.Number(figure.Value);
        row.Whole((int)figure.State);
        row.Raw(figure.Raw, figure.Value);
        row.Location(figure.Location);
        row.EndRow();
    }

    private void Add(Correction correction, int cell)
    {
        _corrections.Whole(_report);
        _corrections.Whole(cell);
        _corrections.Text(correction.Expect);
        _corrections.Number(correction.Value);
        _corrections.Text(correction.Reason);
        _corrections.EndRow();
    }

    private void Add(OwnTable table)
    {
        _ownTables.Whole(_report);
        _ownTables.Text(table.Id);
        _ownTables.Text(table.Title);
        _ownTables.EndRow();
        _ownFigures.Expect(table.Figures.Length);
        for (var i = 0; i < table.Figures.Length; i++)
        {
            _ownFigures.Whole(_report);
            _ownFigures.Text(table.Id);
            _ownFigures.Whole(i);
            _ownFigures.Text(table.Figures[i].Name.Row);
            _ownFigures.Text(table.Figures[i].Name.Column);
            AddFacts(_ownFigures, table.Figures[i]);
        }
    }

    private void Add(Finding finding, int position)
    {
        _checks.Whole(_report);
        _checks.Whole(position);
        _checks.Whole(_forms.Relation(finding.Relation));
        _checks.Whole((int)finding.Status);
        _checks.Number(finding.Left);
        _checks.Number(finding.Right);
        _checks.Text(finding.Detail);
        _checks.EndRow();
    }

    private void Add(Diagnostic diagnostic, int? report, string file)
    {
        _diagnostics.Whole(++_diagnostic);
        if (report is { } id)
            _diagnostics.Whole(id);
        else
            _diagnostics.Null();
        _diagnostics.Text(diagnostic.Code);
        _diagnostics.Text(Words.Of(diagnostic.Severity));
        _diagnostics.Text(file);
        _diagnostics.Location(diagnostic.Location);
        _diagnostics.Text(diagnostic.Chinese);
        _diagnostics.Text(diagnostic.English);
        _diagnostics.Text(diagnostic.RemedyChinese);
        _diagnostics.Text(diagnostic.RemedyEnglish);
        _diagnostics.EndRow();
    }
}
