using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The pages that explain: about, data, and the one for lost readers.</summary>
public sealed class TextPagesTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();

    public static TheoryData<string> Prefixes => ["", "en/"];

    [Theory, MemberData(nameof(Prefixes))]
    public void About_names_editions_states_and_rules(string prefix)
    {
        var page = Page(prefix + "about.html");

        foreach (var edition in Editions.All)
            page.QuerySelector("main")!.TextContent.ShouldContain(edition.LegalBasis);
        page.QuerySelectorAll("#editions ~ .scroll td.number").Sum(cell => int.Parse(cell.TextContent)).ShouldBe(
            Demo.Archive.Reports.Count(report => report.IsCurrent && report.Edition is not null));
        page.QuerySelectorAll(".states div").Length.ShouldBe(6);
        page.QuerySelectorAll("#rules ~ dl a").Select(link => Html.Target(prefix + "about.html", link.GetAttribute("href")!)!.Value.Path).ShouldBe(CheckRule.All.Select(Routes.Rule));
        page.GetElementById(Routes.Transcribing)!.LocalName.ShouldBe("h3");
        page.QuerySelector("pre")!.TextContent.Split('\n').Length.ShouldBe(7);
        page.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")![1..]).ShouldBe(page.QuerySelectorAll("h2[id], h3[id]").Select(heading => heading.Id), ignoreOrder: false);
    }

    [Theory, MemberData(nameof(Prefixes))]
    public void The_crosswalk_leads_to_the_glossary(string prefix)
    {
        var rows = Page(prefix + "about.html").QuerySelectorAll(".crosswalk tbody tr").ToList();

        rows.Count.ShouldBe(Crosswalk.Lines.Length);
        rows.SelectMany(row => row.QuerySelectorAll("a")).ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("glossary.html#"));
        rows.ShouldAllBe(row => row.QuerySelectorAll("td").Sum(cell => int.Parse(cell.GetAttribute("colspan") ?? "1")) == 5);
    }

    /// <summary>What is compared over all editions is what the archive calls its key figures, and nothing else.</summary>
    [Fact]
    public void Only_the_key_figures_are_comparable_over_all_editions()
    {
        Crosswalk.Lines.Where(line => line.Correspondence == Correspondence.Comparable).SelectMany(line => line.Form2008)
            .ShouldBe(["requests.received", "requests.concluded", "reviews", "lawsuits"]);
        Crosswalk.Lines.Select(line => line.Key).ShouldBeUnique();
        Crosswalk.Lines.Where(line => line.Correspondence == Correspondence.Alone)
            .ShouldAllBe(line => new[] { line.Form2008, line.Form2019, line.Form2021 }.Count(rows => !rows.IsEmpty) == 1);
    }

    [Fact]
    public void Data_names_its_files_in_both_languages()
    {
        var files = Demo.Data.Where(file => !file.Path.StartsWith("data/schema/") && !file.Path.EndsWith("-metadata.json")).ToList();

        foreach (var (page, up) in new[] { ("data.html", ""), ("en/data.html", "../") })
        {
            var listed = Page(page).QuerySelectorAll(".files div").Where(line => line.QuerySelector("a") is not null)
                .ToDictionary(line => line.QuerySelector("a")!.GetAttribute("href")!, line => line);
            listed.Keys.ShouldBe(files.Select(file => up + file.Path), ignoreOrder: true);
            foreach (var file in files)
            {
                listed[up + file.Path].QuerySelector(".hash")!.TextContent.ShouldBe(file.Written.Sha256);
                listed[up + file.Path].QuerySelector("[title]")!.GetAttribute("title")!.ShouldStartWith($"{file.Written.Size} ");
                listed[up + file.Path].QuerySelector("dd")!.TextContent.ShouldNotBeEmpty();
            }

            Page(page).QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")![1..]).ShouldBe(Page(page).QuerySelectorAll("h2[id]").Select(heading => heading.Id));
        }
    }

    [Fact]
    public void A_lost_reader_finds_the_search_and_the_main_pages_where_the_address_is_known()
    {
        Page("404.html").QuerySelectorAll("main a, main form").ShouldBeEmpty();
        Page("404.html").QuerySelector("main")!.TextContent.ShouldContain("删去 agencies/");

        var archive = Demo.Archive with { Settings = Demo.Archive.Settings with { BaseUrl = "https://example.org/nianbao" } };
        var page = Html.Parse(new SitePages().Of(archive, Demo).Single(file => file.Path == Routes.NotFound).Content().ToArray());
        page.QuerySelector("main form")!.GetAttribute("action").ShouldBe("https://example.org/nianbao/search.html");
        page.QuerySelectorAll("main li a").Select(link => link.TextContent).ShouldBe(page.QuerySelectorAll("header nav a").Select(link => link.TextContent).Prepend("首页"));
    }

    private static IDocument Page(string path) => Html.Parse(Files[path]);
}
