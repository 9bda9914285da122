using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DisclosureArchive.Browser.Tests;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The page of the addresses, and its examples: they run as they stand on it, where the archive is published.</summary>
public sealed partial class ApiPageTests(ApiPageTests.PublishedExample published) : IClassFixture<ApiPageTests.PublishedExample>
{
    /// <summary>The example archive, published on this machine at the address that it gives as its own.</summary>
    public sealed class PublishedExample : IAsyncDisposable
    {
        private readonly WebApplication _server;

        public PublishedExample()
        {
            (_server, Root) = LoopbackServer.Start(Folder.Path, "/nianbao");
            var output = new MemoryOutput();
            new SiteBuilder { Pages = new SitePages(), BaseUrl = Root.TrimEnd('/') }.Build(Path.Combine(Repository.Root, "input"), output, TestContext.Current.CancellationToken);
            foreach (var (path, content) in output.Files)
                Folder.Write(path, content);
        }

        public TemporaryFolder Folder { get; } = new();

        /// <summary>The archive's address, with a slash at the end.</summary>
        public string Root { get; }

        public async ValueTask DisposeAsync()
        {
            await _server.DisposeAsync();
            Folder.Dispose();
        }
    }

    public static TheoryData<string> Pages => [Routes.Api, Routes.English(Routes.Api)];

    [Theory, MemberData(nameof(Pages))]
    public async Task The_example_in_JavaScript_runs(string page)
    {
        var (code, output, errors) = await Run(page, "javascript", "node", "series.mjs");

        code.ShouldBe(0, errors);
        output.ShouldBe(Series("null"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task The_example_in_Python_runs(string page)
    {
        var (code, output, errors) = await Run(page, "python", "python3", "series.py");

        code.ShouldBe(0, errors);
        output.ReplaceLineEndings("\n").ShouldBe(Series("None"));
    }

    [Fact]
    public async Task The_example_with_curl_runs()
    {
        if ((await ForeignProgram.Run("curl", published.Folder.Path, ["--version"])).Code != 0)
            throw Repository.Lacks("curl");
        var (code, output, errors) = await Run(Routes.Api, "curl", "sh", "files.sh");

        code.ShouldBe(0, errors);
        output.ShouldStartWith(File.ReadAllText(published.Folder[Routes.ArchiveData]));
        File.ReadAllBytes(published.Folder["run/reports.csv"]).ShouldBe(File.ReadAllBytes(published.Folder[TableFiles.PathOf(DataTables.Reports)]));
    }

    [Fact]
    public async Task The_example_with_SQLite_runs()
    {
        foreach (var program in (string[])["curl", "sqlite3"])
            if ((await ForeignProgram.Run(program, published.Folder.Path, ["--version"])).Code != 0)
                throw Repository.Lacks(program);
        var (code, output, errors) = await Run(Routes.Api, "sqlite", "sh", "database.sh");

        code.ShouldBe(0, errors);
        foreach (var line in Series("").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            output.ShouldContain($"|{line.Replace(' ', '|')}\n");
    }

    [Theory, MemberData(nameof(Pages))]
    public void Every_address_of_an_example_is_published(string path)
    {
        var examples = Page(path).QuerySelectorAll("pre[data-example]").ToList();

        examples.Select(example => example.GetAttribute("data-example")).ShouldBe(["javascript", "python", "pandas", "r", "duckdb", "sqlite", "curl"]);
        foreach (var code in examples.Select(example => example.TextContent))
        {
            code.ShouldContain(published.Root);
            code.ShouldNotContain("@");
            var addresses = Address().Matches(code).Select(address => address.Value).ToList();
            addresses.ShouldNotBeEmpty(code);
            addresses.ShouldAllBe(address => File.Exists(published.Folder[Uri.UnescapeDataString(address)]), code);
        }
    }

    /// <summary>The names in the examples that do not run here are those of the columns.</summary>
    [Fact]
    public void Examples_name_columns_that_there_are()
    {
        foreach (var example in (string[])["pandas", "r", "duckdb"])
        {
            var code = Code(Routes.Api, example);
            foreach (var column in (string[])["agency", "value", "state", "table", "row", "column"])
            {
                code.ShouldContain(column);
                DataTables.Figures.Columns.ShouldContain(known => known.Name == column);
            }
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void The_page_leads_to_an_example_of_every_address_and_to_every_schema(string path)
    {
        var page = Page(path);
        var targets = page.QuerySelectorAll("main a").Select(link => Html.Target(path, link.GetAttribute("href")!)!.Value.Path).ToList();

        targets.Where(target => !target.EndsWith(".html", StringComparison.Ordinal)).ShouldAllBe(target => File.Exists(published.Folder[target]));
        foreach (var schema in JsonSchemas.Names)
            targets.ShouldContain(JsonSchemas.Path(schema));
        page.QuerySelectorAll(".files div").Length.ShouldBe(13);
        page.QuerySelectorAll(".files div a").Length.ShouldBe(12);
        page.QuerySelector("main > pre")!.TextContent.ShouldBe(published.Root);
    }

    [Fact]
    public void Where_the_address_is_not_known_examples_have_that_of_the_preview()
    {
        var demo = new DemoArchive();
        var page = Html.Parse(new SitePages().Of(demo.Archive, demo).Single(file => file.Path == Routes.Api).Content().ToArray());

        page.QuerySelector("main > pre")!.TextContent.ShouldBe("http://127.0.0.1:8080/");
        page.QuerySelector("main")!.TextContent.ShouldContain("base_url");
        page.QuerySelectorAll("pre[data-example]").ShouldAllBe(example => example.TextContent.Contains("http://127.0.0.1:8080/", StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_without_reports_has_addresses_but_no_examples()
    {
        var demo = new DemoArchive();
        var page = Html.Parse(new SitePages().Of(demo.Archive with { Agencies = [] }, demo).Single(file => file.Path == Routes.Api).Content().ToArray());

        page.QuerySelectorAll("pre[data-example], #examples").ShouldBeEmpty();
        page.QuerySelectorAll(".files div").Length.ShouldBe(13);
    }

    /// <summary>What the examples print: the cell of each report of the agency, as the reports' own data has it.</summary>
    private string Series(string none)
    {
        var agency = Address().Match(Code(Routes.Api, "javascript")).Value;
        var lines = Directory.EnumerateFiles(Path.GetDirectoryName(published.Folder[agency])!, "20??.json")
            .Select(file => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement)
            .SelectMany(report => report.GetProperty("tables").EnumerateArray().Where(table => table.GetProperty("table").GetString() == "requests")
                .SelectMany(table => table.GetProperty("figures").EnumerateArray())
                .Where(figure => figure.GetProperty("row").GetString() == "received" && figure.GetProperty("column").GetString() == "total")
                .Select(figure => $"{report.GetProperty("year").GetInt32()} {(figure.TryGetProperty("value", out var value) ? value.GetRawText() : none)} {figure.GetProperty("state").GetString()}\n"))
            .Order(StringComparer.Ordinal).ToList();
        lines.Count.ShouldBeGreaterThan(3);
        return string.Concat(lines);
    }

    private Task<(int Code, string Output, string Errors)> Run(string page, string example, string program, string file)
    {
        published.Folder.Write($"run/{file}", Code(page, example));
        return ForeignProgram.Run(program, published.Folder["run"], [file]);
    }

    private string Code(string page, string example) => Page(page).QuerySelector($"pre[data-example={example}]")!.TextContent;

    private IDocument Page(string path) => Html.Parse(File.ReadAllBytes(published.Folder[path]));

    [GeneratedRegex("""(?:data|agencies)/[^'"\s]+""")]
    private static partial Regex Address();
}
