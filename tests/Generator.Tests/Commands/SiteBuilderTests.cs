using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsvHelper;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary>Whole builds with made reports and without pages.</summary>
public sealed class SiteBuilderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SiteBuilderTests()
    {
        _folder.Write("in/archive.yml", "title: 示例档案\nbase_url: https://example.org/档案\nlicence: CC-BY-4.0\n");
        _folder.Write("in/agencies.csv", "id,name,region,kind,aliases\nminzheng,示例县民政局,示例县,部门,民政局\n");
        _folder.Write("in/民政局/2020.txt", "agency: 民政局\nyear: 2020\nform: form-2019\nproactive.procurement.amount: 216.50\nrequests.received.total:\nrequests.carried_out.total: 2\n");
        _folder.Write("in/民政局/2021.txt", "agency: 民政局\nyear: 2021\nfailed: requests.balance.ngo\n");
        _folder.Write("in/民政局/2021.txt.yml", "url: https://example.org/2021\ncorrections:\n- {cell: requests.received.ngo, expect: \"0\", value: 7, reason: 漏填}\n");
        _folder.Write("in/page.html", "agency: 乙,局\nyear: 2021\n");
        _folder.Write("in/unknown.txt", "requests.received.total: =1+1\n");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The tables of this archive for programs, by path.</summary>
    private static readonly string[] PlainTables =
        ["agencies", "checks", "corrections", "dictionary", "disputes", "figures/2020", "figures/2021", "figures/undated", "own_tables", "proactive", "reports", "requests", "statistics_2008"];

    /// <summary>The tables of an agency or a year, for programs and for spreadsheets, and what describes them.</summary>
    private static IEnumerable<string> Parts(string folder) =>
        new[] { "disputes", "proactive", "requests" }.SelectMany(table => new[] { $"{folder}/{table}.csv", $"{folder}/excel/{table}.csv" }).Append($"{folder}/csv-metadata.json");

    [Fact]
    public void The_files_are_those_of_the_contract()
    {
        var files = Build().Files;
        var hash = Hash("in/unknown.txt")[..8];
        files.Keys.ShouldBe([
            "agencies/minzheng/2020.json", "agencies/minzheng/2020.prov.jsonld", "agencies/minzheng/2020.text.js", "agencies/minzheng/2020/2020.txt",
            "agencies/minzheng/2021.json", "agencies/minzheng/2021.prov.jsonld", "agencies/minzheng/2021.text.js", "agencies/minzheng/2021/2021.txt",
            $"agencies/unidentified/undated-{hash}.json", $"agencies/unidentified/undated-{hash}.prov.jsonld", $"agencies/unidentified/undated-{hash}.text.js", $"agencies/unidentified/undated-{hash}/unknown.txt",
            "agencies/乙-局-d89f665d/2021.json", "agencies/乙-局-d89f665d/2021.prov.jsonld", "agencies/乙-局-d89f665d/2021.text.js", "agencies/乙-局-d89f665d/2021/page.html.txt",
            .. new[] { "agencies/minzheng", "agencies/unidentified", "agencies/乙-局-d89f665d" }.SelectMany(agency => Parts(agency).Append($"{agency}/figures.csv")),
            .. Parts("years/2020"), .. Parts("years/2021"), .. Parts("years/undated"),
            "data/archive.sqlite", "data/archive.xlsx", "data/archive.zip", "data/catalog.jsonld", "data/datapackage.json", "data/dates.ics", "data/diagnostics.json",
            .. PlainTables.SelectMany(table => new[] { $"data/{table}.csv", $"data/{table}.csv-metadata.json" }),
            "data/excel/agencies.csv", "data/excel/checks.csv", "data/excel/corrections.csv", "data/excel/dictionary.csv", "data/excel/disputes.csv",
            "data/excel/own_tables.csv", "data/excel/proactive.csv", "data/excel/reports.csv", "data/excel/requests.csv", "data/excel/statistics_2008.csv",
            "data/forms.json", "data/index.json",
            "data/schema/agency.schema.json", "data/schema/diagnostics.schema.json", "data/schema/forms.schema.json", "data/schema/index.schema.json", "data/schema/report.schema.json", "data/schema/withdrawn.schema.json",
            "llms.txt", "manifest-sha256.txt", "opensearch.xml", "robots.txt", "search/0.js",
            "search/figures/carried_out.js", "search/figures/concluded.js", "search/figures/granted_rate.js", "search/figures/lawsuits.js",
            "search/figures/received.js", "search/figures/refused.js", "search/figures/reviews.js",
            "search/folding.js", "search/meta.js", "search/pinyin.js", "sitemap.xml"], ignoreOrder: true);
        files["agencies/minzheng/2020/2020.txt"].ShouldBe(File.ReadAllBytes(_folder["in/民政局/2020.txt"]));
    }

    [Fact]
    public void Figures_are_published_with_state_raw_text_and_location()
    {
        var files = Build().Files;
        var of2020 = Rows(files["data/figures/2020.csv"]);
        of2020.Count.ShouldBe(Reports.Forms.Editions.Form2019.Tables.Sum(table => table.Cells.Count()) + 1);
        string[] facts = ["民政局/2020.txt", "minzheng", "示例县民政局", "2020", "form-2019"];
        of2020.ShouldContain(row => row.SequenceEqual(facts.Concat(new[] { "proactive", "procurement", "amount", "216.50", "reported", "216.50", "L4 T2.R3.C4" })));
        of2020.ShouldContain(row => row.SequenceEqual(facts.Concat(new[] { "requests", "received", "total", "", "blank", "", "L5 T2.R3.C4" })));
        of2020.ShouldContain(row => row.SequenceEqual(facts.Concat(new[] { "own.1", "事项", "2017", "2.50", "reported", "2.50", "L5 T4.R1.C2" })));
        Rows(files["data/figures/undated.csv"]).ShouldContain(row => row.SequenceEqual(
            new[] { "unknown.txt", "", "", "", "form-2021", "requests", "received", "total", "", "unreadable", "'=1+1", "L1 T2.R3.C4" }));
    }

    [Fact]
    public void Checks_are_published_with_carry_over()
    {
        var rows = Rows(Build().Files["data/checks.csv"]);
        rows.ShouldContain(row => row.SequenceEqual(new[] { "民政局/2021.txt", "minzheng", "示例县民政局", "2021", "requests.balance.ngo", "failed", "3", "4", "3 ≠ 4" }));
        rows.ShouldContain(row => row[0] == "民政局/2021.txt" && row[4] == "carry_over.total" && row[5] == "failed" && row[6] == "2" && row[7] == "0");
        rows.ShouldContain(row => row[0] == "page.html" && row[2] == "乙,局" && row[4] == "text.reviews" && row[5] == "not_assessable" && row[6] == "");
    }

    [Fact]
    public void Reports_are_listed_with_their_facts()
    {
        var text = Encoding.UTF8.GetString(Build().Files["data/reports.csv"]).Split('\n');
        var header = text[0].Split(',');
        var row = text.Single(line => line.StartsWith("民政局/2021.txt", StringComparison.Ordinal)).Split(',').Select((field, i) => (header[i], field)).ToDictionary();
        row["agency_id"].ShouldBe("minzheng");
        row["sha256"].ShouldBe(Hash("in/民政局/2021.txt"));
        row["page"].ShouldBe("agencies/minzheng/2021.html");
        row["file"].ShouldBe("agencies/minzheng/2021/2021.txt");
        row["failed"].ShouldBe("2");
        row["current"].ShouldBe("true");
    }

    [Fact]
    public void The_reports_json_has_every_figure_correction_and_check()
    {
        using var json = JsonDocument.Parse(Build().Files["agencies/minzheng/2021.json"]);
        var root = json.RootElement;
        root.GetProperty("source").GetProperty("url").GetString().ShouldBe("https://example.org/2021");
        root.GetProperty("agency").GetProperty("id").GetString().ShouldBe("minzheng");
        var ngo = root.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("figures").EnumerateArray())
            .Single(figure => figure.GetProperty("row").GetString() == "received" && figure.GetProperty("column").GetString() == "ngo");
        ngo.GetProperty("value").GetDecimal().ShouldBe(7);
        ngo.GetProperty("raw").GetString().ShouldBe("0");
        ngo.GetProperty("correction").GetProperty("reason").GetString().ShouldBe("漏填");
        root.GetProperty("checks").EnumerateArray().Count(check => check.GetProperty("relation").GetString()!.StartsWith("carry_over.", StringComparison.Ordinal)).ShouldBe(7);
        root.GetProperty("sections")[0].GetProperty("blocks")[2].GetProperty("table").GetString().ShouldBe("own.1");
    }

    [Fact]
    public void Diagnostics_name_file_place_and_remedy()
    {
        using var json = JsonDocument.Parse(Build().Files["data/diagnostics.json"]);
        var unknown = json.RootElement.GetProperty("diagnostics").EnumerateArray().Single(diagnostic => diagnostic.GetProperty("code").GetString() == "DA4001");
        unknown.GetProperty("file").GetString().ShouldBe("unknown.txt");
        unknown.GetProperty("severity").GetString().ShouldBe("error");
        unknown.GetProperty("location").GetString().ShouldBe("L7");
        unknown.GetProperty("remedy_chinese").GetString().ShouldBe("请在报告旁新建 unknown.txt.yml，写一行“agency: 机关全称”。");
    }

    [Fact]
    public void The_data_package_describes_every_csv_file_with_its_hash()
    {
        var files = Build().Files;
        using var json = JsonDocument.Parse(files["data/datapackage.json"]);
        var resources = json.RootElement.GetProperty("resources").EnumerateArray().ToList();
        resources.Select(resource => resource.GetProperty("path").GetString()).ShouldBe(PlainTables.Select(table => table + ".csv"));
        foreach (var resource in resources)
        {
            var bytes = files["data/" + resource.GetProperty("path").GetString()];
            resource.GetProperty("hash").GetString().ShouldBe("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)));
            resource.GetProperty("bytes").GetInt64().ShouldBe(bytes.Length);
            var header = Encoding.UTF8.GetString(bytes).Split('\n')[0].Split(',');
            resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()).ShouldBe(header);
        }
    }

    [Fact]
    public void The_sitemap_lists_pages_by_their_whole_address_if_that_is_known()
    {
        string Sitemap() => Encoding.UTF8.GetString(Build(new SiteBuilder
        {
            Reader = MadeReport.Reader,
            Pages = new MadePages(_ => [new OutputFile("agencies/乙 局/2021.html", () => default), new OutputFile("404.html", () => default)]),
        }).Files["sitemap.xml"]);

        var sitemap = Sitemap();
        sitemap.ShouldContain("<loc>https://example.org/档案/agencies/%E4%B9%99%20%E5%B1%80/2021.html</loc>");
        sitemap.ShouldNotContain("404");
        _folder.Write("in/archive.yml", "title: 示例档案\n");
        Sitemap().ShouldContain("<loc>agencies/%E4%B9%99%20%E5%B1%80/2021.html</loc>");
    }

    [Fact]
    public void Builds_are_equal_byte_for_byte_whatever_the_workers_and_the_cache()
    {
        var one = Build(new SiteBuilder { Reader = MadeReport.Reader, Workers = 1 });
        var many = Build(new SiteBuilder { Reader = MadeReport.Reader, Workers = 8, CacheFolder = _folder["cache"] });
        var cached = Build(new SiteBuilder { Reader = MadeReport.Reader, Workers = 3, CacheFolder = _folder["cache"] });
        foreach (var other in new[] { many, cached })
        {
            other.Files.Keys.ShouldBe(one.Files.Keys);
            foreach (var (path, bytes) in one.Files)
                other.Files[path].ShouldBe(bytes, path);
        }
    }

    [Fact]
    public void A_second_build_reads_and_writes_only_what_changed()
    {
        BuildToFolder().ShouldBe((4, new OutputChange(128, 0, 0)));
        BuildToFolder().ShouldBe((0, new OutputChange(0, 128, 0)));
        _folder.Write("in/page.html", "agency: 乙,局\nyear: 2021\ntext: 新\n");
        var (read, change) = BuildToFolder();
        (read, change.Removed).ShouldBe((1, 0));
        // Its JSON, provenance, text and source; the list of reports in each format: CSV, for spreadsheets, workbook, database, zip; what describes it: data package, catalogue; manifest; and the index of the search.
        change.Written.ShouldBe(4 + 5 + 2 + 1 + 11);
    }

    [Fact]
    public void A_build_of_some_reports_leaves_what_was_read_of_the_others()
    {
        int Read(params string[] only) => new SiteBuilder { Reader = MadeReport.Reader, CacheFolder = _folder["cache"], Only = [.. only] }
            .Build(_folder["in"], new MemoryOutput(), TestContext.Current.CancellationToken).Read;

        Read("民政局/*").ShouldBe(2);
        Read().ShouldBe(2);
        Read("民政局/*").ShouldBe(0);
        Read().ShouldBe(0);
        _folder.Write("in/民政局/2020.txt", "agency: 民政局\nyear: 2020\n");
        Read("民政局/*").ShouldBe(1);
        Read().ShouldBe(0);
    }

    [Fact]
    public void A_cancelled_build_leaves_the_former_output()
    {
        BuildToFolder();
        var before = _folder.Files("out");
        _folder.Write("in/new.txt", "agency: 丙\nyear: 2022\n");
        using var cancel = new CancellationTokenSource();
        var builder = new SiteBuilder { Reader = MadeReport.Reader, Pages = new MadePages(_ => [new OutputFile("index.html", () => { cancel.Cancel(); return default; })]) };
        using (var output = new FolderOutput(_folder["out"]))
            Should.Throw<OperationCanceledException>(() => builder.Build(_folder["in"], output, cancel.Token));
        _folder.Files("out").ShouldBe(before);
    }

    [Fact]
    public void A_page_that_fails_leaves_the_former_output()
    {
        BuildToFolder();
        var before = _folder.Files("out");
        var builder = new SiteBuilder { Reader = MadeReport.Reader, Pages = new MadePages(_ => [new OutputFile("index.html", () => throw new InvalidDataException())]) };
        using (var output = new FolderOutput(_folder["out"]))
            Should.Throw<AggregateException>(() => builder.Build(_folder["in"], output, TestContext.Current.CancellationToken));
        _folder.Files("out").ShouldBe(before);
    }

    [Fact]
    public void The_worst_concerns_come_first()
    {
        var result = new SiteBuilder { Reader = MadeReport.Reader }.Build(_folder["in"], new MemoryOutput(), TestContext.Current.CancellationToken);
        result.Concerns.Select(concern => (concern.Path, concern.Diagnostic.Code)).ShouldBe([("unknown.txt", "DA4001"), ("民政局/2021.txt", "DA5001")]);
        result.ConcernCount.ShouldBe(2);
    }

    private MemoryOutput Build(SiteBuilder? builder = null)
    {
        var output = new MemoryOutput();
        (builder ?? new SiteBuilder { Reader = MadeReport.Reader }).Build(_folder["in"], output, TestContext.Current.CancellationToken);
        return output;
    }

    private (int Read, OutputChange Change) BuildToFolder()
    {
        using var output = new FolderOutput(_folder["out"]);
        var result = new SiteBuilder { Reader = MadeReport.Reader, CacheFolder = _folder["cache"] }.Build(_folder["in"], output, TestContext.Current.CancellationToken);
        return (result.Read, result.Change!);
    }

    private string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder[path])));

    private static List<string[]> Rows(byte[] csv)
    {
        using var reader = CsvReader.Create(new StringReader(Encoding.UTF8.GetString(csv)), CsvReaderOptions.Default, leaveOpen: false);
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
