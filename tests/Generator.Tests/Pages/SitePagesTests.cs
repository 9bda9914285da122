using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Theme;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>What holds for every page of the demo archive.</summary>
public sealed partial class SitePagesTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();
    private static readonly Dictionary<string, IDocument> Documents = Files
        .Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
        .ToDictionary(file => file.Key, file => Html.Parse(file.Value));

    public static TheoryData<string> Pages => [.. Documents.Keys];

    [Fact]
    public void All_pages_of_the_contract_are_there() => Files.Keys.ShouldBe(
    [
        "404.html", "about.html", "agencies/index.html", "changes.html", "checks.html", "compare.html", "contribute.html", "data.html", "data/api.html", "data/dictionary.html", "glossary.html", "index.html", "search.html", "years/index.html",
        .. StandingPages.All.SelectMany(found => new[] { found.Page.Path, Routes.English(found.Page.Path) }),
        .. Routes.InEnglish.Select(Routes.English), Routes.WordsScript(Words.Chinese), Routes.WordsScript(Words.English), Routes.EnglishScript,
        .. Assets.Names.Select(Routes.Asset), .. CheckRule.All.Select(Routes.Rule),
        .. Demo.Archive.Agencies.Select(agency => Routes.Agency(agency.Key)), .. Demo.Archive.Agencies.Select(agency => Routes.AgencyData(agency.Key)),
        .. Demo.Archive.Agencies.Where(agency => !agency.IsUnidentified).Select(agency => Routes.Figures(agency.Key)), Routes.Forms, Routes.Definitions, Routes.Documents,
        .. Demo.Archive.Reports.Select(Routes.Report),
        .. Demo.Archive.Agencies.SelectMany(agency => agency.Reports.Where(report => Repetition.Former(agency, report) is not null)).Select(Routes.Changes),
        .. Demo.Archive.Reports.Select(report => report.Year).OfType<int>().Distinct().Select(Routes.Year),
    ], ignoreOrder: true);

    [Theory, MemberData(nameof(Pages))]
    public void A_page_has_its_landmarks_and_one_heading(string path)
    {
        var page = Documents[path];

        page.DocumentElement.GetAttribute("lang").ShouldBe(path.StartsWith("en/", StringComparison.Ordinal) ? "en" : "zh-CN");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector("h1")!.Words().ShouldNotBeEmpty();
        page.Title.ShouldNotBeNullOrWhiteSpace();
        // The page that a server sends at any depth has no links unless the archive's address is known.
        (page.QuerySelector("nav") is null).ShouldBe(path == Routes.NotFound);
        foreach (var landmark in (string[])["header", "main#main", "footer", "a.skip[href='#main']", "meta[name=viewport]"])
            page.QuerySelector(landmark).ShouldNotBeNull(landmark);
        page.QuerySelector(".notice")!.TextContent.ShouldBe(Demo.Archive.Settings.Notice);
        var levels = page.QuerySelectorAll("h1, h2, h3").Select(heading => heading.LocalName[1] - '0').ToList();
        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Theory, MemberData(nameof(Pages))]
    public void Ids_are_unique_and_hold_no_white_space(string path)
    {
        var ids = Documents[path].QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Length > 0 && !id.Any(char.IsWhiteSpace));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Links_are_relative_and_lead_to_something(string path)
    {
        // What the engine writes beside the pages.
        var others = Demo.Archive.Reports.SelectMany(report => ReportPaths.Sources(report).Append(Routes.ReportData(report)).Append(ReportPaths.Provenance(report)))
            .Concat(Demo.DataPaths)
            .ToHashSet();
        foreach (var link in Documents[path].QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!))
        {
            if (link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal))
                continue;
            link.ShouldNotStartWith("/");
            link.ShouldNotContain("javascript");
            link.Split('#')[0].ShouldAllBe(c => char.IsAscii(c));
            var (target, anchor) = Html.Target(path, link)!.Value;
            (Files.ContainsKey(target) || others.Contains(target)).ShouldBeTrue($"{path}: {link}");
            if (anchor.Length > 0)
                Documents[target].GetElementById(anchor).ShouldNotBeNull($"{path}: {link}");
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void Header_references_lead_to_header_cells(string path)
    {
        foreach (var id in Documents[path].QuerySelectorAll("[headers]").SelectMany(cell => cell.GetAttribute("headers")!.Split(' ')))
            Documents[path].GetElementById(id).ShouldNotBeNull(id).LocalName.ShouldBe("th");
    }

    [Theory, MemberData(nameof(Pages))]
    public void Labels_of_regions_lead_somewhere(string path)
    {
        foreach (var id in Documents[path].QuerySelectorAll("[aria-labelledby]").Select(element => element.GetAttribute("aria-labelledby")!))
            Documents[path].GetElementById(id).ShouldNotBeNull(id);
        Documents[path].QuerySelectorAll(".scroll").ShouldAllBe(
            region => region.GetAttribute("tabindex") == "0" && region.GetAttribute("role") == "region" && region.GetAttribute("aria-label") != "");
    }

    /// <summary>Of forms that take each other's place on a page only one is shown.</summary>
    [Theory, MemberData(nameof(Pages))]
    public void No_two_regions_bear_one_name(string path) => Documents[path]
        .QuerySelectorAll("section[aria-label], section[aria-labelledby], [role=region]").Where(region => region.Closest("section.form[hidden]") is null)
        .Select(region => (region.GetAttribute("aria-label") ?? Documents[path].GetElementById(region.GetAttribute("aria-labelledby")!)!.TextContent).Trim()).ShouldBeUnique();

    [Theory, MemberData(nameof(Pages))]
    public void Nothing_inline_runs_and_nothing_is_fetched_from_elsewhere(string path)
    {
        var page = Documents[path];

        page.QuerySelectorAll("style, img, iframe, object, embed, [style], [src]:not(script)").ShouldBeEmpty();
        // Data blocks run nowhere; what the reader chose has to be known before the page is drawn.
        page.QuerySelectorAll("script:not([type='application/ld+json'])").ShouldAllBe(script =>
            script.TextContent == "" && (script.HasAttribute("defer") || script.GetAttribute("src")!.EndsWith("assets/reader.js"))
            && Html.Target(path, script.GetAttribute("src")!)!.Value.Path.StartsWith("assets/"));
        page.All.SelectMany(element => element.Attributes).ShouldAllBe(attribute => !attribute.Name.StartsWith("on"));
    }

    [Fact]
    public void Hostile_text_is_shown_as_it_is()
    {
        var page = Documents["agencies/某局#50%_a b/2020.html"];

        page.QuerySelector("h1")!.TextContent.ShouldBe(DemoArchive.Hostile);
        page.QuerySelectorAll("main h3").ShouldContain(heading => heading.TextContent == DemoArchive.Hostile);
        page.QuerySelectorAll("main p").ShouldContain(text => text.InnerHtml.Contains("<br>") && text.TextContent == DemoArchive.Hostile + DemoArchive.Hostile);
        page.GetElementById("requests.granted.natural_person")!.QuerySelector("q")!.TextContent.ShouldBe(DemoArchive.Hostile);
        page.GetElementById("requests.granted.business")!.TextContent.ShouldContain(DemoArchive.Hostile);
        page.GetElementById("requests.granted.research")!.Closest("section")!.QuerySelector(".remark")!.TextContent.ShouldContain(DemoArchive.Hostile);
    }

    [Fact]
    public void The_page_for_lost_readers_links_only_by_the_full_address()
    {
        Documents[Routes.NotFound].QuerySelectorAll("header a[href], main a[href], form, script").ShouldBeEmpty();

        var archive = Demo.Archive with { Settings = Demo.Archive.Settings with { BaseUrl = "https://example.org/nianbao" } };
        var page = Html.Parse(new SitePages().Of(archive, Demo).Single(file => file.Path == Routes.NotFound).Content().ToArray());
        page.QuerySelectorAll("nav a, link, main a, script, form").Select(link => link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")).ShouldAllBe(link => link!.StartsWith("https://example.org/nianbao/"));
        page.QuerySelector("main a")!.GetAttribute("href").ShouldBe("https://example.org/nianbao/index.html");
    }

    /// <summary>Text on its ground has the contrast of WCAG AA, in light and in dark.</summary>
    [Theory, InlineData(0), InlineData(1)]
    public void Colours_are_legible(int scheme)
    {
        var css = Encoding.UTF8.GetString(Files[Routes.Stylesheet]);
        var colours = ColourDefinition().Matches(css.Split("prefers-color-scheme: dark")[scheme])
            .DistinctBy(match => match.Groups[1].Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        foreach (var ink in (string[])["ink", "quiet", "link", "good", "bad", "caution"])
            foreach (var ground in (string[])["paper", "raised", "bad-paper", "caution-paper"])
                Contrast(colours[ink], colours[ground]).ShouldBeGreaterThan(4.5, $"{ink} on {ground}");
    }

    private static double Contrast(string one, string other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = Convert.ToInt32(hex.Substring(at, 2), 16) / 255.0;
            return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex("--([a-z-]+): #([0-9a-f]{6});")]
    private static partial Regex ColourDefinition();

    [Fact]
    public void Chinese_is_written_as_itself() =>
        Encoding.UTF8.GetString(Files["index.html"]).ShouldContain("示例县民政局");

    [Fact]
    public void The_same_archive_gives_the_same_bytes()
    {
        var again = new DemoArchive().Render();

        again.Keys.ShouldBe(Files.Keys);
        foreach (var (path, content) in Files)
            content.AsSpan().SequenceEqual(again[path]).ShouldBeTrue(path);
    }

    [Fact]
    public void Line_ends_are_plain() => Files.Values.ShouldAllBe(content => !content.Contains((byte)'\r'));

    [Fact]
    public void An_empty_archive_has_pages_too()
    {
        var empty = new Generator.Archive.ReportArchive(Generator.Archive.ArchiveSettings.Default, [], []);
        var pages = new SitePages().Of(empty, Demo).Concat(new SitePages().Last(empty, []))
            .ToDictionary(file => file.Path, file => file.Content().ToArray());

        pages.Keys.Count(path => path.EndsWith(".html", StringComparison.Ordinal)).ShouldBe(14 + CheckRule.All.Length + Routes.InEnglish.Count + (2 * StandingPages.All.Length));
        Html.Parse(pages["index.html"]).QuerySelector("main")!.TextContent.ShouldContain("还没有报告");
    }
}
