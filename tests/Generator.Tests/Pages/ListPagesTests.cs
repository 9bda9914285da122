using System.Collections.Immutable;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>What the pages over many reports show.</summary>
public sealed class ListPagesTests
{
    private static readonly SortedDictionary<string, byte[]> Files = new DemoArchive().Render();

    [Fact]
    public void Home_counts_what_is_current()
    {
        var counts = Page("index.html").QuerySelectorAll(".counts div").Select(count => count.Words());

        counts.ShouldBe(["份报告22", "个机关6", "个年度122012–2024", "份按时公布16能判断的 16 份中", "份缺失1", "份有数字对不上2"]);
    }

    [Fact]
    public void Home_marks_each_agency_and_year_in_words()
    {
        var rows = Page("index.html").QuerySelectorAll(".coverage tbody tr").ToDictionary(
            row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.Words()).ToList());

        rows["示例县民政局"].ShouldBe(["按时、无数字", "按时、无数字", "按时", "按时", "缺", "按时", "按时", "按时", "按时", "按时", "按时", "按时、不符", "按时", "无"]);
        rows["示例县东乡镇人民政府"][^2].ShouldBe("未规定日期、无数字");
        rows["示例县档案馆"].Count(cell => cell.StartsWith("未注明日期", StringComparison.Ordinal)).ShouldBe(2);
        rows["待认定机关"][^1].ShouldBe("无法判断");
    }

    /// <summary>What a square looks like is told by classes alone; each state and each flaw has its own, and the key explains every one.</summary>
    [Fact]
    public void Home_draws_each_state_and_explains_it()
    {
        var page = Page("index.html");
        string[] Marks(string of) => [.. page.QuerySelectorAll(of).Select(square => square.ClassName!).Distinct().Order(StringComparer.Ordinal)];

        page.QuerySelectorAll(".coverage a.square").ShouldAllBe(square => square.GetAttribute("title") != null && square.GetAttribute("href") != "");
        Marks(".coverage .in-time.failed").ShouldNotBeEmpty();
        var states = Marks(".coverage .square").SelectMany(name => name.Split(' ')).Distinct().ToList();
        states.ShouldContain("absent");
        states.ShouldContain("open");
        states.Except(Marks(".coverage-legend .square").SelectMany(name => name.Split(' '))).ShouldBeEmpty();
    }

    [Fact]
    public void A_late_report_says_by_how_many_days()
    {
        var demo = new DemoArchive();
        var civil = demo.Archive.Agencies[0];
        var late = civil with { Reports = [.. civil.Reports.Select(report => report.Year == 2024 ? report with { Published = new DateOnly(2025, 2, 12) } : report)] };
        var frames = new Frames(demo.Archive.Settings, Terms.Chinese);

        var cell = new CoverageFiller(demo.Archive with { Agencies = [late] }, frames).Fill().Groups.Single().Rows.Single().Cells[^1];

        cell.Text.ShouldBe("迟 12 天");
        cell.Detail.ShouldBe("2025-02-12 公布，法定期限 2025-01-31");
        var english = new CoverageFiller(demo.Archive with { Agencies = [late] }, new Frames(demo.Archive.Settings, Terms.English)).Fill();
        english.Groups.Single().Rows.Single().Cells[^1].Text.ShouldBe("12 days late");
        PunctualityFiller.Fill("agencies/shili-minzheng/index.html", late, Theme.Words.Chinese)!.Lines[0].Verdict.ShouldBe("迟 12 天");
    }

    /// <summary>However many agencies there are, the first page gives each region a row, not each agency.</summary>
    [Fact]
    public void Home_of_a_large_archive_is_by_region_and_light()
    {
        var demo = new DemoArchive();
        var civil = demo.Archive.Agencies[0];
        ImmutableArray<AgencyEntry> many = [.. Enumerable.Range(0, 3000).Select(i =>
            civil with { Key = $"a{i:0000}", Register = civil.Register! with { Region = $"第{i / 1000}区" } }), demo.Archive.Agencies[^1]];
        var archive = demo.Archive with { Agencies = many };

        var bytes = new SitePages().Of(archive, demo).Single(page => page.Path == Routes.Home).Content();
        var page = Html.Parse(bytes.ToArray());

        bytes.Length.ShouldBeLessThan(100_000);
        page.QuerySelectorAll(".coverage tbody th").Select(head => head.TextContent).ShouldBe(["第0区", "第1区", "第2区", "待认定机关"]);
        page.QuerySelectorAll(".coverage tbody tr:first-child td").Select(cell => cell.Words()).ShouldBe(
            ["1000", "1000", "1000", "1000", "0缺 1000", "1000", "1000", "1000", "1000", "1000", "1000", "1000不符 1000", "1000", "无"]);
        page.QuerySelector(".coverage tbody a")!.GetAttribute("href").ShouldBe("agencies/index.html#region.1");
    }

    [Fact]
    public void Home_lists_the_newest_first()
    {
        var dates = Page("index.html").QuerySelectorAll(".newest time").Select(time => time.TextContent).ToList();

        dates.Count.ShouldBe(10);
        dates.ShouldBe(dates.OrderDescending());
    }

    [Fact]
    public void Agencies_stand_under_their_regions()
    {
        var page = Page("agencies/index.html");

        page.QuerySelectorAll("h2").Select(region => region.TextContent).ShouldBe(["示例县", "未注明地区", "待认定机关"]);
        page.QuerySelector("tbody tr")!.QuerySelectorAll("th, td").Select(cell => cell.Words()).ShouldBe(
            ["示例县民政局又名：县民政局、民政局", "部门", "12", "2012–2024", "12016", "1", "12 / 12", "2024年2025-01-24 公布"]);
        page.QuerySelectorAll("input[data-filters]").ShouldHaveSingleItem().GetAttribute("data-filters")!.Split(' ')
            .ShouldAllBe(id => page.GetElementById(id)!.HasAttribute("data-sortable"));
    }

    [Fact]
    public void Renamed_bodies_point_to_each_other_where_both_have_reports()
    {
        var demo = new DemoArchive();
        var civil = demo.Archive.Agencies[0];
        var archive = demo.Archive with
        {
            Agencies =
            [
                civil with { Register = civil.Register! with { Successors = [new RelatedAgency("shili-new", "示例县新局")], Predecessors = [new RelatedAgency("shili-old", "示例县旧局")] } },
                civil with { Key = "shili-new", Name = "示例县新局", Register = civil.Register! with { Id = "shili-new", Predecessors = [new RelatedAgency(civil.Key, civil.Name)] } },
            ],
        };

        var lines = new AgencyFiller(archive, demo, new Frames(archive.Settings, Terms.English)).FillList().Regions.Single().Agencies;

        lines[0].Successors.ShouldBe([new Theme.Models.Link("示例县新局", "../../agencies/shili-new/index.html")]);
        lines[0].Predecessors.ShouldBe([new Theme.Models.Link("示例县旧局", null)]);
        lines[1].Predecessors.Single().Text.ShouldBe("示例县民政局");
    }

    [Fact]
    public void English_pages_speak_English_and_lead_to_the_same_reports()
    {
        var home = Page("en/index.html");
        var list = Page("en/agencies/index.html");

        home.QuerySelector("#newest")!.TextContent.ShouldBe("Published last");
        home.QuerySelector(".coverage tbody td a")!.Words().ShouldBe("in time, no figures");
        home.QuerySelector(".coverage tbody td a")!.GetAttribute("href").ShouldBe("../agencies/shili-minzheng/2012.html");
        home.QuerySelector(".coverage tbody th")!.GetAttribute("lang").ShouldBe("zh-CN");
        list.QuerySelector("tbody tr")!.QuerySelectorAll("th, td").Skip(2).Select(cell => cell.Words()).ShouldBe(
            ["12", "2012–2024", "12016", "1", "12 / 12", "2024published 2025-01-24"]);
    }

    [Fact]
    public void An_agency_shows_gaps_and_changes_of_the_form()
    {
        var page = Page("agencies/shili-minzheng/index.html");
        var years = page.QuerySelectorAll("section:has(#years) .list tbody tr").Select(row => row.QuerySelector("th")!.TextContent).ToList();
        var heads = page.QuerySelectorAll("#figures ~ details .series thead th.edition-changed").Select(head => head.TextContent).Distinct();

        years.Count.ShouldBe(13);
        years[0].ShouldBe("2024年");
        page.QuerySelector(".list .gap")!.Words().ShouldBe("2016年缺 没有收到这一年度的报告");
        heads.ShouldBe(["20192019版", "20212021版"]);
    }

    [Fact]
    public void A_series_never_joins_what_the_editions_word_differently()
    {
        var rows = Series("agencies/shili-minzheng/index.html");

        rows["（六）其他处理"].ShouldBe(["—", "—", "—", "—", "缺", "—", "—", "7", "7", "—", "—", "—", "—"]);
        rows["（六）其他处理·3.其他"].Take(9).ShouldBe(["—", "—", "—", "—", "缺", "—", "—", "—", "—"]);
        rows["新收申请"].Take(5).ShouldBe(["无数字", "无数字", "4", "8", "缺"]);
        rows["一、本年新收政府信息公开申请数量"][^1].ShouldBe("123");
    }

    [Fact]
    public void A_number_of_a_series_leads_to_its_place() =>
        Page("agencies/shili-minzheng/index.html").QuerySelectorAll(".series tbody a").Select(link => link.GetAttribute("href"))
            .ShouldContain("2024.html#requests.received.total");

    [Fact]
    public void A_year_adds_up_and_says_on_how_many_agencies_it_rests()
    {
        var page = Page("years/2022.html");

        // The unidentified report stands in the list, and is left out of the sums.
        page.QuerySelectorAll("#reports tbody tr").Length.ShouldBe(3);
        page.QuerySelector("main")!.TextContent.ShouldContain("待认定机关的 1 份报告不计入合计");
        Page("years/2021.html").QuerySelector("main")!.TextContent.ShouldNotContain("待认定");
        page.QuerySelectorAll("#reports tfoot td").Select(cell => cell.Words()).Take(4).ShouldBe(["2342 个机关", "2342 个机关", "122 个机关", "202 个机关"]);
    }

    [Fact]
    public void A_year_without_figures_has_no_sum_of_zero()
    {
        Page("years/2012.html").QuerySelector("tfoot td")!.Words().ShouldBe("无数字");
        Page("years/2012.html").QuerySelector("tbody td.number")!.Words().ShouldBe("无数字");
        Page("years/2017.html").QuerySelector("#missing").ShouldBeNull();
    }

    [Fact]
    public void Reports_of_unknown_agencies_are_told_apart_by_their_files() =>
        Page("agencies/unidentified/index.html").QuerySelectorAll(".list td a").ShouldAllBe(link => link.TextContent.EndsWith('）'));

    private static Dictionary<string, List<string>> Series(string path) => Page(path).QuerySelectorAll(".series tbody tr:not(.group)")
        .DistinctBy(row => row.QuerySelector("th")!.TextContent)
        .ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelectorAll("td").Select(cell => cell.Words()).ToList());

    private static IDocument Page(string path) => Html.Parse(Files[path]);
}
