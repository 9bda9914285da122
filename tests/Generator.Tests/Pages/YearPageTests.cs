using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>What a year tells of all its reports together.</summary>
public sealed class YearPageTests
{
    private static readonly string[] Bands = ["0", "1–9", "10–99", "100–999", "1000 及以上"];

    [Fact]
    public void Agencies_are_counted_by_how_many_requests_they_received()
    {
        var spread = Fill([.. new decimal?[] { 0, 0, 1, 9, 10, 99, 100, 999, 1000, 54321, null }.Select(received => Report(received))]).Distributions.ShouldHaveSingleItem();

        spread.Bands.Select(band => band.Label).ShouldBe(Bands);
        spread.Bands.Select(band => band.Agencies).ShouldBe([2, 2, 2, 2, 2]);
        (spread.Agencies, spread.Without).ShouldBe((10, 1));
        spread.Median.ShouldBe("54.5");
    }

    [Theory, InlineData(9, null), InlineData(10, "5.5"), InlineData(11, "6")]
    public void A_median_needs_ten_agencies(int agencies, string? median) =>
        Fill([.. Enumerable.Range(1, agencies).Select(received => Report(received))]).Distributions[0].Median.ShouldBe(median);

    [Fact]
    public void Editions_of_a_year_are_kept_apart()
    {
        var year = Fill([Report(5), Report(7, Editions.Form2019), Report(8, Editions.Form2008)]);

        year.Distributions.Select(spread => (spread.Edition, spread.Agencies)).ShouldBe([("2008版", 1), ("2019版", 1), ("2021版", 1)]);
        year.Outcomes.Select(outcomes => outcomes.Edition).ShouldBe(["2019版", "2021版"]);
    }

    [Fact]
    public void Outcomes_rest_on_the_agencies_that_give_them_all()
    {
        var outcomes = Fill([Report(1) with { Outcomes = new Outcomes(3, 1, 2, 1, 1, 0) }, Report(2) with { Outcomes = new Outcomes(1, 0, 0, 0, 0, 3) }, Report(3) with { Outcomes = null }])
            .Outcomes.ShouldHaveSingleItem();

        (outcomes.Agencies, outcomes.Total).ShouldBe((2, "12"));
        outcomes.Lines.Select(line => $"{line.Label} {line.Requests} {line.Share}").ShouldBe(
            ["予以公开 4 33.3%", "部分公开 1 8.3%", "不予公开 2 16.7%", "无法提供 1 8.3%", "不予处理 1 8.3%", "其他处理 3 25.0%"]);
    }

    [Fact]
    public void Few_requests_have_no_shares() =>
        Fill([Report(1) with { Outcomes = new Outcomes(3, 1, 2, 1, 1, 1) }]).Outcomes[0].Lines.ShouldAllBe(line => line.Share == null);

    [Fact]
    public void A_report_that_lacks_a_row_tells_no_outcomes()
    {
        var report = DemoReports.Make(Editions.Form2021, "某局", 2022);
        decimal Of(string row) => report[new Reports.CellName("requests", row, "total")]!.Value!.Value;

        Outcomes.Of(report)!.Unavailable.ShouldBe(Of("unavailable.not_held") + Of("unavailable.needs_creation") + Of("unavailable.unclear_after_correction"));
        Outcomes.Of(report.WithState("requests.unavailable.not_held.total", Reports.FigureState.Blank, "")).ShouldBeNull();
        Outcomes.Of(DemoReports.Make(Editions.Form2019, "某局", 2020)).ShouldNotBeNull();
        Outcomes.Of(DemoReports.Make(Editions.Form2008, "某局", 2017)).ShouldBeNull();
    }

    [Fact]
    public void A_year_without_reports_stands_between_others_and_the_change_of_the_form_is_marked()
    {
        var archive = Archive([Report(5, Editions.Form2019, 2019), Report(6, Editions.Form2021, 2021)]);

        var lines = new YearFiller(archive, new Frames(archive.Settings, Terms.Chinese)).FillList().Years;

        lines.Select(line => (line.Year.Text, line.Reports, line.EditionChanged, line.Year.Href is null)).ShouldBe([("2021年", 1, true, false), ("2020年", 0, false, true), ("2019年", 1, false, false)]);
        lines[1].Received.Value.ShouldBeNull();
    }

    private static ReportEntry Report(decimal? received, FormEdition? edition = null, int year = 2022)
    {
        var report = DemoReports.Make(edition ?? Editions.Form2021, "某局", year);
        return report.Entry("a") with { Key = new KeyFigures(received, null, null, null), Outcomes = Outcomes.Of(report) };
    }

    private static YearOverview Fill(ImmutableArray<ReportEntry> reports)
    {
        var archive = Archive(reports);
        return new YearFiller(archive, new Frames(archive.Settings, Terms.Chinese)).Fill(2022);
    }

    private static ReportArchive Archive(ImmutableArray<ReportEntry> reports) =>
        new(ArchiveSettings.Default, [.. reports.Select((report, i) => new AgencyEntry($"a{i}", $"某局{i}", null, [report with { AgencyKey = $"a{i}" }], []))], []);
}
