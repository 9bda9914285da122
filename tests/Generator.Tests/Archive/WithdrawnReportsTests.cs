using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Diagnostics;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

/// <summary>A withdrawn report keeps its address and says why; its figures stand nowhere.</summary>
public sealed class WithdrawnReportsTests : IDisposable
{
    private const string Because = "withdrawn: 2024-03-01\nreason: 误传，机关已重新发布\n";

    private readonly TemporaryFolder _folder = new();

    public WithdrawnReportsTests()
    {
        _folder.Write("in/agencies.csv", "id,name\njia,甲局\n");
        foreach (var year in (int[])[2020, 2021, 2022])
            _folder.Write($"in/甲/{year}.txt", $"agency: 甲局\nyear: {year}\nrequests.received.total: 77{year}\ntext: 独一无二{year}\n");
        _folder.Write("in/甲/2021.txt.yml", Because);
        _folder.Write("in/乙/2019.docx.yml", "agency: 乙局\nyear: 2019\n" + Because);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Its_page_says_in_both_languages_when_and_why()
    {
        var page = Html(Build(), "agencies/jia/2021.html");
        page.QuerySelector("main")!.TextContent.ShouldContain("这份报告已于 2024-03-01 撤回。");
        page.QuerySelector("main [lang=en]")!.TextContent.ShouldContain("This report was withdrawn on 2024-03-01.");
        page.QuerySelector("main")!.TextContent.ShouldContain("误传，机关已重新发布");
        page.QuerySelectorAll("main table").ShouldBeEmpty();
    }

    [Fact]
    public void Its_json_says_so_too()
    {
        using var json = JsonDocument.Parse(Build()["agencies/jia/2021.json"]);
        json.RootElement.GetProperty("withdrawn").GetRawText().ShouldBe("""{"date":"2024-03-01","reason":"误传，机关已重新发布"}""");
        json.RootElement.GetProperty("source").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        json.RootElement.TryGetProperty("tables", out _).ShouldBeFalse();
    }

    [Fact]
    public void Its_figures_and_its_prose_and_its_file_are_nowhere()
    {
        var files = Build();
        files.Where(file => file.Value.Contains("772021", StringComparison.Ordinal) || file.Value.Contains("独一无二2021", StringComparison.Ordinal)).Select(file => file.Key).ShouldBeEmpty();
        files.Where(file => file.Value.Contains("772022", StringComparison.Ordinal)).ShouldNotBeEmpty();
        files.Keys.Where(path => path.StartsWith("agencies/jia/2021", StringComparison.Ordinal)).ShouldBe(["agencies/jia/2021.html", "agencies/jia/2021.json"], ignoreOrder: true);
        files["data/reports.csv"].ShouldNotContain("2021.txt");
        files["data/checks.csv"].ShouldNotContain("2021.txt");
    }

    [Fact]
    public void The_agency_and_the_first_page_show_it_as_withdrawn_and_not_as_missing()
    {
        var files = Build();
        var row = Html(files, "agencies/jia/index.html").GetElementById("years")!.Closest("section")!.QuerySelectorAll("tr.gap").ShouldHaveSingleItem();
        row.TextContent.ShouldContain("已撤回");
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe("2021.html");
        Html(files, "agencies/jia/index.html").QuerySelector(".lead")!.TextContent.ShouldContain("2021 年的报告已撤回。");
        Html(files, "index.html").QuerySelectorAll("a.square").Single(cell => cell.GetAttribute("href") == "agencies/jia/2021.html").GetAttribute("title").ShouldBe("这份报告已于 2024-03-01 撤回。");
        files["data/diagnostics.json"].ShouldNotContain("DA7003");
    }

    [Fact]
    public void Of_a_report_that_is_gone_the_sidecar_is_enough()
    {
        var files = Build();
        Html(files, "agencies/乙局/2019.html").QuerySelector("main")!.TextContent.ShouldContain("误传");
        Html(files, "agencies/乙局/index.html").QuerySelectorAll("tr.gap a").ShouldHaveSingleItem();
        files["data/diagnostics.json"].ShouldNotContain("DA6003");
    }

    [Fact]
    public void Another_report_of_the_year_takes_the_years_address()
    {
        _folder.Write("in/甲/2021新.txt", "agency: 甲局\nyear: 2021\nrequests.received.total: 5\n");
        var files = Build();
        files["agencies/jia/2021.json"].ShouldContain("2021新.txt");
        var place = files.Keys.Single(path => path.StartsWith("agencies/jia/2021-", StringComparison.Ordinal) && path.EndsWith(".html", StringComparison.Ordinal) && files[path].Contains("误传", StringComparison.Ordinal));
        Html(files, place).QuerySelectorAll("main .facts a").Select(link => link.GetAttribute("href")).ShouldContain("2021.html");
    }

    [Theory]
    [InlineData("withdrawn: 2024-03-01\n", "reason")]
    [InlineData("reason: 误传\n", "withdrawn")]
    public void Without_date_and_reason_nothing_is_withdrawn(string sidecar, string lacks)
    {
        _folder.Write("in/甲/2021.txt.yml", sidecar);
        SidecarReader.Read("2021.txt.yml", Encoding.UTF8.GetBytes(sidecar), out var problems).Withdrawal.ShouldBeNull();
        var problem = problems.ShouldHaveSingleItem();
        problem.Rule.ShouldBe(DiagnosticRules.WithdrawalIncomplete);
        problem.Chinese.ShouldContain(lacks);
        Build()["data/reports.csv"].ShouldContain("2021.txt");
    }

    [Fact]
    public void A_wrong_date_is_told_once()
    {
        SidecarReader.Read("a.yml", "withdrawn: 昨天\nreason: 误传\n"u8.ToArray(), out var problems).Withdrawal.ShouldBeNull();
        problems.ShouldHaveSingleItem().Rule.ShouldBe(DiagnosticRules.SidecarInvalid);
    }

    [Fact]
    public void A_sidecar_alone_must_name_agency_and_year()
    {
        _folder.Write("in/乙/2019.docx.yml", Because);
        var files = Build();
        files["data/diagnostics.json"].ShouldContain("DA6014");
        files.Keys.ShouldNotContain(path => path.Contains("2019", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_says_that_it_is_withdrawn()
    {
        InputFinder.ForFiles(_folder["in/乙/2019.docx.yml"]).Diagnostics.ShouldHaveSingleItem().Diagnostic.Rule.ShouldBe(DiagnosticRules.ReportWithdrawn);
        InputFinder.ForFiles(_folder.Write("in/乙/2018.docx.yml", Because)).Diagnostics.ShouldHaveSingleItem().Diagnostic.Rule.ShouldBe(DiagnosticRules.WithdrawnUnplaced);
    }

    private SortedDictionary<string, string> Build()
    {
        var output = new MemoryOutput();
        new SiteBuilder { Reader = MadeReport.Reader, Pages = new SitePages() }.Build(_folder["in"], output, TestContext.Current.CancellationToken);
        return new SortedDictionary<string, string>(output.Files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetString(file.Value)), StringComparer.Ordinal);
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Html(SortedDictionary<string, string> files, string path) => new HtmlParser().ParseDocument(files[path]);
}
