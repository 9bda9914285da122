using System.Text;
using System.Xml.Linq;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Feeds;

/// <summary>The feed of what happened to the reports, and the days that the archive's own history gives to the other feeds and to the sitemap.</summary>
public sealed class ChangeFeedTests : IDisposable
{
    private const string Settings = "title: 示例档案\nhistory: true\n";

    private static readonly XNamespace Names = "http://www.w3.org/2005/Atom";

    private readonly GitFolder _git = new();

    public ChangeFeedTests()
    {
        _git.Write("in/agencies.csv", "id,name\njia,甲局\n");
        Settle(Settings);
        Report("a.txt", 2020, 1);
        Report("b.txt", 2021, 2);
        Report("c.txt", 2022, 3);
        Commit("2024-01-02T12:00:00Z");
        Sidecar("b.txt", "accessed: 2023-01-01\ncorrections:\n- {cell: requests.received.total, expect: \"2\", value: 5, reason: <漏数> & 补}\n");
        Commit("2024-02-01T12:00:00Z");
        _git.Git("mv", "in/a.txt", "in/甲 局.txt");
        Sidecar("c.txt", "withdrawn: 2024-03-01\nreason: 误传\n");
        Report("d.txt", 2023, 4);
        Commit("2024-03-01T12:00:00Z");
        _git.Delete("in/d.txt");
        Commit("2024-03-02T12:00:00Z");
    }

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("base_url: https://example.org/nianbao\n")]
    public void It_tells_each_change_with_its_reason_and_leads_to_a_page(string address)
    {
        Settle(Settings + address);
        var files = Build();
        var feed = XElement.Parse(Text(files, "changes.xml"));
        feed.Element(Names + "title")!.Value.ShouldBe("变更记录 · 示例档案");
        feed.Element(Names + "updated")!.Value.ShouldBe("2024-03-02T00:00:00+08:00");
        feed.Element(Names + "author")!.Element(Names + "name")!.Value.ShouldBe("示例档案");
        string Target(XElement link)
        {
            var href = link.Attribute("href")!.Value;
            if (address.Length > 0)
                href.ShouldStartWith("https://example.org/nianbao/");
            var (path, anchor) = Html.Target("changes.xml", address.Length > 0 ? href["https://example.org/nianbao/".Length..] : href)!.Value;
            files.ShouldContainKey(path);
            if (anchor is { Length: > 0 })
                Html.Parse(files[path]).GetElementById(anchor).ShouldNotBeNull();
            return anchor is { Length: > 0 } ? $"{path}#{anchor}" : path;
        }

        Target(feed.Elements(Names + "link").Single(link => link.Attribute("rel")!.Value == "self")).ShouldBe("changes.xml");
        Target(feed.Elements(Names + "link").Single(link => link.Attribute("rel")!.Value == "alternate")).ShouldBe("changes.html");
        feed.Elements(Names + "entry").Select(entry => (
            entry.Element(Names + "updated")!.Value[..10], entry.Element(Names + "title")!.Value, entry.Element(Names + "summary")!.Value,
            Target(entry.Elements(Names + "link").ShouldHaveSingleItem()))).ShouldBe([
                ("2024-03-02", "撤回：d.txt", "文件：d.txt。没有写明原因。", "changes.html#2024-03-02"),
                ("2024-03-01", "撤回：甲局 2022年", "文件：c.txt。原因：误传", "agencies/jia/2022.html"),
                ("2024-03-01", "新增：d.txt", "文件：d.txt。", "changes.html#2024-03-01"),
                ("2024-03-01", "改名：甲局 2020年", "文件：甲 局.txt。原名：a.txt。", "agencies/jia/2020.html"),
                ("2024-02-01", "更正：甲局 2021年", "文件：b.txt。原因：<漏数> & 补", "agencies/jia/2021.html"),
                ("2024-01-02", "新增：甲局 2020年", "文件：a.txt。", "agencies/jia/2020.html"),
                ("2024-01-02", "新增：甲局 2021年", "文件：b.txt。", "agencies/jia/2021.html"),
                ("2024-01-02", "新增：甲局 2022年", "文件：c.txt。", "agencies/jia/2022.html"),
            ]);
    }

    [Fact]
    public void Ids_outlast_later_changes_another_address_and_another_title_and_are_unlike()
    {
        var before = Ids(Build());
        before.ShouldBeUnique();
        before.ShouldAllBe(id => id.StartsWith("urn:uuid:", StringComparison.Ordinal));
        Settle("title: 另一名称\nhistory: true\nbase_url: https://example.org/\n");
        Report("b.txt", 2021, 6);
        Commit("2024-03-02T13:00:00Z");
        Report("b.txt", 2021, 7);
        Commit("2024-03-02T14:00:00Z");
        var after = Ids(Build());
        after.ShouldBeUnique();
        after.Length.ShouldBe(before.Length + 2);
        before.ShouldBeSubsetOf(after);
        after.ShouldNotContain(XElement.Parse(Text(Build(), "changes.xml")).Element(Names + "id")!.Value);
    }

    [Fact]
    public void No_output_holds_control_characters_of_a_reason()
    {
        Sidecar("a.txt", "withdrawn: 2024-03-05\nreason: \"误\\x01传\\x85\"\n");
        Sidecar("b.txt", "corrections:\n- {cell: requests.received.total, expect: \"2\", value: 5, reason: \"漏\\x01数\\x85\"}\n");
        Commit("2024-03-05T12:00:00Z");
        var files = Build();
        Text(files, "changes.xml").ShouldContain("漏\uFFFD数\uFFFD");
        foreach (var (path, text) in files.Select(file => (file.Key, Encoding.UTF8.GetString(file.Value))).Where(file => file.Key[(file.Key.LastIndexOf('.') + 1)..] is "html" or "xml" or "json" or "jsonld" or "csv" || file.Key.StartsWith("search/", StringComparison.Ordinal)))
            foreach (var said in (string[])["\u0001", "\u0085", "&#x1;", "&#x85;", "&#1;", "&#133;", "\\u0001", "\\u0085"])
                if (text.Contains(said, StringComparison.Ordinal))
                    path.ShouldBeNull(said);
    }

    [Fact]
    public void It_ends_after_the_fifty_newest()
    {
        for (var year = 1930; year < 1990; year++)
            Report($"{year}.txt", year, year);
        Commit("2024-04-01T12:00:00Z");
        Ids(Build()).Length.ShouldBe(50);
    }

    [Fact]
    public void The_change_log_the_data_page_and_the_text_for_machines_name_it()
    {
        var files = Build();
        foreach (var page in (string[])["changes.html", "en/changes.html"])
        {
            var html = Html.Parse(files[page]);
            var head = html.QuerySelectorAll("link[rel=alternate][type]").ShouldHaveSingleItem();
            head.GetAttribute("type").ShouldBe("application/atom+xml");
            Html.Target(page, head.GetAttribute("href")!)!.Value.Path.ShouldBe("changes.xml");
            html.QuerySelectorAll("main a").Count(link => Html.Target(page, link.GetAttribute("href")!)!.Value.Path == "changes.xml").ShouldBe(1);
        }

        Html.Parse(files["data.html"]).QuerySelector("a[href='changes.xml']")!.Closest("section")!.TextContent.ShouldContain("撤回");
        Text(files, "llms.txt").ShouldContain("changes.xml");
    }

    [Fact]
    public void Without_a_history_there_is_none_and_no_page_names_one()
    {
        Settle("title: 示例档案\n");
        var files = Build();
        files.Keys.ShouldNotContain("changes.xml");
        foreach (var page in (string[])["changes.html", "en/changes.html", "data.html", "llms.txt"])
            Text(files, page).ShouldNotContain("changes.xml");
    }

    [Fact]
    public void With_a_history_a_report_is_news_on_the_day_it_last_changed_here()
    {
        // Another name is no news.
        News(Build()).ShouldBe([("2024-02-01", "agencies/jia/2021.html"), ("2024-01-02", "agencies/jia/2020.html")]);
        Days(Build()).ShouldBe([("agencies/jia/2020.html", "2024-01-02"), ("agencies/jia/2021.html", "2024-02-01"), ("agencies/jia/2022.html", "2024-03-01")]);

        // What was changed and not committed has no day yet: it keeps that of its coming.
        Report("b.txt", 2021, 8);
        News(Build()).ShouldBe([("2024-01-02", "agencies/jia/2021.html"), ("2024-01-02", "agencies/jia/2020.html")]);
    }

    [Fact]
    public void Without_one_it_is_news_on_the_day_it_was_taken_over_or_published()
    {
        Settle("title: 示例档案\n");
        News(Build()).ShouldBe([("2023-01-01", "agencies/jia/2021.html"), ("2021-01-31", "agencies/jia/2020.html")]);
        Days(Build()).ShouldBe([("agencies/jia/2021.html", "2023-01-01"), ("agencies/jia/2022.html", "2024-03-01")]);
    }

    [Fact]
    public void Of_what_came_on_one_day_the_newest_published_is_first()
    {
        Report("x.txt", 2024, 9);
        Report("y.txt", 2019, 9);
        Commit("2024-04-01T12:00:00Z");
        News(Build())[..2].ShouldBe([("2024-04-01", "agencies/jia/2024.html"), ("2024-04-01", "agencies/jia/2019.html")]);
    }

    private static List<(string Day, string Page)> News(SortedDictionary<string, byte[]> files) =>
        [.. XElement.Parse(Text(files, "feed.xml")).Elements(Names + "entry").Select(entry => (
            entry.Element(Names + "updated")!.Value[..10], entry.Elements(Names + "link").First().Attribute("href")!.Value))];

    private static IEnumerable<(string Page, string Day)> Days(SortedDictionary<string, byte[]> files) =>
        XElement.Parse(Text(files, "sitemap.xml")).Elements().Where(page => page.Elements().Count() > 1)
            .Select(page => (page.Elements().First().Value, page.Elements().Last().Value));

    private static string[] Ids(SortedDictionary<string, byte[]> files) =>
        [.. XElement.Parse(Text(files, "changes.xml")).Elements(Names + "entry").Select(entry => entry.Element(Names + "id")!.Value)];

    private static string Text(SortedDictionary<string, byte[]> files, string path) => Encoding.UTF8.GetString(files[path]);

    private void Settle(string settings) => _git.Write("in/archive.yml", settings);

    private void Report(string name, int year, int received) => _git.Write(
        "in/" + name,
        $"agency: 甲局\nyear: {year}\npublished: {year + 1}-01-31\nrequests.received.total: {received}\ntext: 第{received}份，写得各不相同，{string.Join('，', Enumerable.Range(received * 100, 40))}\n");

    private void Sidecar(string name, string text) => _git.Write($"in/{name}.yml", text);

    private void Commit(string date)
    {
        _git.Git("add", "-A");
        _git.Git("commit", "-q", "-m", "x", "--date", date);
    }

    private SortedDictionary<string, byte[]> Build()
    {
        var output = new MemoryOutput();
        new SiteBuilder { Reader = MadeReport.Reader, Pages = new SitePages() }.Build(_git["in"], output, TestContext.Current.CancellationToken);
        return output.Files;
    }
}
