using System.Text.Json.Nodes;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Data.Sqlite;
using DisclosureArchive.Generator.Tests.Data.Tables.Readers;
using DisclosureArchive.Generator.Tests.Schemas;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>What describes the CSV files is as its standard has it, and every line of them is as it says: types, missing values, keys, references, sizes and hashes.</summary>
public sealed class DescribedRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Inputs => SameFiguresTests.Inputs;

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Inputs))]
    public async Task Every_line_is_as_described(string input)
    {
        using var database = BuiltDatabase.Of(input);
        Write(database.Files);
        (int, int, string) Expected(Func<string, bool> isRead)
        {
            var read = database.Files.Where(file => isRead(file.Key)).Select(file => CsvTable.Read(file.Value)).ToList();
            return (read.Count, read.Sum(table => table.Header.Length * table.Lines.Count), "");
        }

        (await SchemaChecker.CheckDescriptions(_folder.Path)).ShouldBe("");
        (await TableReaders.CheckRows("package", _folder.Path)).ShouldBe(Expected(path => IsPlainCsv(path) && path.StartsWith("data/", StringComparison.Ordinal)));
        (await TableReaders.CheckRows("csvw", _folder.Path)).ShouldBe(Expected(IsPlainCsv));
    }

    /// <summary>Reports in no order of an id, of hostile names and long numbers, and what a settings file may say.</summary>
    [Fact]
    public async Task So_is_every_line_of_what_strangers_send()
    {
        _folder.Write("in/archive.yml", "title: '=1+1'\nlicence: 知识共享 署名 4.0\nowner: \"甲\\\"\"\n");
        _folder.Write("in/=甲,\"乙\"-1.txt", "agency: =甲局\nyear: 2023\ntitle: \"引号\", 逗号\nrequests.received.total: 79228162514264337593543950335\nrequests.received.individual: \nrequests.concluded.total: /\nrequests.carried_in.total: 约三\ndisputes.review.total: missing\n");
        _folder.Write("in/@丙.txt", "title: -1+1\nproactive.fees.amount: -0.1000000000000000000000000001\n");
        _folder.Write("in/扫描.txt", "agency: 丁局\nyear: 2021\nscan: yes\n");
        var output = new MemoryOutput();
        new SiteBuilder { Reader = MadeReport.Reader }.Build(_folder["in"], output, TestContext.Current.CancellationToken);
        Write(output.Files);

        (await SchemaChecker.CheckDescriptions(_folder["out"])).ShouldBe("");
        foreach (var kind in (string[])["package", "csvw"])
        {
            var (_, fields, wrong) = await TableReaders.CheckRows(kind, _folder["out"]);
            wrong.ShouldBe("");
            fields.ShouldBeGreaterThan(1000);
        }
    }

    [Fact]
    public async Task A_line_that_is_not_is_told()
    {
        using var database = BuiltDatabase.Of("tests/sites/county/input");
        Write(database.Files);
        void Spoil(string path, Func<string, string> change) => _folder.Write(path, change(File.ReadAllText(_folder[path])));
        Spoil("data/agencies.csv", text => text + text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Spoil("data/checks.csv", text => text + "无.md,,,一九年,x,passed,half,,\n");

        foreach (var (kind, told) in ((string, string[])[])[("package", ["agencies.csv: has", "two rows have the key", "is no year", "is no number", "reports lacks"]), ("csvw", ["two rows have the key", "\"gYear\"", "\"decimal\""])])
        {
            var (_, _, wrong) = await TableReaders.CheckRows(kind, _folder.Path);
            foreach (var problem in told)
                wrong.ShouldContain(problem);
        }

        (await SchemaChecker.CheckDescriptions(_folder.Path)).ShouldBe("");
        foreach (var path in (string[])[Routes.DataPackage, "data/checks.csv" + CsvwMetadata.Suffix])
        {
            var sound = File.ReadAllText(_folder[path]);
            var description = JsonNode.Parse(sound)!;
            (description["resources"]?[0]!["schema"]!["fields"] ?? description["tableSchema"]!["columns"])![0]!["name"] = 1;
            _folder.Write(path, description.ToJsonString());
            (await SchemaChecker.CheckDescriptions(_folder.Path)).ShouldStartWith(path);
            _folder.Write(path, sound);
        }
    }

    /// <summary>A report may be a CSV file, too.</summary>
    private static bool IsPlainCsv(string path) => !path.Contains("/excel/", StringComparison.Ordinal)
        && DataTables.All.Any(table => path.EndsWith($"/{table.Id}.csv", StringComparison.Ordinal) || (path.StartsWith($"data/{table.Id}/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.Ordinal)));

    private void Write(SortedDictionary<string, byte[]> files)
    {
        var top = Directory.Exists(_folder["in"]) ? "out/" : "";
        foreach (var (path, content) in files)
            if (path.StartsWith("data/", StringComparison.Ordinal) || IsPlainCsv(path) || path.EndsWith(CsvwMetadata.Suffix, StringComparison.Ordinal))
                _folder.Write(top + path, content);
    }
}
