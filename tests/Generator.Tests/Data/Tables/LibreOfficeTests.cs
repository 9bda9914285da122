using System.Globalization;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Tests.Data.Sqlite;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>LibreOffice reads the workbook as it is meant.</summary>
public sealed class LibreOfficeTests
{
    // Comma, quotation mark, UTF-8, from the first line, all columns, language, no quotes for all, values rather than what the format shows, …, every sheet as a file of its own.
    private const string EverySheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    [Fact]
    public async Task It_has_the_cells_of_the_files_for_spreadsheets()
    {
        using var database = BuiltDatabase.Of("input");
        using var folder = new TemporaryFolder();
        var workbook = folder.Write("archive.xlsx", database.Files[TableFiles.WorkbookPath]);
        var (code, output, errors) = await ForeignProgram.Run("soffice", folder.Path,
            [$"-env:UserInstallation={new Uri(folder["profile"]).AbsoluteUri}", "--headless", "--norestore", "--convert-to", EverySheet, "--outdir", folder["out"], workbook]);
        code.ShouldBe(0, output + errors);

        foreach (var table in DataTables.OfForms.Append(DataTables.Reports).Append(DataTables.Agencies))
        {
            var (header, lines) = CsvTable.Read(database.Files[$"{TableFiles.Spreadsheets}{table.Id}.csv"]);
            var (readHeader, read) = CsvTable.Read(File.ReadAllBytes(folder[$"out/archive-{table.Label}.csv"]));
            readHeader.ShouldBe(header);
            read.Count.ShouldBe(lines.Count);
            lines.ShouldNotBeEmpty(table.Id);
            foreach (var (found, wanted) in read.Zip(lines))
                found.Select(Plain).ShouldBe(wanted.Select(Plain), table.Id);
        }
    }

    /// <summary>A decimal without the noughts at its end, which no spreadsheet keeps.</summary>
    private static string Plain(string text) =>
        text.Contains('.', StringComparison.Ordinal) && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : text;
}
