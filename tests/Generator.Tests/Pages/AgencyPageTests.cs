using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Components;
using DisclosureArchive.Theme.Models;
using DisclosureArchive.Theme.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>An agency over the years: charts, their numbers, and the chain of what is carried over.</summary>
public sealed partial class AgencyPageTests : IReportStore
{
    private readonly Dictionary<string, AnnualReport> _reports = new(StringComparer.Ordinal);

    AnnualReport IReportStore.Load(ReportEntry entry) => _reports[Routes.Report(entry)];

    void IReportStore.CopySource(Reports.SourceInfo source, Stream target) => throw new NotSupportedException();

    [Fact]
    public void Each_state_of_a_figure_looks_different()
    {
        var page = Page(
            Make(2019).WithValue("requests.received.total", 0),
            Make(2020).WithState("requests.received.total", FigureState.Blank, ""),
            Make(2022));
        var drawing = page.QuerySelector("#requests svg.wide")!;

        foreach (var mark in (string[])["path.zero", "path.unknown", "path.absent", "path.bar.series-1", "path.bar.series-2"])
            drawing.QuerySelectorAll(mark).Length.ShouldBe(1, mark);
        // A tick for 2019, a stub for 2020, a hatched column for 2021, and a bar for 2022.
        foreach (var mark in (string[])["path.zero", "path.unknown", "path.absent", "path.bar.series-1"])
            Shapes(drawing.QuerySelector(mark)!).ShouldBe(1, mark);
        Shapes(drawing.QuerySelector("path.bar.series-2")!).ShouldBe(3);
        page.QuerySelectorAll("#requests .legend:not(.keys) li").Select(entry => entry.Words())
            .ShouldBe(["报告写明是 0", "没有可用的数字（原因见表）", "没有该年的报告", "格式换版"]);
        Row(page, "requests", "新收申请").ShouldBe(["0", "空白", "缺", "117"]);
    }

    [Fact]
    public void Nothing_is_drawn_across_a_change_of_the_form()
    {
        var drawing = Page(Make(2018, 1), Make(2019), Make(2020), Make(2021)).QuerySelector("#requests svg.wide")!;
        var breaks = Numbers(drawing.QuerySelector("path.break")!.GetAttribute("d")!).Chunk(3).Select(line => line[0]).ToList();
        var boxes = drawing.QuerySelectorAll("path.bar").SelectMany(bar => Box().Matches(bar.GetAttribute("d")!))
            .Select(box => (Left: Number(box.Groups[1].Value), Right: Number(box.Groups[1].Value) + Number(box.Groups[2].Value))).ToList();

        breaks.Count.ShouldBe(2);
        boxes.Count.ShouldBe(8);
        foreach (var at in breaks)
            boxes.ShouldAllBe(box => box.Right <= at || box.Left >= at);
        drawing.QuerySelectorAll(".edition").Select(name => name.TextContent).ShouldBe(["2008版", "2019版", "2021版"]);
        drawing.QuerySelectorAll("polyline, line").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_drawn_is_what_the_table_says()
    {
        var page = Page(Make(2019, 1), Make(2020, 2), Make(2021), Make(2022, 1), Make(2023, 2));
        foreach (var figure in page.QuerySelectorAll("figure.chart"))
        {
            var drawing = figure.QuerySelector("svg.wide")!;
            var scale = drawing.QuerySelectorAll(".axis text").Select(text => (Value: Number(text.TextContent), Y: Number(text.GetAttribute("y")!))).ToList();
            var perUnit = (scale[0].Y - scale[^1].Y) / scale[^1].Value;
            foreach (var row in figure.QuerySelectorAll(".series tbody tr").Where(row => row.QuerySelector(".swatch path") is not null))
            {
                var tone = Tone().Match(row.QuerySelector(".swatch path")!.GetAttribute("fill")!).Value;
                var written = row.QuerySelectorAll("td").Select(cell => Number(cell.TextContent)).Where(number => number > 0).ToList();
                var drawn = drawing.QuerySelector($"path.bar.{tone}") is { } bars
                    ? Box().Matches(bars.GetAttribute("d")!).Select(box => Number(box.Groups[3].Value) / perUnit).ToList()
                    : [];

                drawn.Count.ShouldBe(written.Count);
                foreach (var (a, b) in drawn.Zip(written))
                    a.ShouldBe(b, 0.2 / perUnit, $"{figure.Id}: {row.Words()}");
            }
        }
    }

    [Fact]
    public void Numbers_lead_to_their_cells()
    {
        var page = Page(Make(2018), Make(2019), Make(2021));

        Links(page, "requests", "新收申请").ShouldBe(
            ["2018.html#statistics_2008.依申请公开情况/收到申请数.value", "2019.html#requests.received.total", null, "2021.html#requests.received.total"]);
        Links(page, "outcomes", "不予公开").ShouldBe(["2019.html#table.requests", null, "2021.html#table.requests"]);
        Links(page, "outcomes", "予以公开")[0].ShouldBe("2019.html#requests.granted.total");
    }

    [Fact]
    public void A_sum_with_a_blank_part_is_no_number()
    {
        var page = Page(Make(2021), Make(2022).WithState("requests.refused.state_secret.total", FigureState.Blank, ""));

        Row(page, "outcomes", "不予公开")[1].ShouldBe("不全");
        page.QuerySelector("#outcomes svg.wide path.unknown").ShouldNotBeNull();
        page.QuerySelectorAll("#outcomes .said").ShouldAllBe(said => !said.TextContent.Contains("其中最多的是"));
    }

    [Fact]
    public void Parts_that_do_not_make_the_whole_are_said_to()
    {
        var page = Page(Make(2021), Make(2022).WithValue("requests.concluded.total", 999));

        page.QuerySelectorAll("#outcomes .remark").Select(note => note.Words()).ShouldContain(note => note.Contains("2022年各项相加是") && note.Contains("999"));
        page.QuerySelectorAll("#outcomes svg.wide .sum").Select(sum => sum.TextContent).ShouldContain("999 ≠");
    }

    [Fact]
    public void Sentences_are_of_one_edition_each() =>
        Page(Make(2018), Make(2019, 1), Make(2020, 2), Make(2021), Make(2022, 1), Make(2023, 2)).QuerySelectorAll("#requests .said li").Select(said => said.Words())
            .ShouldBe(
            [
                "新收申请（2008版）：2018年 0 件。",
                "新收申请（2019版）：2019年 " + Received(2019, 1) + " 件，2020年 " + Received(2020, 2) + " 件。",
                "新收申请（2021版）：2021年 " + Received(2021, 0) + " 件，2023年 " + Received(2023, 2) + " 件；最多的是 2022 年，" + Received(2022, 1) + " 件。",
            ]);

    [Fact]
    public void The_chain_compares_what_adjoins_and_nothing_else()
    {
        var page = Page(
            Make(2018), Make(2019), Make(2020).WithValue("requests.carried_in.total", 6), Make(2021).WithValue("requests.carried_in.total", 8),
            Make(2022).WithState("requests.carried_in.total", FigureState.Blank, ""), Make(2024));

        page.QuerySelectorAll(".chain tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.Words()))).ShouldBe(
        [
            "2022年 → 2024年|6|6|中间缺 2023 年的报告，不能核对",
            "2021年 → 2022年|6|空白|无法核对",
            "2020年 → 2021年|6|8|不等，相差 2 件",
            "2019年 → 2020年|6|6|相等",
            "2018年 → 2019年|—|6|无法核对",
        ]);
        page.QuerySelectorAll(".chain a").Select(link => link.GetAttribute("href")).Take(2).ShouldBe(["2022.html#requests.carried_out.total", "2024.html#requests.carried_in.total"]);
    }

    [Fact]
    public void Phones_see_a_panel_for_each_part_on_one_scale()
    {
        var narrow = Page(Make(2021), Make(2022)).QuerySelector("#outcomes svg.narrow")!;

        narrow.QuerySelectorAll(".name").Select(name => name.TextContent).ShouldBe(["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"]);
        narrow.QuerySelectorAll(".axis").Select(axis => string.Join(' ', axis.QuerySelectorAll("text").Select(text => text.TextContent))).SkipLast(1)
            .Distinct().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 4, 1)]
    [InlineData(5, 6, 2)]
    [InlineData(41, 60, 20)]
    [InlineData(100, 100, 50)]
    [InlineData(171457, 200000, 50000)]
    public void A_scale_has_round_steps(double largest, double top, double step) => ChartScale.Of(largest).ShouldBe(new ChartScale(top, step));

    private static AnnualReport Make(int year, int seed = 0) =>
        DemoReports.Make(year < 2019 ? Editions.Form2008 : year < 2021 ? Editions.Form2019 : Editions.Form2021, "示例局", year, seed);

    private static string Received(int year, int seed) => $"{Make(year, seed)[new CellName("requests", "received", "total")]!.Value}";

    private IDocument Page(params AnnualReport[] reports)
    {
        const string key = "shili";
        foreach (var report in reports)
            _reports.Add(Routes.Report(report.Entry(key)), report);
        var years = reports.Select(report => report.Year!.Value).ToList();
        var agency = new AgencyEntry(
            key, "示例局", null, [.. reports.Select(report => report.Entry(key))],
            [.. Enumerable.Range(years[0], years[^1] - years[0]).Except(years)]);
        var archive = new ReportArchive(ArchiveSettings.Default, [agency], []);
        var model = new AgencyFiller(archive, this, new Frames(archive.Settings, Terms.Chinese)).Fill(agency, AgencyYear.Of(agency, this));
        return Html.Parse(new PageRenderer().Render<AgencyPage, AgencyHistory>(model, Words.Chinese).ToArray());
    }

    private static IElement TableRow(IDocument page, string chart, string label) =>
        page.QuerySelectorAll($"#{chart} .series tbody tr").First(row => row.QuerySelector("th")!.Words() == label);

    private static List<string> Row(IDocument page, string chart, string label) =>
        [.. TableRow(page, chart, label).QuerySelectorAll("td").Select(cell => cell.Words())];

    private static List<string?> Links(IDocument page, string chart, string label) =>
        [.. TableRow(page, chart, label).QuerySelectorAll("td").Select(cell => cell.QuerySelector("a")?.GetAttribute("href"))];

    private static int Shapes(IElement path) => path.GetAttribute("d")!.Count(c => c == 'M');

    private static IEnumerable<double> Numbers(string shape) => Digits().Matches(shape).Select(number => Number(number.Value));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M([\d.]+) [\d.]+h([\d.]+)v([\d.]+)")]
    private static partial Regex Box();

    [GeneratedRegex(@"[\d.]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"series-\d")]
    private static partial Regex Tone();
}
