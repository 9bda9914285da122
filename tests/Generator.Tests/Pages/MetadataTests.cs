using System.Text.Json;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>What pages say of themselves to machines, and how a report is cited.</summary>
public sealed class MetadataTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();

    private readonly IDocument _report = Html.Parse(Files["agencies/shili-minzheng/2024.html"]);

    private string? Meta(string name) => _report.QuerySelector($"meta[name='{name}'], meta[property='{name}']")?.GetAttribute("content");

    private static JsonElement Structured(IDocument page) =>
        JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']").ShouldNotBeNull().TextContent).RootElement;

    [Fact]
    public void A_report_bears_the_tags_of_government_pages_and_of_reference_managers()
    {
        var title = _report.QuerySelector("h1")!.TextContent;

        Meta("ArticleTitle").ShouldBe(title);
        Meta("citation_title").ShouldBe(title);
        Meta("og:title").ShouldBe(title);
        Meta("og:type").ShouldBe("article");
        Meta("SiteName").ShouldBe(Demo.Archive.Settings.Title);
        Meta("ContentSource").ShouldBe("示例县民政局");
        Meta("citation_author").ShouldBe("示例县民政局");
        Meta("PubDate")!.Replace('-', '/').ShouldBe(Meta("citation_publication_date"));
        _report.QuerySelectorAll("meta[name='ColumnName']").ShouldHaveSingleItem();
    }

    [Fact]
    public void Structured_data_names_report_and_source()
    {
        var report = Structured(_report);
        report.GetProperty("@type").GetString().ShouldBe("Report");
        report.GetProperty("temporalCoverage").GetString().ShouldBe("2024");
        var source = report.GetProperty("encoding");
        _report.QuerySelectorAll("main a").ShouldContain(link => link.GetAttribute("href") == source.GetProperty("contentUrl").GetString());
        _report.QuerySelector("main code")!.TextContent.ShouldBe(source.GetProperty("sha256").GetString());

        var data = Structured(Html.Parse(Files[Routes.Data]));
        data.GetProperty("@type").GetString().ShouldBe("Dataset");
        data.GetProperty("distribution").EnumerateArray().Select(file => file.GetProperty("contentUrl").GetString()).ShouldContain("data/figures/2024.csv");
    }

    [Fact]
    public void A_hostile_title_ends_no_script_element() =>
        Structured(Html.Parse(Files["agencies/某局#50%_a b/2020.html"])).GetProperty("name").GetString().ShouldBe(DemoArchive.Hostile);

    [Fact]
    public void A_citation_holds_what_tells_the_report()
    {
        var cited = new CitedReport("某县某局", "某县某局2023年度报告_100%", new DateOnly(2024, 1, 23), 2023, "x-2023", null, "ab12");
        var citation = cited.Fill();

        citation.National.ShouldBe("某县某局. 某县某局2023年度报告_100%[R/OL]. (2024-01-23). SHA-256: ab12.");
        citation.BibTex.ShouldContain("title = {某县某局2023年度报告\\_100\\%},");
        citation.BibTex.ShouldContain("author = {{某县某局}},");
        citation.BibTex.ShouldNotContain("url");
        var item = JsonDocument.Parse(citation.CslJson).RootElement.EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()).ShouldBe([2024, 1, 23]);
    }

    [Fact]
    public void Key_figures_tell_what_changed_and_lead_to_their_cells()
    {
        var figures = _report.QuerySelectorAll("dl.key > div").ToList();
        figures.Count.ShouldBe(4);
        foreach (var link in figures.SelectMany(figure => figure.QuerySelectorAll("a")))
            link.TextContent.ShouldBe(_report.GetElementById(link.GetAttribute("href")![1..])!.TextContent);
        // 2011 was the first year: nothing stands before it. 2017 follows a missing year.
        Html.Parse(Files["agencies/shili-minzheng/2017.html"]).QuerySelectorAll("dl.key small").ShouldBeEmpty();
    }

    /// <summary>What lights up when a reader points at a check is what the check was computed from.</summary>
    [Fact]
    public void A_check_names_its_cells()
    {
        var entry = Demo.Archive.Reports.Single(report => Routes.Report(report) == "agencies/shili-minzheng/2024.html");
        var lines = _report.QuerySelectorAll("[data-at]").Select(line =>
        {
            var pattern = line.Closest("[data-cells]")?.GetAttribute("data-cells");
            return pattern?.Replace("*", line.GetAttribute("data-at"), StringComparison.Ordinal) ?? line.GetAttribute("data-at")!;
        });

        lines.ShouldBe(
            Demo.Load(entry).Findings.Concat(entry.CarryOver).Select(finding => string.Join(' ', finding.LeftCells.Concat(finding.RightCells))), ignoreOrder: true);
    }
}
