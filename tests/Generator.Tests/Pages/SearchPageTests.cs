using System.Text;
using System.Xml.Linq;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The page that searches, and the box that leads there from every other.</summary>
public sealed class SearchPageTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();
    private static readonly IDocument Page = Html.Parse(Files[Routes.Search]);

    public static TheoryData<string> Pages =>
        [.. Files.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal) && path != Routes.NotFound)];

    [Theory, MemberData(nameof(Pages))]
    public void Every_page_has_one_box_that_leads_to_the_search_without_a_script(string path)
    {
        var page = Html.Parse(Files[path]);
        var form = page.QuerySelectorAll("form").ShouldHaveSingleItem();

        form.GetAttribute("role").ShouldBe("search");
        form.GetAttribute("method").ShouldBe("get");
        Html.Target(path, form.GetAttribute("action")!)!.Value.Path.ShouldBe(path.StartsWith("en/", StringComparison.Ordinal) ? Routes.English(Routes.Search) : Routes.Search);
        form.QuerySelector("input[type=search][name=q]")!.GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
        form.QuerySelectorAll("button").ShouldHaveSingleItem().Words().ShouldNotBeEmpty();
        page.QuerySelectorAll("head script[src]").Select(script => Html.Target(path, script.GetAttribute("src")!)!.Value.Path)
            .ShouldContain("assets/site.js");
    }

    [Fact]
    public void Its_scripts_run_in_order()
    {
        Page.QuerySelectorAll("main script[defer]").Select(script => script.GetAttribute("src"))
            .ShouldBe(["assets/address.js", "assets/search-text.js", "assets/search-index.js", "assets/search-page.js"]);
        var search = Page.QuerySelector("main [data-root]")!;
        search.GetAttribute("data-root").ShouldBe("");
    }

    /// <summary>What the address of a search holds is what the form's fields are called.</summary>
    [Fact]
    public void Its_fields_are_those_of_the_address()
    {
        var fields = Page.QuerySelectorAll("form [name], [form=query]").ToList();

        fields.Select(field => field.GetAttribute("name")).ShouldBe(
            ["q", "from", "to", "agency", "region", "edition", "failed", "lawsuits", "sort"], ignoreOrder: true);
        fields.ShouldAllBe(field => field.HasAttribute("aria-label") || field.Closest("label") != null);
    }

    [Fact]
    public void What_a_script_has_to_fill_is_hidden_without_one()
    {
        foreach (var id in (string[])["facets", "order", "suggestions", "problem", "nothing", "more"])
            Page.GetElementById(id)!.HasAttribute("hidden").ShouldBeTrue(id);
        Page.GetElementById("problem")!.GetAttribute("role").ShouldBe("alert");
        Page.GetElementById("count")!.GetAttribute("aria-live").ShouldBe("polite");
    }

    [Fact]
    public void Without_a_script_it_explains_itself_and_offers_the_indexes() =>
        Page.QuerySelectorAll("noscript a").Select(link => link.GetAttribute("href")).ShouldBe(["agencies/index.html", "years/index.html"]);

    /// <summary>Whatever the script looks for is on the page.</summary>
    [Fact]
    public void Its_script_and_the_page_agree()
    {
        var script = Encoding.UTF8.GetString(Files[Routes.Asset("search-page.js")]);

        foreach (var id in script.Split("at('").Skip(1).Select(rest => rest.Split('\'')[0]).Distinct())
            Page.GetElementById(id).ShouldNotBeNull(id);
        Files[Routes.Asset("search-page.js")].Length.ShouldBeLessThan(15 * 1024);
    }

    [Fact]
    public void Browsers_are_told_of_the_search_where_the_address_is_known()
    {
        Page.QuerySelector("link[rel=search]").ShouldBeNull();
        DataFiles.OfArchive(Demo.Archive, Demo).ShouldNotContain(file => file.Path == Routes.OpenSearch);

        var title = "示例县人民政府及所属各部门信息公开 <&> 年度报告档案";
        var archive = Demo.Archive with { Settings = Demo.Archive.Settings with { Title = title, BaseUrl = "https://example.org/nianbao" } };
        var report = new SitePages().Of(archive, Demo).Single(file => file.Path == Routes.Report(archive.Reports.First()));
        var link = Html.Parse(report.Content().ToArray()).QuerySelector("link[rel=search]").ShouldNotBeNull();
        link.GetAttribute("type").ShouldBe("application/opensearchdescription+xml");
        link.GetAttribute("title").ShouldBe(title);
        Html.Target(report.Path, link.GetAttribute("href")!)!.Value.Path.ShouldBe(Routes.OpenSearch);

        var written = DataFiles.OfArchive(archive, Demo).Single(file => file.Path == Routes.OpenSearch).Content().ToArray();
        var description = XDocument.Parse(Encoding.UTF8.GetString(written)).Root!;
        XNamespace names = "http://a9.com/-/spec/opensearch/1.1/";
        description.Name.ShouldBe(names + "OpenSearchDescription");
        description.Element(names + "ShortName")!.Value.ShouldBe("示例县人民政府及所属各部门信息公");
        description.Element(names + "Url")!.Attribute("template")!.Value.ShouldBe("https://example.org/nianbao/search.html?q={searchTerms}");
    }
}
