using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Tests.Data.Sqlite;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>Whatever file a program reads, every statutory figure of every report is the same there: its number exactly, or its state.</summary>
public sealed class SameFiguresTests
{
    public static TheoryData<string> Inputs =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests", "sites")).Select(site => $"tests/sites/{Path.GetFileName(site)}/input").Order(StringComparer.Ordinal).Append("input")];

    [Theory, MemberData(nameof(Inputs))]
    public void Every_file_has_the_same_figures(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var files = database.Files;
        var json = PublishedFigures.OfJson(files);

        json.Count.ShouldBe(database.Archive.Reports.Sum(report => report.Cells.Values.Sum()));
        Same(PublishedFigures.OfLongCsv(files), json);
        Same(PublishedFigures.OfWideCsv(files, isForSpreadsheets: false), json);
        Same(PublishedFigures.OfWideCsv(files, isForSpreadsheets: true), json);
        Same(PublishedFigures.OfWorkbook(files), json);
        Same(PublishedFigures.OfDatabase(database), json);
    }

    [Fact]
    public void The_example_has_figures_of_every_kind()
    {
        using var database = BuiltDatabase.Of("input");
        var figures = PublishedFigures.OfJson(database.Files).Values;

        figures.Select(figure => figure.State).Distinct().Count().ShouldBeGreaterThan(2);
        figures.ShouldContain(figure => figure.Value < 0);
        figures.ShouldContain(figure => figure.Value.HasValue && figure.Value != decimal.Truncate(figure.Value.Value));
    }

    [Theory, MemberData(nameof(Inputs))]
    public void The_workbook_is_valid_and_has_the_rows_of_the_files_for_spreadsheets(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var workbook = database.Files[TableFiles.WorkbookPath];
        var sheets = SheetTable.Read(workbook);

        SheetTable.Errors(workbook).ShouldBeEmpty();
        sheets.Skip(1).ShouldAllBe(sheet => sheet.IsFrozen);
        foreach (var (sheet, table) in sheets.Skip(1).Zip(DataTables.All.Where(table => database.Files.ContainsKey(TableFiles.PathOf(table)) && table != DataTables.Figures), (sheet, table) => (sheet, table)))
        {
            var (header, lines) = CsvTable.Read(database.Files[$"{TableFiles.Spreadsheets}{table.Id}.csv"]);
            sheet.Name.ShouldBe(table.Label);
            sheet.Rows[0].Select(cell => cell.Text).ShouldBe(header);
            sheet.Rows.Count.ShouldBe(lines.Count + 1);
        }
    }

    [Theory, MemberData(nameof(Inputs))]
    public void The_tables_of_the_agencies_and_of_the_years_together_have_the_lines_of_the_archive_s(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var archive = database.Archive;
        List<string[]> Lines(string path) => CsvTable.Read(database.Files[path]).Lines;
        var agencies = archive.Agencies.Where(agency => !agency.Reports.IsEmpty).Select(agency => TablePart.Of(agency)).ToList();
        var years = TablePart.Years(archive).ToList();

        agencies.SelectMany(agency => Lines(agency.Figures)).Select(Joined).Order(StringComparer.Ordinal)
            .ShouldBe(years.SelectMany(year => Lines(year.Figures)).Select(Joined).Order(StringComparer.Ordinal));
        foreach (var parts in (List<TablePart>[])[agencies, years])
            foreach (var table in DataTables.OfForms)
                foreach (var isForSpreadsheets in (bool[])[false, true])
                {
                    var whole = isForSpreadsheets ? $"{TableFiles.Spreadsheets}{table.Id}.csv" : TableFiles.PathOf(table);
                    var files = parts.SelectMany(part => part.Files).Where(file => file.Table == table).Select(file => isForSpreadsheets ? file.ForSpreadsheets! : file.ForPrograms).ToList();
                    files.ShouldAllBe(path => CsvTable.Read(database.Files[path]).Header.SequenceEqual(CsvTable.Read(database.Files[whole]).Header));
                    files.SelectMany(Lines).Select(Joined).Order(StringComparer.Ordinal).ShouldBe(Lines(whole).Select(Joined).Order(StringComparer.Ordinal), whole);
                }
    }

    private static string Joined(string[] fields) => string.Join('\u0001', fields);

    /// <summary>Tells the first few that differ.</summary>
    private static void Same(Dictionary<FigurePlace, FigureContent> found, Dictionary<FigurePlace, FigureContent> wanted)
    {
        wanted.Except(found).Take(3).ShouldBeEmpty();
        found.Except(wanted).Take(3).ShouldBeEmpty();
        found.Count.ShouldBe(wanted.Count);
    }
}
