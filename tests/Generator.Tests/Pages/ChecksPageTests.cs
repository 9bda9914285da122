using System.Collections.Immutable;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The page of all checks, and a page for each rule.</summary>
public sealed class ChecksPageTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();

    [Fact]
    public void Each_rule_has_its_counts_over_the_current_reports()
    {
        var rows = Table("checks.html", "rules");

        rows.Count.ShouldBe(CheckRule.All.Length);
        var current = Demo.Archive.Reports.Where(report => report.IsCurrent).ToList();
        Sum(rows, 2).ShouldBe(current.Sum(report => report.Passed));
        Sum(rows, 3).ShouldBe(current.Sum(report => report.Failed));
        Sum(rows, 4).ShouldBe(current.Sum(report => report.NotAssessable));
        rows.Single(row => row[0] == "年度之间的结转")[2..].ShouldBe(["0", "1", "0"]);

        static int Sum(List<List<string>> rows, int column) => rows.Sum(row => int.Parse(row[column]));
    }

    [Fact]
    public void Failed_relations_name_rule_agency_year_and_place()
    {
        Table("checks.html", "failures").ShouldBe(
        [
            ["复议、诉讼结果之和", "示例县财政局", "2022年", "行政复议", "9", "3", "6"],
            ["年度之间的结转", "示例县民政局", "2023年", "总计", "5", "6", "-1"],
        ]);
        Page("checks.html").QuerySelector("input[data-filters]")!.GetAttribute("data-filters").ShouldBe(Page("checks.html").QuerySelector("#failures ~ .scroll table")!.Id);
    }

    [Fact]
    public void Agencies_stand_in_the_order_of_the_register_and_with_how_many_reports_they_have() =>
        Table("checks.html", "agencies").ShouldBe([["示例县民政局", "12", "1", "1"], ["示例县财政局", "2", "1", "1"]]);

    [Fact]
    public void Failures_of_earlier_revisions_are_counted_apart()
    {
        var civil = Demo.Archive.Agencies[0];
        var archive = Demo.Archive with
        {
            Agencies = [civil with { Reports = [.. civil.Reports.Select(report => report.IsCurrent ? report : report with { Failed = 3 })] }],
        };

        new ChecksFiller(archive, new Failures(archive, Demo), new RuleOutcomes(archive), new Frames(archive.Settings, Terms.Chinese)).Fill().FailuresOfEarlier.ShouldBe(3);
        Page("checks.html").QuerySelector("main")!.TextContent.ShouldNotContain("较早版本");
    }

    [Fact]
    public void Diagnostics_of_weight_are_listed_errors_first()
    {
        var codes = Page("checks.html").QuerySelectorAll("summary code").Select(code => code.TextContent).ToList();

        codes.ShouldBe(["DA1006", "DA3001", "DA4001", "DA4003", "DA7004", "DA7007", "DA2003", "DA2004", "DA3002", "DA7008"]);
        Page("checks.html").QuerySelectorAll("details[open]").Length.ShouldBe(6);
        Page("checks.html").GetElementById("DA3001")!.QuerySelector(".remedy")!.Words().ShouldBe("怎么办： 请改成一个数字；没有发生的填0。");
    }

    public static TheoryData<string> Rules => [.. CheckRule.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Rules))]
    public void A_rule_says_what_it_rests_on_in_words_and_as_an_equation(string rule)
    {
        var page = Page($"checks/{rule}.html");

        page.QuerySelectorAll("h2").Select(heading => heading.Id).Where(id => id != "failures").ShouldBe(["formula", "example", "basis", "outcome", "innocent", "advice"]);
        page.QuerySelectorAll(".formula").Length.ShouldBe(rule switch { "requests.results_sum" => 2, "statistics_2008.sum" => 7, _ => 1 });
        page.QuerySelectorAll(".formula").ShouldAllBe(formula => formula.TextContent.Split('＝').Length == 2 && formula.QuerySelectorAll("a").Any());
        page.QuerySelectorAll(".formula a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("../glossary.html#"));
    }

    [Fact]
    public void A_rule_counts_by_form_and_by_year()
    {
        var rows = Table("checks/disputes.row_total.html", "outcome");

        rows.Select(row => row[0]).ShouldBe(["全部", "2021版", "2019版", "2024年", "2023年", "2022年", "2021年", "2020年", "2019年"], ignoreOrder: false);
        rows.ShouldAllBe(row => row.Count == 5);
        rows[0][2].ShouldBe("1");
    }

    /// <summary>However many hold, 100% is said only if all do; of fewer than ten nothing is said.</summary>
    [Theory]
    [InlineData(9, 0, null)]
    [InlineData(10, 0, "100.0%")]
    [InlineData(9, 1, "90.0%")]
    [InlineData(29999, 1, "99.9%")]
    [InlineData(2, 10, "16.6%")]
    public void A_share_has_enough_to_rest_on_and_never_flatters(int passed, int failed, string? share)
    {
        var report = Demo.Archive.Agencies[0].Current.First() with { Tallies = [new RuleTally(CheckRule.All[0], passed, failed, 5)] };
        var archive = Demo.Archive with { Agencies = [Demo.Archive.Agencies[0] with { Reports = [report] }] };
        var rule = new RuleFiller(new Failures(archive, Demo), new RuleOutcomes(archive), new Frames(archive.Settings, Terms.Chinese)).Fill(CheckRule.All[0]);

        rule.Outcomes[0].Lines.Single().ShouldBe(new JudgedLine(new Link("全部", null), new CheckCounts(passed, failed, 5), share));
    }

    [Fact]
    public void Of_many_failures_the_first_are_listed_and_all_are_counted()
    {
        var report = DemoReports.Make(Editions.Form2021, "示例县民政局", 2022).WithValue("disputes.review.total", 9);
        var store = new One(report);
        ImmutableArray<AgencyEntry> agencies = [.. Enumerable.Range(0, 130).Select(i => new AgencyEntry($"a{i:000}", $"示例机关{i}", null, [report.Entry($"a{i:000}")], []))];
        var archive = new ReportArchive(ArchiveSettings.Default, agencies, []);
        var failures = new Failures(archive, store);
        var frames = new Frames(archive.Settings, Terms.Chinese);

        var rule = new RuleFiller(failures, new RuleOutcomes(archive), frames).Fill(CheckRule.Of("disputes.row_total.review"));
        rule.Failures.Length.ShouldBe(100);
        rule.FailuresInAll.ShouldBe(130);
        var checks = new ChecksFiller(archive, failures, new RuleOutcomes(archive), frames).Fill();
        (checks.Failures.Length, checks.FailuresInAll, checks.AgenciesInAll).ShouldBe((25, 130, 130));
        store.Loaded.ShouldBe(130);
    }

    private static List<List<string>> Table(string path, string section) => [.. Page(path).GetElementById(section)!.ParentElement!
        .QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.Words()).ToList())];

    private static IDocument Page(string path) => Html.Parse(Files[path]);

    /// <summary>One report, given for every entry; counts how often.</summary>
    private sealed class One(AnnualReport report) : IReportStore
    {
        public int Loaded { get; private set; }

        public AnnualReport Load(ReportEntry entry)
        {
            Loaded++;
            return report;
        }

        public void CopySource(SourceInfo source, Stream target)
        {
        }
    }
}
