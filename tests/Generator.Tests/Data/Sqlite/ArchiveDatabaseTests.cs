using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Sqlite;
using DisclosureArchive.Generator.Data.Tables;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Sqlite;

/// <summary>The database is sound, and says exactly what the CSV and JSON files say.</summary>
public sealed class ArchiveDatabaseTests
{
    public static TheoryData<string> Inputs => ["input", "tests/sites/county/input", "tests/sites/containers/input", "tests/sites/empty/input"];

    [Theory, MemberData(nameof(Inputs))]
    public void SQLite_finds_it_sound(string input)
    {
        using var database = BuiltDatabase.Of(input);

        database.Rows("PRAGMA integrity_check").ShouldHaveSingleItem().ShouldBe(["ok"]);
        database.Rows("PRAGMA foreign_key_check").ShouldBeEmpty();
        database.One("PRAGMA user_version").ShouldBe($"{ArchiveDatabase.SchemaVersion}");
        database.One("PRAGMA application_id").ShouldBe($"{ArchiveDatabase.ApplicationId}");
        database.One("SELECT count(*) FROM reports").ShouldBe($"{database.Archive.Reports.Count()}");
    }

    /// <summary>Counters in the header, and no write-ahead log: who opens it for reading writes nothing beside it.</summary>
    [Theory, MemberData(nameof(Inputs))]
    public void Its_header_is_that_of_a_file_written_once(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var header = database.Files[ArchiveDatabase.Path].AsSpan(0, 100);

        Encoding.ASCII.GetString(header[..15]).ShouldBe("SQLite format 3");
        BinaryPrimitives.ReadUInt16BigEndian(header[16..]).ShouldBe((ushort)4096, "page size");
        (header[18], header[19]).ShouldBe(((byte)1, (byte)1), "no write-ahead log");
        BinaryPrimitives.ReadUInt32BigEndian(header[24..]).ShouldBe(1u, "changes");
        BinaryPrimitives.ReadUInt32BigEndian(header[36..]).ShouldBe(0u, "unused pages");
        BinaryPrimitives.ReadUInt32BigEndian(header[92..]).ShouldBe(1u, "version that the size is valid for");
        (BinaryPrimitives.ReadUInt32BigEndian(header[28..]) * 4096).ShouldBe((uint)database.Files[ArchiveDatabase.Path].Length);
    }

    [Fact]
    public void The_same_reports_give_the_same_bytes()
    {
        var demo = new Pages.DemoArchive();
        var archive = WithUniqueSources(demo.Archive);

        BuiltDatabase.Bytes(archive, demo).ShouldBe(BuiltDatabase.Bytes(archive, demo));
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Its_figures_are_those_of_the_csv_files(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var published = database.Files.Where(file => file.Key.StartsWith("data/figures/", StringComparison.Ordinal) && file.Key.EndsWith(".csv", StringComparison.Ordinal)).SelectMany(file => Csv(file.Value)).ToList();

        Same(database.Rows("SELECT source, agency_id, agency, year, form, \"table\", \"row\", \"column\", value, state, raw, location FROM figures_tidy"), published, 8);
        published.Count.ShouldBe(int.Parse(database.One("SELECT (SELECT count(*) FROM figures) + (SELECT count(*) FROM own_figures)"), CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Its_reports_and_checks_are_those_of_the_csv_files(string input)
    {
        using var database = BuiltDatabase.Of(input);

        Same(database.Rows($"SELECT {Columns(ColumnsOf(DataTables.Reports))} FROM reports_tidy"), Csv(database.Files["data/reports.csv"]), 22, 23, 24, 25);
        Same(database.Rows($"SELECT {Columns(ColumnsOf(DataTables.Checks))} FROM checks_tidy"), Csv(database.Files["data/checks.csv"]), 6, 7);
    }

    [Fact]
    public void The_tidy_views_have_the_columns_of_the_csv_files_in_their_order()
    {
        using var database = BuiltDatabase.Of("input");

        ColumnsIn("figures_tidy").ShouldBe(ColumnsOf(DataTables.Figures));
        ColumnsIn("reports_tidy").ShouldBe(ColumnsOf(DataTables.Reports));
        ColumnsIn("checks_tidy").ShouldBe(ColumnsOf(DataTables.Checks));
        IEnumerable<string> ColumnsIn(string view) => database.Rows($"SELECT name FROM pragma_table_info('{view}') ORDER BY cid").Select(row => row[0]);
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Figures_and_corrections_are_those_of_each_reports_json(string input)
    {
        using var database = BuiltDatabase.Of(input);
        foreach (var entry in database.Archive.Reports)
        {
            using var json = JsonDocument.Parse(database.Files[ReportPaths.Json(entry)]);
            var figures = json.RootElement.GetProperty("tables").EnumerateArray()
                .SelectMany(table => table.GetProperty("figures").EnumerateArray().Select(figure => (Table: table.GetProperty("table").GetString()!, Figure: figure))).ToList();
            var id = database.One($"SELECT id FROM reports WHERE json = '{ReportPaths.Json(entry).Replace("'", "''")}'");

            Same(
                database.Rows($"""
                    SELECT c."table", c."row", c."column", f.value, s.state, nullif(coalesce(f.raw, CAST(f.value AS TEXT)), ''), f.location FROM figures f JOIN cells c ON c.id = f.cell JOIN states s ON s.id = f.state WHERE f.report = {id}
                    UNION ALL
                    SELECT f."table", f."row", f."column", f.value, s.state, nullif(coalesce(f.raw, CAST(f.value AS TEXT)), ''), f.location FROM own_figures f JOIN states s ON s.id = f.state WHERE f.report = {id}
                    """),
                [.. figures.Select(figure => (string[])[figure.Table, .. new[] { "row", "column", "value", "state", "raw", "location" }.Select(name => Text(figure.Figure, name))])],
                guarded: false, 3);
            Same(
                database.Rows($"SELECT c.\"table\", c.\"row\", c.\"column\", k.expect, k.value, k.reason FROM corrections k JOIN cells c ON c.id = k.cell WHERE k.report = {id}"),
                [.. figures.Where(figure => figure.Figure.TryGetProperty("correction", out _)).Select(figure => (string[])
                [
                    figure.Table, Text(figure.Figure, "row"), Text(figure.Figure, "column"),
                    .. new[] { "expect", "value", "reason" }.Select(name => Text(figure.Figure.GetProperty("correction"), name)),
                ])],
                guarded: false, 4);
        }
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Its_diagnostics_are_those_of_the_json_file(string input)
    {
        using var database = BuiltDatabase.Of(input);
        using var json = JsonDocument.Parse(database.Files["data/diagnostics.json"]);
        string[] names = ["code", "severity", "file", "location", "chinese", "english", "remedy_chinese", "remedy_english"];

        var said = database.Rows($"SELECT {Columns(names)} FROM diagnostics ORDER BY id");
        said.Select(row => string.Join('|', row)).ShouldBe(json.RootElement.GetProperty("diagnostics").EnumerateArray().Select(diagnostic => string.Join('|', names.Select(name => Text(diagnostic, name)))));
    }

    /// <summary>What the tables of relations say is what was judged.</summary>
    [Theory, MemberData(nameof(Inputs))]
    public void The_relations_can_be_judged_in_SQL(string input)
    {
        using var database = BuiltDatabase.Of(input);
        string Sum(string side) => $"(SELECT total(f.value) FROM relation_terms t JOIN figures f ON f.report = k.report AND f.cell = t.cell WHERE t.relation = k.relation AND t.side = '{side}')";

        database.Rows($"""
            SELECT n.relation, k.left, k.right FROM checks k JOIN relations n ON n.id = k.relation JOIN statuses s ON s.id = k.status
            WHERE s.status <> 'not_assessable' AND n.rule <> 'carry_over' AND n.rule NOT LIKE 'text.%'
              AND (abs(k.left - {Sum("left")}) < 1e-9 AND abs(k.right - {Sum("right")}) < 1e-9 AND (k.left = k.right) = (s.status = 'passed')) IS NOT TRUE
            """).ShouldBeEmpty();
        database.Rows("SELECT relation FROM relations n WHERE rule NOT LIKE 'text.%' AND 2 <> (SELECT count(DISTINCT side) FROM relation_terms WHERE relation = n.id)").ShouldBeEmpty();
    }

    private static IEnumerable<string> ColumnsOf(DataTable table) => table.Columns.Select(column => column.Name);

    private static string Columns(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText() : "";

    private static List<string[]> Csv(byte[] bytes)
    {
        using var reader = CsvReader.Create(new StringReader(Encoding.UTF8.GetString(bytes)), CsvReaderOptions.Default, leaveOpen: false);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }

    private static void Same(List<string[]> found, List<string[]> published, params int[] numbers) => Same(found, published, guarded: true, numbers);

    /// <summary>The same rows in whatever order; columns of numbers by their values.</summary>
    private static void Same(List<string[]> found, List<string[]> published, bool guarded, params int[] numbers)
    {
        string Line(string[] row, bool isFound) => string.Join('|', row.Select((field, i) =>
            numbers.Contains(i) && field.Length > 0 ? Plain(field) : isFound && guarded ? SpreadsheetText.Guarded(field) : field));
        var (have, want) = (found.Select(row => Line(row, true)).Order(StringComparer.Ordinal).ToList(), published.Select(row => Line(row, false)).Order(StringComparer.Ordinal).ToList());

        want.Except(have).Take(3).ShouldBeEmpty();
        have.Except(want).Take(3).ShouldBeEmpty();
        have.Count.ShouldBe(want.Count);
    }

    private static string Plain(string number) => (decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>The made-up archive has reports of one path, which files never have.</summary>
    private static ReportArchive WithUniqueSources(ReportArchive archive)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        return archive with
        {
            Agencies = [.. archive.Agencies.Select(agency => agency with { Reports = [.. agency.Reports.Where(report => report.Sources.All(source => paths.Add(source.Path)))] })],
        };
    }
}
