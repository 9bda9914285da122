using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

public sealed class ArchiveAssemblerTests
{
    [Fact]
    public void Reports_stand_by_agency_and_year_and_gaps_are_told()
    {
        var agency = Assemble(
            ("c.txt", "agency: 甲\nyear: 2022\n"), ("a.txt", "agency: 甲\nyear: 2018\n"), ("b.txt", "agency: 甲\nyear: 2021\n"), ("d.txt", "agency: 甲\n"))
            .Agencies.Single();
        (agency.Key, agency.Name).ShouldBe(("甲", "甲"));
        agency.Reports.Select(report => report.Source.Path).ShouldBe(["a.txt", "b.txt", "c.txt", "d.txt"]);
        agency.Reports.Take(3).Select(report => report.Slug).ShouldBe(["2018", "2021", "2022"]);
        agency.Reports[3].Slug.ShouldBe("undated-" + agency.Reports[3].Source.Sha256[..8]);
        agency.Reports.ShouldAllBe(report => report.IsCurrent);
        agency.Gaps.ShouldBe([2019, 2020]);
        agency.Reports[1].Added.Select(diagnostic => (diagnostic.Code, diagnostic.Arguments[0])).ShouldBe([("DA7003", "2019"), ("DA7003", "2020")]);
    }

    [Fact]
    public void A_registered_agency_stands_under_its_id_by_any_of_its_names()
    {
        var register = new AgencyRegister([new Agency("minzheng", "示例县民政局", "", "", ["民政局"])]);
        var agency = Assemble(register, ("a.txt", "agency: 民政局\nyear: 2021\n"), ("b.txt", "agency: 示例县民政局\nyear: 2022\n")).Agencies.Single();
        (agency.Key, agency.Name, agency.Register).ShouldBe(("minzheng", "示例县民政局", register.Agencies[0]));
        agency.Reports.Length.ShouldBe(2);
    }

    [Fact]
    public void Names_that_a_file_system_would_fold_together_are_kept_apart()
    {
        var register = new AgencyRegister([new Agency("abc", "字母局", "", "", [])]);
        var archive = Assemble(register,
            ("a.txt", "agency: ABC\nyear: 2021\n"), ("b.txt", "agency: abC\nyear: 2021\n"), ("c.txt", "agency: 字母局\nyear: 2021\n"), ("d.txt", "agency: Unidentified\n"), ("e.txt", "year: 2020\n"));
        archive.Agencies.Select(agency => PathName.Folded(agency.Key)).Distinct().Count().ShouldBe(5);
        archive.Agencies.Single(agency => agency.Register is not null).Key.ShouldBe("abc");
        archive.Agencies.Single(agency => agency.Name == "ABC").Key.ShouldMatch("^ABC-[0-9a-f]{8}$");
    }

    [Fact]
    public void The_unidentified_come_last_each_under_year_and_hash_even_if_a_file_is_there_twice()
    {
        var archive = Assemble(("a.txt", "year: 2021\n"), ("copy.txt", "year: 2021\n"), ("b.txt", "x: y\n"), ("z.txt", "agency: 甲\nyear: 2021\n"));
        var last = archive.Agencies[^1];
        (last.Key, last.Name, last.IsUnidentified).ShouldBe(("unidentified", "待认定机关", true));
        var hash = last.Reports[0].Source.Sha256[..8];
        last.Reports.Select(report => report.Slug).ShouldBe([$"2021-{hash}", $"2021-{hash}-2", "undated-" + last.Reports[2].Source.Sha256[..8]]);
        last.Reports.ShouldAllBe(report => report.IsCurrent && report.Worst == Severity.Error && report.Errors == 1);
    }

    [Fact]
    public void The_report_published_last_is_the_current_one()
    {
        var reports = Assemble(
            ("new.txt", "agency: 甲\nyear: 2021\npublished: 2022-03-01\n"), ("old.txt", "agency: 甲\nyear: 2021\npublished: 2022-01-15\n")).Reports.ToList();
        reports.Select(report => (report.Source.Path, report.IsCurrent)).ShouldBe([("new.txt", true), ("old.txt", false)]);
        reports.Select(report => report.Slug).ShouldBe(["2021", "2021-" + reports[1].Source.Sha256[..8]]);
        reports[0].Added.ShouldBeEmpty();
        reports[1].Added.ShouldHaveSingleItem().Code.ShouldBe("DA7001");
        reports[1].Added[0].Arguments[0].ShouldBe("new.txt");
    }

    [Fact]
    public void The_sidecars_word_overrides_the_dates()
    {
        var reports = Assemble(AgencyRegister.Empty, [
            MadeReport.Read("new.txt", "agency: 甲\nyear: 2021\npublished: 2022-03-01\n"),
            MadeReport.Read("old.txt", "agency: 甲\nyear: 2021\npublished: 2022-01-15\n", new Sidecar(Current: true, Corrections: []))]).Reports.ToList();
        reports[0].Source.Path.ShouldBe("old.txt");
        reports[0].Added.ShouldBeEmpty();
    }

    [Fact]
    public void Without_dates_the_last_path_is_taken_and_that_is_told()
    {
        var reports = Assemble(
            ("a.txt", "agency: 甲\nyear: 2021\npublished: 2022-03-01\n"), ("b.txt", "agency: 甲\nyear: 2021\npublished: 2022-03-01\n")).Reports.ToList();
        reports[0].Source.Path.ShouldBe("b.txt");
        reports[0].Added.ShouldHaveSingleItem().Code.ShouldBe("DA7002");
        reports[1].Added.ShouldHaveSingleItem().Code.ShouldBe("DA7001");
    }

    [Fact]
    public void What_was_carried_over_must_be_carried_in()
    {
        var reports = Assemble(
            ("a.txt", "agency: 甲\nyear: 2020\nform: form-2019\nrequests.carried_out.total: 5\nrequests.carried_out.ngo:\nrequests.carried_out.business: 2\n"),
            ("b.txt", "agency: 甲\nyear: 2021\nrequests.carried_in.total: 3\nrequests.carried_in.ngo: 0\nrequests.carried_in.business: 2\n")).Reports.ToList();
        reports[0].CarryOver.ShouldBeEmpty();
        var judged = reports[1].CarryOver.ToDictionary(finding => finding.Relation);
        judged.Keys.ShouldBe(["carry_over.natural_person", "carry_over.business", "carry_over.research", "carry_over.ngo", "carry_over.legal_service", "carry_over.other_org", "carry_over.total"]);
        judged["carry_over.natural_person"].Status.ShouldBe(FindingStatus.Passed);
        judged["carry_over.business"].Left.ShouldBe(2);
        var ngo = judged["carry_over.ngo"];
        (ngo.Status, ngo.Left, ngo.Right).ShouldBe((FindingStatus.NotAssessable, null, null));
        var total = judged["carry_over.total"];
        (total.Status, total.Left, total.Right, total.Rule).ShouldBe((FindingStatus.Failed, 5m, 3m, "carry_over"));
        total.LeftCells.ShouldBe([new CellName("requests", "carried_out", "total")]);
        total.RightCells.ShouldBe([new CellName("requests", "carried_in", "total")]);
        total.Detail.ShouldContain("相差 2");
        reports[1].Added.ShouldHaveSingleItem().Code.ShouldBe("DA5001");
        (reports[1].Passed, reports[1].Failed, reports[1].NotAssessable).ShouldBe((6, 1, 2));
        reports[1].Worst.ShouldBe(Severity.Warning);
    }

    [Theory]
    [InlineData("agency: 甲\nyear: 2019\n")]
    [InlineData("agency: 乙\nyear: 2020\n")]
    [InlineData("agency: 甲\nyear: 2020\nform: form-2008\n")]
    [InlineData("agency: 甲\n")]
    public void Carry_over_needs_the_same_agencys_table_of_the_year_before(string other) =>
        Assemble(("a.txt", other), ("b.txt", "agency: 甲\nyear: 2021\n")).Reports.ShouldAllBe(report => report.CarryOver.IsEmpty);

    [Fact]
    public void Earlier_revisions_are_not_compared()
    {
        var reports = Assemble(
            ("a.txt", "agency: 甲\nyear: 2020\npublished: 2021-01-01\nrequests.carried_out.total: 9\n"),
            ("b.txt", "agency: 甲\nyear: 2020\npublished: 2021-02-01\nrequests.carried_out.total: 4\n"),
            ("c.txt", "agency: 甲\nyear: 2021\npublished: 2022-02-01\nrequests.carried_in.total: 4\n"),
            ("d.txt", "agency: 甲\nyear: 2021\npublished: 2022-01-01\nrequests.carried_in.total: 9\n")).Reports.ToDictionary(report => report.Source.Path);
        reports["c.txt"].CarryOver.ShouldAllBe(finding => finding.Status == FindingStatus.Passed);
        reports["d.txt"].CarryOver.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("requests.received.total: 7\nrequests.concluded.total: 6\ndisputes.review.total: 1\ndisputes.litigation_direct.total: 2\ndisputes.litigation_after_review.total: 3\n", "7 6 1 5")]
    [InlineData("requests.received.total: /\nrequests.concluded.total:\ndisputes.review.total: x\ndisputes.litigation_direct.total: 2\ndisputes.litigation_after_review.total:\n", "- - - -")]
    [InlineData("form: form-2008\nstatistics_2008.依申请公开情况/收到申请数.value: 8\nstatistics_2008.行政诉讼数量.value: 4\n", "8 0 0 4")]
    public void Key_figures_are_those_of_the_form(string content, string expected)
    {
        var key = Assemble(("a.txt", content)).Reports.Single().Key;
        string.Join(' ', new[] { key.Received, key.Concluded, key.Reviews, key.Lawsuits }.Select(value => value?.ToString() ?? "-")).ShouldBe(expected);
    }

    private static ReportArchive Assemble(params (string Path, string Content)[] reports) => Assemble(AgencyRegister.Empty, reports);

    private static ReportArchive Assemble(AgencyRegister register, params (string Path, string Content)[] reports) =>
        Assemble(register, reports.Select(report => MadeReport.Read(report.Path, report.Content, register: register)));

    private static ReportArchive Assemble(AgencyRegister register, IEnumerable<AnnualReport> reports) => ArchiveAssembler.Assemble(
        new InputFolder([], register, ArchiveSettings.Default, []), [.. reports.Select(ReportSummary.Of)]);
}
