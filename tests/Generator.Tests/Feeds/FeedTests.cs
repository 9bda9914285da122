using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DisclosureArchive.Generator.Tests.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Feeds;

/// <summary>What RFC 4287 and JSON Feed 1.1 demand, and what the feeds of an archive tell.</summary>
public sealed partial class FeedTests : IDisposable
{
    private const string Whole = "title: 示例档案\nbase_url: https://example.org/nianbao\nowner: 档案小组\ndescription: 各机关的年报\nlicence: CC-BY-4.0\n";

    private static readonly XNamespace Names = "http://www.w3.org/2005/Atom";

    private readonly DatedArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    public static TheoryData<string> Settings => ["title: 示例档案\n", Whole];

    [Fact]
    public void The_archive_and_each_agency_and_region_with_dated_reports_have_feeds()
    {
        string[] folders = ["agencies/caizheng/", "agencies/jiaoyu/", "agencies/minzheng/", "agencies/zhen/", "agencies/未登记局/", "", "regions/示例县/", "regions/邻-县-fb7fae25/"];
        var files = _archive.Build();
        foreach (var name in (string[])["feed.xml", "feed.json"])
            files.Keys.Where(path => path.EndsWith(name, StringComparison.Ordinal)).Select(path => path[..^name.Length])
                .Select(folder => folder.StartsWith("regions/邻", StringComparison.Ordinal) ? folders[^1] : folder).ShouldBe(folders);
    }

    [Theory, MemberData(nameof(Settings))]
    public void An_Atom_feed_has_what_the_RFC_demands(string settings)
    {
        foreach (var (path, bytes) in _archive.Build(settings).Where(file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal)))
        {
            var feed = Atom(bytes);
            feed.Name.ShouldBe(Names + "feed");
            HasMetadata(feed, path);
            feed.Elements(Names + "author").ShouldHaveSingleItem().Element(Names + "name")!.Value.ShouldNotBeEmpty();
            feed.Elements(Names + "link").Count(link => link.Attribute("rel")!.Value == "self").ShouldBe(1);
            var entries = feed.Elements(Names + "entry").ToList();
            entries.ShouldNotBeEmpty();
            foreach (var entry in entries)
            {
                HasMetadata(entry, path);
                entry.Elements(Names + "summary").ShouldHaveSingleItem().Value.ShouldNotBeEmpty();
            }

            entries.Select(entry => entry.Element(Names + "id")!.Value).Append(feed.Element(Names + "id")!.Value).ShouldBeUnique();
            var days = entries.Select(entry => Time(entry.Element(Names + "updated")!.Value)).ToList();
            days.ShouldBe(days.OrderDescending());
            Time(feed.Element(Names + "updated")!.Value).ShouldBe(days[0]);
        }
    }

    /// <summary>RFC 4287, 4.1.1 and 4.1.2: exactly one id (an IRI), title and updated; at most one alternate link of a type; every link has an address.</summary>
    private static void HasMetadata(XElement element, string path)
    {
        foreach (var name in (string[])["id", "title", "updated"])
            element.Elements(Names + name).Count().ShouldBe(1, $"{path}: {name}");
        Uri.IsWellFormedUriString(element.Element(Names + "id")!.Value, UriKind.Absolute).ShouldBeTrue();
        element.Element(Names + "title")!.Value.ShouldNotBeEmpty();
        Time(element.Element(Names + "updated")!.Value);
        element.Elements(Names + "link").Where(link => link.Attribute("rel")!.Value == "alternate").ShouldHaveSingleItem();
        element.Elements(Names + "link").ShouldAllBe(link => Address3986().IsMatch(link.Attribute("href")!.Value));
    }

    [Theory, MemberData(nameof(Settings))]
    public void A_JSON_feed_has_what_version_1_1_demands_and_says_the_same(string settings)
    {
        var files = _archive.Build(settings);
        foreach (var (path, bytes) in files.Where(file => file.Key.EndsWith("feed.json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(bytes);
            var feed = json.RootElement;
            feed.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
            feed.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
            feed.TryGetProperty("feed_url", out var address).ShouldBe(settings == Whole);
            if (settings == Whole)
                Address(address.GetString()!).ShouldBe(path);
            var items = feed.GetProperty("items").EnumerateArray().ToList();
            items.ShouldAllBe(item => item.GetProperty("id").GetString()!.Length > 0 && item.GetProperty("content_text").GetString()!.Length > 0);

            var atom = Atom(files[path.Replace(".json", ".xml", StringComparison.Ordinal)]).Elements(Names + "entry").ToList();
            items.Select(item => item.GetProperty("id").GetString()).ShouldBe(atom.Select(entry => entry.Element(Names + "id")!.Value));
            items.Select(item => item.GetProperty("date_modified").GetString()).ShouldBe(atom.Select(entry => entry.Element(Names + "updated")!.Value));
            items.Select(item => item.GetProperty("content_text").GetString()).ShouldBe(atom.Select(entry => entry.Element(Names + "summary")!.Value));
        }
    }

    [Theory, MemberData(nameof(Settings))]
    public void Every_address_in_a_feed_leads_to_a_file_of_the_archive(string settings)
    {
        var files = _archive.Build(settings);
        var count = 0;
        void Leads(string from, string address)
        {
            count++;
            var path = settings == Whole ? Address(address) : Html.Target(from, address)!.Value.Path;
            files.ShouldContainKey(path, $"{from}: {address}");
        }

        foreach (var (path, bytes) in files)
            if (path.EndsWith("feed.xml", StringComparison.Ordinal))
                foreach (var link in Atom(bytes).Descendants(Names + "link"))
                    Leads(path, link.Attribute("href")!.Value);
            else if (path.EndsWith("feed.json", StringComparison.Ordinal))
                foreach (var item in JsonDocument.Parse(bytes).RootElement.GetProperty("items").EnumerateArray())
                {
                    Leads(path, item.GetProperty("url").GetString()!);
                    Leads(path, item.GetProperty("_report").GetProperty("data").GetString()!);
                }

        count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void A_report_is_news_on_the_day_it_was_taken_over_else_published_and_without_a_day_it_is_none()
    {
        var entries = Entries(_archive.Build()["feed.xml"]);
        entries.Select(entry => (entry.Updated[..10], entry.Page)).ShouldBe([
            ("2023-06-07", "agencies/minzheng/2021.html"),
            ("2022-02-06", $"agencies/unidentified/2021-{Hash("f/who.txt")}.html"),
            ("2022-02-05", "agencies/未登记局/2021.html"),
            ("2022-02-04", "agencies/zhen/2021.html"),
            ("2022-02-03", "agencies/jiaoyu/2021.html"),
            ("2022-01-30", "agencies/caizheng/2021.html"),
            ("2021-01-20", "agencies/minzheng/2020.html")]);
    }

    [Fact]
    public void A_region_has_the_reports_of_its_agencies() =>
        Entries(_archive.Build()["regions/示例县/feed.xml"]).Select(entry => Html.Target("regions/示例县/feed.xml", entry.Href)!.Value.Path)
            .ShouldBe(["agencies/minzheng/2021.html", "agencies/caizheng/2021.html", "agencies/minzheng/2020.html"]);

    [Fact]
    public void An_entry_tells_agency_year_what_the_report_holds_and_what_fails()
    {
        var entry = Atom(_archive.Build()["agencies/minzheng/feed.xml"]).Elements(Names + "entry").First();
        entry.Element(Names + "title")!.Value.ShouldBe("示例县民政局2021年报");
        entry.Element(Names + "author")!.Element(Names + "name")!.Value.ShouldBe("示例县民政局");
        entry.Element(Names + "category")!.Attribute("term")!.Value.ShouldBe("2021");
        var summary = entry.Element(Names + "summary")!.Value;
        summary.ShouldStartWith("2021版格式。法定表格：数字 ");
        summary.ShouldContain("不成立 1 条");
        summary.ShouldEndWith("不成立的：申请的收与结 1 条。");
    }

    [Fact]
    public void What_a_stranger_wrote_stays_text()
    {
        var files = _archive.Build();
        const string title = "示例县财政局 <b>坏</b> & \"标题\" ]]> ";
        Atom(files["agencies/caizheng/feed.xml"]).Element(Names + "entry")!.Element(Names + "title")!.Value.ShouldBe(title + "\uFFFD\uFFFD𠀀");
        DatedArchive.Text(files["agencies/caizheng/feed.xml"]).ShouldNotContain("<b>");
        using var json = JsonDocument.Parse(files["agencies/caizheng/feed.json"]);
        json.RootElement.GetProperty("items")[0].GetProperty("title").GetString().ShouldBe(title + "\u0001\uFFFE𠀀");
    }

    [Fact]
    public void Ids_outlast_a_new_address_and_a_new_id_of_the_agency_and_belong_to_the_bytes()
    {
        var before = Entries(_archive.Build()["agencies/minzheng/feed.xml"]);
        var moved = _archive.Build(Whole);
        Entries(moved["agencies/minzheng/feed.xml"]).Select(entry => entry.Id).ShouldBe(before.Select(entry => entry.Id));
        Atom(moved["feed.xml"]).Element(Names + "id")!.Value.ShouldBe(Atom(_archive.Build()["feed.xml"]).Element(Names + "id")!.Value);

        _archive.Folder.Write("in/agencies.csv", DatedArchive.Register.Replace("minzheng,", "mz,", StringComparison.Ordinal));
        Entries(_archive.Build()["agencies/mz/feed.xml"]).Select(entry => entry.Id).ShouldBe(before.Select(entry => entry.Id));
        _archive.Folder.Write("in/a/2021.txt", "agency: 示例县民政局\nyear: 2021\npublished: 2022-01-20\n");
        var changed = Entries(_archive.Build()["agencies/mz/feed.xml"]);
        changed[0].Id.ShouldNotBe(before[0].Id);
        changed[1].Id.ShouldBe(before[1].Id);
    }

    [Fact]
    public void A_file_given_twice_gives_two_entries_with_ids_of_their_own()
    {
        _archive.Folder.Write("in/z/2020.txt", File.ReadAllBytes(_archive.Folder["in/a/2020.txt"]));
        var entries = Entries(_archive.Build()["agencies/minzheng/feed.xml"]);
        entries.Count.ShouldBe(3);
        entries.Select(entry => entry.Id).ShouldBeUnique();
    }

    [Fact]
    public void A_feed_ends_after_the_fifty_newest()
    {
        for (var year = 1930; year < 2000; year++)
            _archive.Folder.Write($"in/g/{year}.txt", $"agency: 示例县财政局\nyear: {year}\npublished: {year + 1}-01-20\n");
        var files = _archive.Build();
        foreach (var folder in (string[])["", "agencies/caizheng/", "regions/示例县/"])
            Entries(files[folder + "feed.xml"]).Count.ShouldBe(50);
        Entries(files["agencies/caizheng/feed.xml"])[^1].Updated.ShouldStartWith("1952-01-20");
    }

    [Fact]
    public void Pages_name_their_feeds()
    {
        var files = _archive.Build();
        (string Type, string Path)[] Feeds(string page) =>
            [.. Html.Parse(files[page]).QuerySelectorAll("link[rel=alternate][type]").Select(link => (link.GetAttribute("type")!, Html.Target(page, link.GetAttribute("href")!)!.Value.Path))];

        foreach (var home in (string[])["index.html", "en/index.html"])
            Feeds(home).ShouldBe([("application/atom+xml", "feed.xml"), ("application/feed+json", "feed.json")]);
        Feeds("agencies/minzheng/index.html").ShouldBe([
            ("application/atom+xml", "agencies/minzheng/feed.xml"), ("application/feed+json", "agencies/minzheng/feed.json"),
            ("application/atom+xml", "regions/示例县/feed.xml"), ("application/feed+json", "regions/示例县/feed.json")]);
        Feeds("agencies/未登记局/index.html").Select(feed => feed.Path).ShouldBe(["agencies/未登记局/feed.xml", "agencies/未登记局/feed.json"]);
        Feeds("agencies/unidentified/index.html").ShouldBeEmpty();
    }

    [Fact]
    public void Without_any_date_there_is_no_feed_and_no_page_names_one()
    {
        foreach (var file in _archive.Folder.Files("in").Where(path => path.Contains('/', StringComparison.Ordinal)))
            File.Delete(_archive.Folder["in/" + file]);
        _archive.Folder.Write("in/a.txt", "agency: 示例县民政局\nyear: 2020\n");
        var files = _archive.Build();
        files.Keys.ShouldNotContain(path => path.Contains("feed.", StringComparison.Ordinal));
        DatedArchive.Text(files["index.html"]).ShouldNotContain("feed.xml");
        DatedArchive.Text(files["agencies/minzheng/index.html"]).ShouldNotContain("feed.xml");
        DatedArchive.Text(files["data.html"]).ShouldNotContain("href=\"feed.xml\"");
        DatedArchive.Text(files["llms.txt"]).ShouldNotContain("feed.xml");
    }

    private string Hash(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_archive.Folder["in/" + path])))[..8];

    private static XElement Atom(byte[] bytes)
    {
        using var xml = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XElement.Load(xml);
    }

    private static List<(string Id, string Updated, string Href, string Page)> Entries(byte[] feed) =>
        [.. Atom(feed).Elements(Names + "entry").Select(entry => (
            entry.Element(Names + "id")!.Value, entry.Element(Names + "updated")!.Value,
            entry.Elements(Names + "link").First().Attribute("href")!.Value,
            Uri.UnescapeDataString(entry.Elements(Names + "link").First().Attribute("href")!.Value)))];

    private static string Address(string address)
    {
        address.ShouldStartWith("https://example.org/nianbao/");
        return Uri.UnescapeDataString(new Uri(address).AbsolutePath["/nianbao/".Length..]);
    }

    /// <summary>RFC 3339 with an upper-case T, as RFC 4287 demands.</summary>
    private static DateTimeOffset Time(string text)
    {
        Rfc3339().IsMatch(text).ShouldBeTrue(text);
        return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>The characters of RFC 3986, percent signs only where two digits follow.</summary>
    [GeneratedRegex(@"^(%[0-9A-F]{2}|[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-])+$")]
    private static partial Regex Address3986();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")]
    private static partial Regex Rfc3339();
}
