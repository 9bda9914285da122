using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Inputs;

/// <summary>What the history of the input folder tells: when reports came and changed, and the log of it. Dates are those of the authors, names are none.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly GitFolder _git = new();

    public HistoryTests()
    {
        _git.Write("in/archive.yml", "title: 甲\nhistory: true\n");
        _git.Write("in/agencies.csv", "id,name\njia,甲局\n");
        Report("a.txt", 2020, 1);
        Commit("2024-01-02T23:30:00+08:00");
        Report("b.txt", 2021, 2);
        _git.Write("in/b.txt.yml", "url: https://example.org/\n");
        Commit("2024-01-03T00:30:00-05:00");
        Report("b.txt", 2021, 3);
        Report("c.txt", 2022, 4);
        Commit("2024-02-01T12:00:00Z");
        _git.Write("in/b.txt.yml", "url: https://example.org/\ncorrections:\n- {cell: requests.received.total, expect: \"3\", value: 5, reason: 漏数}\n");
        _git.Git("mv", "in/a.txt", "in/甲 局.txt");
        Commit("2024-03-01T12:00:00Z");
        _git.Write("in/b.txt.yml", "url: https://example.net/\ncorrections:\n- {cell: requests.received.total, expect: \"3\", value: 5, reason: 漏数}\n");
        Report("b2.txt", 2021, 6);
        Commit("2024-03-02T12:00:00Z");
        _git.Write("in/c.txt.yml", "withdrawn: 2024-04-01\nreason: 误传\n");
        _git.Delete("in/b2.txt");
        Commit("2024-04-01T12:00:00Z");
    }

    public void Dispose() => _git.Dispose();

    [Fact]
    public void The_log_tells_what_happened_newest_first() => Changes(Build()).ShouldBe([
        "2024-04-01,withdrawn,b2.txt,,,,",
        "2024-04-01,withdrawn,c.txt,jia,甲局,2022,误传",
        "2024-03-02,added,b2.txt,,,,",
        "2024-03-01,corrected,b.txt,jia,甲局,2021,漏数",
        "2024-03-01,renamed,甲 局.txt,jia,甲局,2020,a.txt",
        "2024-02-01,revised,b.txt,jia,甲局,2021,",
        "2024-02-01,added,c.txt,jia,甲局,2022,",
        "2024-01-03,added,b.txt,jia,甲局,2021,",
        "2024-01-02,added,a.txt,jia,甲局,2020,",
    ]);

    [Fact]
    public void Another_file_of_an_agency_and_year_is_a_revision()
    {
        Report("b3.txt", 2021, 7);
        Commit("2024-05-01T12:00:00Z");
        Changes(Build())[0].ShouldBe("2024-05-01,revised,b3.txt,jia,甲局,2021,");
    }

    [Fact]
    public void A_report_says_when_it_came_and_when_it_changed()
    {
        var files = Build();
        Dates(files, "agencies/jia/2021.json").ShouldBe(("2024-01-03", "2024-03-02"));
        var page = new HtmlParser().ParseDocument(files["agencies/jia/2021.html"]);
        page.QuerySelector("dl.facts")!.TextContent.ShouldContain("2024-03-02 有改动");
        files["agencies/jia/2020.prov.jsonld"].ShouldContain("\"dateSubmitted\": \"2024-01-02\"");
    }

    [Fact]
    public void Another_name_or_other_rights_change_no_report()
    {
        var files = Build();
        Dates(files, "agencies/jia/2020.json").ShouldBe(("2024-01-02", "2024-01-02"));
        files["agencies/jia/2020.html"].ShouldNotContain("有改动");
        files["feed.xml"].ShouldNotContain("2024-03-01");
        SitemapDay(files, "agencies/jia/2020.html").ShouldBe("2024-01-02");

        // Its sidecar goes with it.
        _git.Git("mv", "in/b.txt", "in/乙.txt");
        _git.Git("mv", "in/b.txt.yml", "in/乙.txt.yml");
        Commit("2024-05-01T12:00:00Z");
        _git.Git("update-index", "--chmod=+x", "in/乙.txt");
        _git.Git("commit", "-q", "-m", "x", "--date", "2024-06-01T12:00:00Z");
        _git.Git("checkout", "-q", "--", ".");
        files = Build();
        Dates(files, "agencies/jia/2021.json").ShouldBe(("2024-01-03", "2024-03-02"));
        Changes(files)[0].ShouldBe("2024-05-01,renamed,乙.txt,jia,甲局,2021,b.txt");
    }

    [Fact]
    public void A_file_that_got_other_content_with_its_name_changed()
    {
        _git.Git("mv", "in/甲 局.txt", "in/丙.txt");
        File.AppendAllText(_git["in/丙.txt"], "又一句\n");
        Commit("2024-05-01T12:00:00Z");
        var files = Build();
        Dates(files, "agencies/jia/2020.json").ShouldBe(("2024-01-02", "2024-05-01"));
        Changes(files)[0].ShouldBe("2024-05-01,renamed,丙.txt,jia,甲局,2020,甲 局.txt");
    }

    [Fact]
    public void What_is_not_committed_bears_no_date_of_change()
    {
        Report("b.txt", 2021, 9);
        Report("new.txt", 2023, 1);
        var files = Build();
        Dates(files, "agencies/jia/2021.json").ShouldBe(("2024-01-03", null));
        Dates(files, "agencies/jia/2023.json").ShouldBe((null, null));
    }

    [Fact]
    public void The_page_lists_the_days_in_both_languages_and_names_nobody()
    {
        var files = Build();
        var chinese = new HtmlParser().ParseDocument(files["changes.html"]);
        chinese.QuerySelectorAll("main h2").Select(day => day.TextContent).ShouldBe(["2024-04-01", "2024-03-02", "2024-03-01", "2024-02-01", "2024-01-03", "2024-01-02"]);
        chinese.QuerySelectorAll("main li")[1].TextContent.ShouldBe("撤回 甲局 2022年 c.txt：误传");
        chinese.QuerySelectorAll("main li")[4].TextContent.ShouldBe("改名 甲局 2020年 甲 局.txt（原名 a.txt）");
        chinese.QuerySelectorAll("main li a")[0].GetAttribute("href").ShouldBe("agencies/jia/2022.html");
        new HtmlParser().ParseDocument(files["en/changes.html"]).QuerySelector("main li")!.TextContent.ShouldBe("withdrawn b2.txt: no reason given");
        files.Values.ShouldAllBe(text => !text.Contains("t@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clone_without_its_whole_history_tells_no_dates()
    {
        using var folder = new TemporaryFolder();
        _git.Git("clone", "-q", "--depth", "1", "file://" + _git.Path, folder["clone"]);
        var files = Build(folder["clone/in"]);
        Dates(files, "agencies/jia/2020.json").ShouldBe((null, null));
        files.ShouldNotContainKey("data/changes.csv");
        files["data/diagnostics.json"].ShouldContain("DA7012");
        new HtmlParser().ParseDocument(files["changes.html"]).QuerySelectorAll("main .banner").ShouldHaveSingleItem();
    }

    [Fact]
    public void Without_being_asked_nothing_is_told_of_the_history()
    {
        _git.Write("in/archive.yml", "title: 甲\n");
        var files = Build();
        Dates(files, "agencies/jia/2020.json").ShouldBe((null, null));
        files.ShouldNotContainKey("data/changes.csv");
        files["data/diagnostics.json"].ShouldNotContain("DA7012");
    }

    private void Report(string name, int year, int received) =>
        _git.Write("in/" + name, $"agency: 甲局\nyear: {year}\nrequests.received.total: {received}\ntext: 第{received}份，写得各不相同，{string.Join('，', Enumerable.Range(received * 100, 40))}\n");

    private void Commit(string date)
    {
        _git.Git("add", "-A");
        _git.Git("commit", "-q", "-m", "x", "--date", date);
    }

    private SortedDictionary<string, string> Build(string? folder = null)
    {
        var output = new MemoryOutput();
        new SiteBuilder { Reader = MadeReport.Reader, Pages = new SitePages() }.Build(folder ?? _git["in"], output, TestContext.Current.CancellationToken);
        return new SortedDictionary<string, string>(output.Files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value)), StringComparer.Ordinal);
    }

    private static string[] Changes(SortedDictionary<string, string> files) => files["data/changes.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

    private static string? SitemapDay(SortedDictionary<string, string> files, string page) =>
        XElement.Parse(files["sitemap.xml"]).Elements().Single(url => url.Elements().First().Value == page).Elements().ElementAtOrDefault(1)?.Value;

    private static (string?, string?) Dates(SortedDictionary<string, string> files, string path)
    {
        using var json = JsonDocument.Parse(files[path]);
        string? Date(string name) => json.RootElement.TryGetProperty(name, out var date) ? date.GetString() : null;
        return (Date("added"), Date("changed"));
    }
}
