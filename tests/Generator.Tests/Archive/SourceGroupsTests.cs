using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

/// <summary>Which files are one report. A group is written <c>main+further</c>.</summary>
public sealed class SourceGroupsTests
{
    private const string Report = "agency: 甲局\nyear: 2021\ntext: " + Prose + "\n";

    private const string Prose = "全年通过门户网站、公告栏和政务新媒体主动公开政府信息，及时发布预算、决算和专项资金的分配结果，回应社会关切；办理依申请公开均在法定期限内答复，没有收取费用；组织两次业务培训，进一步明确各股室的公开责任和审查程序，健全发布前保密审查制度。";

    [Theory]
    [InlineData("a/2021.docx", "a/2021.pdf", "a/2021.docx+a/2021.pdf")]
    [InlineData("２０２１ 年报.DOCX", "2021年报.pdf", "２０２１ 年报.DOCX+2021年报.pdf")]
    [InlineData("Report.docx", "REPORT.pdf", "Report.docx+REPORT.pdf")]
    [InlineData("报告", "报告.docx", "报告+报告.docx")]
    [InlineData("a\ud800.docx", "a\ud800.pdf", "a\ud800.docx+a\ud800.pdf")]
    [InlineData("a/2021.docx", "b/2021.pdf", "a/2021.docx b/2021.pdf")]
    [InlineData("2021.docx", "2021（修订）.pdf", "2021.docx 2021（修订）.pdf")]
    [InlineData("2021①.docx", "20211.pdf", "20211.pdf 2021①.docx")]
    [InlineData("报告.修订", "报告.docx", "报告.docx 报告.修订")]
    public void Files_of_one_folder_and_name_are_one_report(string one, string other, string expected) =>
        Find((one, Report + "format: Docx\ntitle: 一\n", null), (other, Report + "format: Pdf\ntitle: 二\n", null)).ShouldBe(expected);

    [Theory]
    [InlineData("", "", "r.docx+r.pdf")]
    [InlineData("requests.received.total: 0 0\n", "", "r.pdf+r.docx")]
    [InlineData("requests.received.total: missing\n", "requests.received.ngo: ?\n", "r.docx+r.pdf")]
    [InlineData("requests.received.total:\n", "", "r.docx+r.pdf")]
    [InlineData("scan: yes\n", "requests.received.total: 0 0\n", "r.pdf+r.docx")]
    public void The_main_file_is_the_one_of_which_most_is_read_then_the_better_container(string ofDocx, string ofPdf, string expected) =>
        Find(("r.docx", Report + "format: Docx\n" + ofDocx, null), ("r.pdf", Report + "format: Pdf\n" + ofPdf, null)).ShouldBe(expected);

    [Fact]
    public void What_a_sidecar_calls_current_is_the_main_file_unless_it_has_no_figures()
    {
        var current = new Sidecar(Current: true, Corrections: []);
        Find(("r.docx", Report + "format: Docx\n", null), ("r.pdf", Report + "format: Pdf\nrequests.received.total: missing\n", current)).ShouldBe("r.pdf+r.docx");
        Find(("r.docx", Report + "format: Docx\n", null), ("r.pdf", Report + "format: Pdf\nscan: yes\n", current)).ShouldBe("r.docx+r.pdf");
    }

    [Fact]
    public void What_a_sidecar_calls_superseded_is_a_revision() =>
        Find(("r.docx", Report + "format: Docx\n", null), ("r.pdf", Report + "format: Pdf\n", new Sidecar(Current: false, Corrections: []))).ShouldBe("r.docx r.pdf");

    [Theory]
    [InlineData("agency: 甲局\nyear: 2021\n", "agency: 甲局\nyear: 2022\n", false)]
    [InlineData("agency: 甲局\nyear: 2021\n", "agency: 乙局\nyear: 2021\n", false)]
    [InlineData("agency: 甲局\nyear: 2021\n", "agency: 乙局\nagency_from: Text\nyear: 2021\n", false)]
    [InlineData("agency: 甲局\nyear: 2021\n", "agency: 乙局\nagency_from: FileName\nyear: 2021\n", true)]
    [InlineData("agency: 甲局\nyear: 2021\n", "agency: 甲局\nyear: 2020\nyear_from: FileName\n", true)]
    [InlineData("agency: 示例县甲局\nyear: 2021\n", "agency: 甲局\nyear: 2021\n", true)]
    [InlineData("agency: 甲局\nyear: 2021\n", "scan: yes\n", true)]
    [InlineData("x: y\n", "x: z\n", true)]
    public void Files_that_say_they_are_of_different_agencies_or_years_are_not(string one, string other, bool isOne) =>
        Find(("r.docx", one + "format: Docx\n", null), ("r.pdf", other + "format: Pdf\n", null)).ShouldBe(isOne ? "r.docx+r.pdf" : "r.docx r.pdf");

    [Fact]
    public void A_sidecars_word_outweighs_what_the_other_file_only_suggests() =>
        Find(("r.docx", "agency: 乙局\nagency_from: Metadata\nyear: 2021\nformat: Docx\n", null), ("r.pdf", "scan: yes\nyear: 2021\nformat: Pdf\n", new Sidecar("甲局", Corrections: [])))
            .ShouldBe("r.docx+r.pdf");

    [Fact]
    public void Two_files_of_one_container_are_not_two_containers() =>
        Find(("r.htm", Report + "format: Html\n", null), ("r.html", Report + "format: Html\nrequests.received.total: 1\n", null), ("r.pdf", Report + "format: Pdf\nrequests.received.total: 2\n", null))
            .ShouldBe("r.htm r.html r.pdf");

    [Fact]
    public void Three_containers_of_one_report_are_one_report() =>
        Find(("r.docx", Report + "format: Docx\n", null), ("r.ofd", Report + "scan: yes\nformat: Unsupported\n", null), ("r.html", Report + "format: Html\n", null))
            .ShouldBe("r.docx+r.html+r.ofd");

    [Fact]
    public void Files_that_contradict_each_other_do_not_meet_in_one_that_says_nothing() =>
        Find(("r.docx", "x: y\nformat: Docx\n", null), ("r.html", "agency: 甲局\nformat: Html\n", null), ("r.pdf", "agency: 乙局\nformat: Pdf\n", null))
            .ShouldBe("r.docx+r.html r.pdf");

    [Fact]
    public void An_archive_is_no_container_of_a_report()
    {
        var zip = MadeReport.Read("r.zip", "scan: yes\nformat: Unsupported\n");
        Find(MadeReport.Read("r.docx", Report + "format: Docx\n"), zip with { Diagnostics = [DiagnosticRules.ArchiveRefused.For("zip")] }).ShouldBe("r.docx r.zip");
    }

    [Theory]
    [InlineData("a.html", "", "b.docx", "", true)]
    [InlineData("a.html", "published: 2022-01-20\n", "b.docx", "", true)]
    [InlineData("a.html", "published: 2022-01-20\n", "b.docx", "published: 2022-01-21\n", false)]
    [InlineData("a.html", "", "b.docx", "title: 甲局2021年年报（修订）\n", false)]
    [InlineData("a.html", "", "b.docx", "requests.received.total: 1\n", false)]
    [InlineData("a.html", "", "b.docx", "requests.received.total:\n", false)]
    [InlineData("a.html", "requests.received.total: 0 0\n", "b.docx", "requests.received.total: 0 0\n", false)]
    [InlineData("a.html", "", "b.docx", "form: form-2019\n", false)]
    [InlineData("a.html", "", "b.docx", "text: 短\n", false)]
    [InlineData("a.html", "text: 短\n", "b.docx", "text: 短\n", false)]
    [InlineData("a.html", "", "b.docx", "text: " + Prose + "打印本页 关闭窗口\n", true)]
    [InlineData("a.html", "", "b修订.docx", "", false)]
    [InlineData("a.html", "", "b(1).docx", "", false)]
    [InlineData("a.html", "", "b.docx", "format: Html\n", false)]
    [InlineData("a.html", "", "b.docx", "year: 2022\n", false)]
    public void Files_of_different_names_are_one_report_only_if_nothing_tells_them_apart(string one, string ofOne, string other, string ofOther, bool isOne)
    {
        static string With(string more, string format) =>
            string.Join('\n', (Report + $"format: {format}\n" + more).Split('\n').Where(line => line.Length > 0).GroupBy(line => line.Split(':')[0]).Select(lines => lines.Last()));
        Find((one, With(ofOne, "Html"), null), (other, With(ofOther, "Docx"), null)).ShouldBe(isOne ? $"{other}+{one}" : $"{one} {other}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sidecars_word_on_what_is_current_tells_files_of_different_names_apart(bool current) =>
        Find(("a.html", Report + "format: Html\n", null), ("b.docx", Report + "format: Docx\n", new Sidecar(Current: current, Corrections: []))).ShouldBe("a.html b.docx");

    [Fact]
    public void Transcribed_figures_are_no_proof_of_being_alike()
    {
        var one = MadeReport.Read("a.html", Report + "format: Html\n");
        var other = MadeReport.Read("b.docx", Report + "format: Docx\n") with { TranscribedBy = "乙" };
        Find(one, other).ShouldBe("a.html b.docx");
    }

    [Fact]
    public void A_machine_reads_before_a_hand()
    {
        var read = MadeReport.Read("r.pdf", Report + "format: Pdf\nrequests.received.total: missing\n");
        var copied = MadeReport.Read("r.docx", Report + "format: Docx\n") with { TranscribedBy = "乙" };
        Find(read, copied).ShouldBe("r.pdf+r.docx");
    }

    private static string Find(params (string Path, string Content, Sidecar? Sidecar)[] files) =>
        Find([.. files.Select(file => MadeReport.Read(file.Path, file.Content, file.Sidecar))]);

    private static string Find(params AnnualReport[] reports)
    {
        AnnualReport Load(SourceInfo source) => reports.Single(report => report.Source == source);
        var found = SourceGroups.Find([.. reports.Select(ReportSummary.Of)], Load);
        SourceGroups.Find([.. reports.Reverse().Select(ReportSummary.Of)], Load).SelectMany(group => group).ShouldBe(found.SelectMany(group => group), "the order of the files does not matter");
        return string.Join(' ', found.Select(group => string.Join('+', group.Select(source => source.Path))));
    }
}
