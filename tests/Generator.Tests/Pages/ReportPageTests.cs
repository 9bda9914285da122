using System.Collections.Immutable;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;
using DisclosureArchive.Theme.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>What the page of a report shows.</summary>
public sealed class ReportPageTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();
    private readonly IDocument _spoilt = Page("agencies/示例县财政局/2022.html");

    [Theory]
    [InlineData("requests.received.business", "blank", "空白")]
    [InlineData("requests.granted.natural_person", "unreadable", "0 0 无法辨认")]
    [InlineData("requests.granted.ngo", "not-applicable", "/")]
    [InlineData("proactive.rules.made", "missing", "缺")]
    [InlineData("requests.carried_out.research", "corrected", "11 1更正")]
    [InlineData("proactive.fees.amount", "noted", "216")]
    public void A_state_is_marked_in_its_place(string cell, string state, string text)
    {
        var found = _spoilt.GetElementById(cell).ShouldNotBeNull();
        var entry = Demo.Archive.Reports.Single(report => Routes.Report(report) == "agencies/示例县财政局/2022.html");
        var figure = Demo.Load(entry).Figures.Single(figure => figure.Name.ToString() == cell);

        found.ClassName.ShouldBe(state);
        found.Words().ShouldBe(text);
        (found.GetAttribute("data-place") ?? "").ShouldBe(figure.Location.ToString());
        found.GetAttribute("title").ShouldBe(state == "noted" ? "原文“216万元”" : null);
    }

    [Fact]
    public void A_correction_gives_its_reason_below_its_table() =>
        _spoilt.GetElementById("table.requests")!.Closest("section")!.QuerySelector(".remark")!.TextContent
            .ShouldBe("更正：“四、结转下年度继续办理·科研机构”原文是“11”，更正为 1。理由：原件多敲了一个 1");

    [Fact]
    public void The_page_names_the_agency_where_the_title_does_not()
    {
        var entry = Demo.Archive.Agencies[0].Reports[^1];
        var report = Demo.Load(entry) with { Title = "2024年政府信息公开工作年度报告" };

        new ReportFiller(new Frames(Demo.Archive.Settings, Terms.Chinese)).Fill(Demo.Archive.Agencies[0], entry, report)
            .Frame.Title.ShouldBe("示例县民政局 2024年政府信息公开工作年度报告");
    }

    [Fact]
    public void A_file_that_gave_nothing_says_so_and_names_no_edition()
    {
        var entry = Demo.Archive.Agencies[0].Reports[^1];
        var report = Demo.Load(entry) with { Sections = [], Tables = [], OwnTables = [], Edition = null, Diagnostics = [DiagnosticRules.UnsupportedFormat.For("PDF")] };
        var model = new ReportFiller(new Frames(Demo.Archive.Settings, Terms.Chinese)).Fill(Demo.Archive.Agencies[0], entry, report);

        model.Facts.Single(fact => fact.Label == "格式").Value.Text.ShouldBe("无法判断");
        Html.Parse(new PageRenderer().Render<ReportPage, Report>(model, Words.Chinese).ToArray()).QuerySelector(".banner")!.TextContent.ShouldContain("没有读出这份报告的内容");
    }

    [Fact]
    public void A_scan_says_that_it_was_not_read_where_it_is_and_how_to_help()
    {
        var page = Page("agencies/shili-dangan/2019.html");

        page.QuerySelector("h1")!.TextContent.ShouldBe("示例县档案馆2019年政府信息公开工作年度报告");
        var banner = page.QuerySelector(".banner").ShouldNotBeNull();
        banner.Words().ShouldContain("没有读出这份报告的内容，本页没有数字。 PDF 没有文字层");
        banner.Words().ShouldContain("说明文件 2019.pdf.yml，");
        banner.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["2019/2019.pdf", "../../about.html#transcribing"]);
        page.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Fact]
    public void Transcribed_figures_are_shown_as_such()
    {
        var page = Page("agencies/shili-dangan/2020.html");

        page.QuerySelector(".banner")!.Words().ShouldStartWith("数字由示例县档案爱好者从原件抄录，未经机器读取。");
        page.QuerySelectorAll("table.figures").Select(table => table.ClassName).ShouldBe(["figures requests transcribed", "figures disputes transcribed"]);
        page.QuerySelectorAll("caption .note").ShouldAllBe(note => note.TextContent == "数字由示例县档案爱好者从原件抄录，未经机器读取");
        page.GetElementById("requests.granted.ngo")!.Words().ShouldBe("未抄录");
        page.QuerySelector(".legend")!.Words().ShouldContain("这一格没有抄录");
        page.QuerySelectorAll(".rule summary").Select(summary => summary.TextContent).ShouldContain("6 项成立");
        Page("agencies/shili-dangan/index.html").QuerySelector(".series thead")!.Words().ShouldContain("2019版，抄录");
    }

    [Fact]
    public void A_report_in_two_containers_lists_both_with_their_checksums()
    {
        var page = Page("agencies/shili-tongji/2021.html");

        page.QuerySelector(".banner").ShouldBeNull();
        page.QuerySelectorAll("td.disputed").ShouldBeEmpty();
        page.QuerySelectorAll(".sources > li > a").Select(link => link.GetAttribute("href")).ShouldBe(
            ["2021/%E7%A4%BA%E4%BE%8B%E5%8E%BF%E7%BB%9F%E8%AE%A1%E5%B1%802021%E5%B9%B4%E6%8A%A5.docx", "2021/%E7%A4%BA%E4%BE%8B%E5%8E%BF%E7%BB%9F%E8%AE%A1%E5%B1%802021%E5%B9%B4%E6%8A%A5.html.txt"]);
        page.QuerySelectorAll(".sources code").Select(code => code.TextContent.Length).ShouldBe([64, 64]);
        page.QuerySelectorAll(".outcome").Select(outcome => outcome.TextContent).ShouldBe(["主文件：本页的正文和数字取自这一份。", "与主文件比对：200 个数字一致。"]);
        page.QuerySelectorAll(".contents a").ShouldContain(link => link.TextContent == "原件（2 份）");
        page.QuerySelector(".facts")!.TextContent.ShouldContain("主文件，另有 1 份");
    }

    [Fact]
    public void Differences_of_two_containers_are_marked_in_their_places_and_listed()
    {
        var page = Page("agencies/shili-tongji/2023.html");

        page.QuerySelector(".banner")!.TextContent.ShouldContain("3 格数字不同");
        page.GetElementById("requests.received.total")!.Words().ShouldEndWith("另一份：987");
        page.GetElementById("requests.received.total")!.ClassName.ShouldBe("disputed");
        page.GetElementById("disputes.review.total")!.Words().ShouldEndWith("另一份：空白");
        page.GetElementById("requests.carried_out.research")!.Words().ShouldBe("11 1更正另一份：7");
        page.GetElementById("requests.granted.ngo")!.Words().ShouldBe("0 0 无法辨认另一份：1");
        page.GetElementById("requests.received.ngo")!.ClassName.ShouldBeNullOrEmpty();
        page.QuerySelectorAll(".legend .mark").Select(mark => mark.TextContent).ShouldBe(["无法辨认", "更正", "另一份"]);
        page.QuerySelectorAll(".differences tbody tr").Select(row => row.QuerySelector("a")!.GetAttribute("href")).ShouldBe(
            ["#requests.received.total", "#requests.carried_out.research", "#disputes.review.total"]);
        page.QuerySelectorAll(".outcome").Select(outcome => outcome.TextContent).Skip(1).ShouldBe(
            ["与主文件比对：3 格不同，196 个数字一致；1 个数字只在这一份中读出，没有采用。", "没有从这一份中读出可以比对的数字。"]);
        page.QuerySelector(".sources")!.TextContent.ShouldContain("https://www.example.gov.cn/2022.html（2023-04-05 取得）");
        page.QuerySelectorAll(".diagnostics code").Select(code => code.TextContent).ShouldBe(["DA7007", "DA7007", "DA7007", "DA7008", "DA7009", "DA7009"]);
    }

    [Fact]
    public void Every_figure_has_its_anchor()
    {
        foreach (var entry in Demo.Archive.Reports)
        {
            var page = Page(Routes.Report(entry));
            foreach (var figure in Demo.Load(entry).Figures)
                page.GetElementById(figure.Name.ToString()).ShouldNotBeNull(figure.Name.ToString());
        }
    }

    [Fact]
    public void A_plain_number_is_plain() => _spoilt.GetElementById("proactive.licensing.decisions")!.OuterHtml.ShouldBe(
        "<td id=\"proactive.licensing.decisions\" colspan=\"3\" headers=\"proactive.article_20_5 proactive.licensing proactive.article_20_5.decisions\" data-place=\"L7\">2788</td>");

    [Fact]
    public void The_legend_explains_the_marks_that_occur()
    {
        _spoilt.QuerySelectorAll(".legend .mark").Select(mark => mark.TextContent).ShouldBe(["空白", "不适用", "无法辨认", "缺", "更正"]);
        Page("agencies/shili-minzheng/2024.html").QuerySelector(".legend").ShouldBeNull();
    }

    [Fact]
    public void Facts_tell_where_they_were_taken_from()
    {
        var facts = _spoilt.QuerySelectorAll(".facts > div").ToDictionary(fact => fact.QuerySelector("dt")!.TextContent, fact => fact.QuerySelector("dd")!);

        facts["年度"].Words().ShouldBe("2022据报告标题");
        facts["公布日期"].Words().ShouldBe("2023-01-10据落款");
        facts["格式"].TextContent.ShouldContain("国办公开办函〔2021〕30号");
        facts["原件"].QuerySelector("a")!.GetAttribute("href").ShouldStartWith("2022/");
        facts["SHA-256"].TextContent.Length.ShouldBe(64);
        facts["来源"].QuerySelector("a")!.GetAttribute("href").ShouldBe("https://www.example.gov.cn/xxgk/2022.html?a=1&b=2");
        facts["来源"].TextContent.ShouldContain("2024-05-01 取得");
        facts["数据"].QuerySelector("a")!.GetAttribute("href").ShouldBe("2022.json");
    }

    [Fact]
    public void An_address_that_could_run_stays_text() =>
        Page("agencies/某局#50%_a b/2020.html").QuerySelectorAll(".facts a").ShouldAllBe(link => !link.TextContent.Contains("javascript"));

    [Fact]
    public void A_failed_relation_shows_both_sides_and_links_their_cells()
    {
        var failed = _spoilt.QuerySelectorAll(".finding").ShouldHaveSingleItem();

        failed.QuerySelectorAll("dd").Select(side => side.Words()).ShouldBe(["9 ＝ 行政复议·总计 9", "3 ＝ 结果维持 0 ＋ 结果纠正 0 ＋ 其他结果 2 ＋ 尚未审结 1", "6"]);
        failed.QuerySelector("a")!.GetAttribute("href").ShouldBe("#disputes.review.total");
        _spoilt.QuerySelector(".rule")!.Id.ShouldBe("check.disputes.row_total");
        _spoilt.QuerySelectorAll(".rule summary").Select(summary => summary.TextContent).ShouldContain("6 项成立");
    }

    [Fact]
    public void A_failed_carry_over_links_the_year_before()
    {
        var links = Page("agencies/shili-minzheng/2023.html").QuerySelectorAll("[id='check.carry_over'] .finding a").Select(link => link.GetAttribute("href"));

        links.ShouldBe(["2022.html#requests.carried_out.total", "#requests.carried_in.total"]);
    }

    [Fact]
    public void Revisions_link_each_other()
    {
        var current = Page("agencies/shili-minzheng/2023.html");
        var earlier = current.QuerySelector(".revisions a")!.GetAttribute("href")!;

        earlier.ShouldContain("2023-");
        current.QuerySelector(".banner").ShouldBeNull();
        var (path, _) = Html.Target("agencies/shili-minzheng/2023.html", earlier)!.Value;
        Page(path).QuerySelector(".banner a")!.GetAttribute("href").ShouldBe("2023.html");
        Page(path).QuerySelector(".revisions").ShouldBeNull();
    }

    [Fact]
    public void Adjoining_years_skip_gaps()
    {
        var page = Page("agencies/shili-minzheng/2017.html");

        page.QuerySelector("[rel=prev]")!.TextContent.ShouldBe("← 2015年");
        page.QuerySelector("[rel=next]")!.TextContent.ShouldBe("2018年 →");
        Page("agencies/unidentified/2022-aaaaaaaa.html").QuerySelector("[rel]:not(link)").ShouldBeNull();
    }

    [Fact]
    public void Prose_and_tables_stand_in_their_sections()
    {
        _spoilt.QuerySelectorAll("main h2").Select(heading => heading.TextContent).ShouldBe(
        [
            "引言", "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况", "六、其他需要报告的事项", "勾稽关系", "读取说明", "怎样引用",
        ]);
        _spoilt.QuerySelectorAll("table").ShouldAllBe(table => table.QuerySelector("caption") != null);
        _spoilt.GetElementById("table.requests")!.Closest("section")!.QuerySelector("h2")!.TextContent.ShouldStartWith("三、");
    }

    [Fact]
    public void Tables_whose_section_is_missing_are_shown_all_the_same() =>
        Page("agencies/某局#50%_a b/2020.html").QuerySelectorAll("table.figures").Select(table => table.Id)
            .ShouldBe(["table.proactive", "table.requests", "table.disputes", "own.1"], ignoreOrder: true);

    [Fact]
    public void A_table_of_another_edition_says_so() =>
        Page("agencies/示例县财政局/2021.html").GetElementById("table.requests")!.QuerySelector("caption")!.TextContent.ShouldContain("2019年试行格式");

    [Fact]
    public void A_table_of_its_own_keeps_its_spans()
    {
        var table = Page("agencies/shili-minzheng/2012.html").GetElementById("own.1").ShouldNotBeNull();

        table.QuerySelector("caption")!.TextContent.ShouldStartWith("近年 情况");
        table.QuerySelector("thead th[scope=col][colspan='2']")!.TextContent.ShouldBe("指标");
        table.QuerySelector("tbody th[scope=row][rowspan='2']")!.TextContent.ShouldBe("数量（个）");
        table.QuerySelectorAll("td").Select(cell => cell.Words()).ShouldBe(["1234", "55", "<b>3</b> 无法辨认", "空白"]);
        table.QuerySelector("td")!.Id.ShouldBe("own.1.数量（个）/总计.2011");
    }

    /// <summary>A text file's rows don't tell columns: its table is laid out by the labels of its figures.</summary>
    [Fact]
    public void A_ragged_table_of_its_own_stands_under_its_labels()
    {
        SourceLocation At(int row, int cell) => new(Table: 1, Row: row, Cell: cell);
        TableRow Row(int row, params string[] texts) => new([.. texts.Select((text, i) => new Cell(text, At(row, i + 1)))], At(row, 0));
        Figure Own(string row, string column, SourceLocation at, decimal value) =>
            new(new CellName("own.1", row, column), FigureState.Reported, value, $"{value}", at);
        ImmutableArray<Figure> figures =
        [
            Own("数量/公众", "2013", At(2, 3), 52), Own("数量/公众", "2014", At(2, 4), 51),
            Own("数量/总计", "2013", At(3, 2), 83), Own("数量/总计", "2014", At(3, 3), 84),
        ];
        var source = new Table([Row(1, "年份", "2013", "2014"), Row(2, "数量", "公众", "52", "51"), Row(3, "总计", "83", "84")], TableShape.Ragged, default);

        var table = OwnTables.Fill(new OwnTable("own.1", "两年对比", figures, source));

        table.Head.ShouldHaveSingleItem().Select(cell => cell.Text).ShouldBe(["年份", "2013", "2014"]);
        table.Bodies[0].Select(row => string.Join(' ', row.Select(cell => cell.Text))).ShouldBe(["数量/公众 52 51", "数量/总计 83 84"]);
        var noted = source with { Rows = source.Rows.Add(Row(4, "注：不含下属单位")) };
        OwnTables.Fill(new OwnTable("own.1", "两年对比", figures, noted)).Bodies[0].Last()[0].Text.ShouldBe("注：不含下属单位");
    }

    [Fact]
    public void Diagnostics_say_where_and_what_to_do()
    {
        var lines = _spoilt.QuerySelectorAll(".diagnostics li").ToList();

        lines.Select(line => line.QuerySelector("code")!.TextContent).ShouldBe(["DA3001", "DA2003", "DA3002"]);
        lines[0].TextContent.ShouldContain("第52行，第2个表第6行第2格");
        lines[0].QuerySelector(".remedy")!.TextContent.ShouldBe("请改成一个数字；没有发生的填0。");
    }

    private static IDocument Page(string path) => Html.Parse(Files[path]);
}
