using System.Diagnostics;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Tests.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

/// <summary>What two years' prose have in common.</summary>
public sealed class ProseComparisonTests
{
    [Theory]
    [InlineData("甲事。乙事！丙事？丁事；戊", "甲事。|乙事！|丙事？|丁事；|戊")]
    [InlineData("他说：“好。”又说：（不。）完", "他说：“好。”|又说：（不。）|完")]
    [InlineData("第一行\n第二行。 第三", "第一行|第二行。|第三")]
    [InlineData("……。1.2。甲？！乙", "甲？！|乙")]
    [InlineData("  \n\n", "")]
    public void Prose_falls_into_sentences(string text, string sentences) =>
        string.Join('|', Sentences.Of(Report(text), SectionKind.Overview).Select(sentence => sentence.Text)).ShouldBe(sentences);

    [Theory]
    [InlineData("收到申请10件。", "收到申请1,234件。", true)]
    [InlineData("2021年，占 5.5%。", "2022年，占12%。", true)]
    [InlineData("收到申请１０件。", "收到申请7件。", true)]
    [InlineData("收到申请10件。", "收到举报10件。", false)]
    [InlineData("增加10件。", "增加10件！", false)]
    public void Digits_and_white_space_make_no_difference(string one, string other, bool isSame) =>
        (Sentences.Of(Report(one)).Single().Key == Sentences.Of(Report(other)).Single().Key).ShouldBe(isSame);

    [Fact]
    public void Tables_other_sections_and_the_signature_are_left_out()
    {
        var report = Report("甲。") with
        {
            Sections =
            [
                Section(SectionKind.Preamble, "引言。"), Section(SectionKind.Overview, "甲。"), Section(SectionKind.Proactive, "乙。"),
                Section(SectionKind.Other, "无\n示例县民政局\n2023年1月18日"),
            ],
        };

        Sentences.Of(report).Select(sentence => sentence.Text).ShouldBe(["甲。", "无"]);
        Sentences.Of(Report("无。\n二〇二三年一月五日")).Select(sentence => sentence.Text).ShouldBe(["无。"]);
        Sentences.Of(Report("没有其他事项，特此报告\n2023年1月18日")).Select(sentence => sentence.Text).ShouldBe(["没有其他事项，特此报告"]);
        Sentences.Of(Report("截至2023年1月18日，没有。")).Count().ShouldBe(1);
    }

    [Fact]
    public void The_share_is_of_characters_and_names_both_counts()
    {
        var same = "示例县各部门按照要求做好政府信息公开工作。" + new string('字', 100) + "。";
        var earlier = ProseDigest.Of(Report(same + "旧句子。"));
        var later = ProseDigest.Of(Report(same + new string('新', 99) + "。"));

        var repetition = Repetition.Between(earlier, later);

        repetition.ShouldBe(new Repetition(3, 2, 222, 122));
        repetition.Percent.ShouldBe(55);
    }

    [Theory]
    [InlineData(199, 199, null)]
    [InlineData(200, 0, 0)]
    [InlineData(200, 200, 100)]
    [InlineData(1000, 999, 99)]
    [InlineData(1000, 1, 1)]
    [InlineData(1000, 125, 13)]
    public void A_short_prose_has_no_share_and_only_all_is_all(int characters, int repeated, int? percent) =>
        new Repetition(10, 5, characters, repeated).Percent.ShouldBe(percent);

    [Fact]
    public void A_change_of_figures_shows_the_figures() =>
        Diff("全年新收申请10件，办结12件，结转0件。", "全年新收申请7件，办结9件，结转0件。").ShouldBe("=全年新收申请 -10 +7 =件，办结 -12 +9 =件，结转0件。");

    [Fact]
    public void A_rewording_shows_what_changed_in_runs() =>
        Diff("主要问题是公开内容不够全面，解读形式比较单一。", "主要问题是公开内容还不够全面，解读质量有待提高。")
            .ShouldBe("=主要问题是公开内容 +还 =不够全面，解读 -形式比较单一。 +质量有待提高。");

    [Fact]
    public void What_is_too_unlike_is_shown_as_a_whole() =>
        Diff("组织业务培训十次，新上岗人员全部参加。", "公开工作列入年度考核，没有追究责任的情况。")
            .ShouldBe("-组织业务培训十次，新上岗人员全部参加。 +公开工作列入年度考核，没有追究责任的情况。");

    [Fact]
    public void What_went_stands_before_what_came_in_its_place() =>
        Diff("甲甲甲甲。乙乙乙乙。丙丙丙丙。", "甲甲甲甲。丁丁丁丁。戊戊戊戊。丙丙丙丙。").ShouldBe("=甲甲甲甲。 -乙乙乙乙。 +丁丁丁丁。 +戊戊戊戊。 =丙丙丙丙。");

    [Fact]
    public void A_sentence_that_moved_is_neither_new_nor_gone()
    {
        var moved = ProseComparison.Compare(Report("甲甲甲。乙乙乙。丙丙丙。"), Report("丙丙丙。甲甲甲。乙乙乙。")).Single().Sentences;

        moved.Select(sentence => sentence.Change).ShouldBe([SentenceChange.Moved, SentenceChange.Same, SentenceChange.Same]);
    }

    /// <summary>The page and the share must say the same: what is repeated by the one is by the other.</summary>
    [Fact]
    public void The_comparison_agrees_with_the_share()
    {
        var (earlier, later) = (Many(40, 0, 3), Many(40, 7, 4));

        var repetition = Repetition.Between(ProseDigest.Of(earlier), ProseDigest.Of(later));
        var sentences = ProseComparison.Compare(earlier, later).SelectMany(section => section.Sentences).ToList();

        sentences.Count(sentence => sentence.Change is SentenceChange.Same or SentenceChange.Figures or SentenceChange.Moved).ShouldBe(repetition.RepeatedSentences);
        sentences.Count(sentence => sentence.Change != SentenceChange.Removed).ShouldBe(repetition.Sentences);
        repetition.RepeatedSentences.ShouldBeInRange(1, repetition.Sentences - 1);

        // Nothing of the later report is lost or made up, and nothing of the earlier is shown that is not its own.
        string.Concat(sentences.SelectMany(sentence => sentence.Runs).Where(run => run.Change != RunChange.Removed).Select(run => run.Text))
            .ShouldBe(string.Concat(Sentences.Of(later).Select(sentence => sentence.Text)));
    }

    /// <summary>Reports come from strangers: thousands of sentences, all reworded, or one without an end.</summary>
    [Fact]
    public void Long_prose_is_compared_in_bounded_time()
    {
        var watch = Stopwatch.StartNew();

        ProseComparison.Compare(Many(8000, 0, 3), Many(8000, 5, 7)).Single().Sentences.Length.ShouldBeGreaterThanOrEqualTo(8000);
        ProseComparison.Compare(Report(new string('甲', 1_000_000)), Report(new string('乙', 1_000_000))).Single().Sentences.Length.ShouldBe(2);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_report_is_compared_with_the_year_before_only()
    {
        ReportEntry Entry(int? year, bool isCurrent = true, string text = "甲。") =>
            Report(text).Entry("a", isCurrent) with { Year = year, Slug = $"{year}-{isCurrent}" };
        var (first, second, gap, revision, empty) = (Entry(2020), Entry(2021), Entry(2023), Entry(2021, false), Entry(2024, text: ""));
        var agency = new AgencyEntry("a", "甲局", null, [first, second, revision, gap, empty, Entry(null)], [2022]);

        agency.Reports.Select(report => Repetition.Former(agency, report)).ShouldBe([null, first, null, null, null, null]);
        Repetition.Former(agency with { Key = AgencyEntry.UnidentifiedKey }, second).ShouldBeNull();
    }

    private static string Diff(string earlier, string later) => string.Join(' ', ProseComparison.Compare(Report(earlier), Report(later))
        .SelectMany(section => section.Sentences).SelectMany(sentence => sentence.Runs)
        .Select(run => run.Change switch { RunChange.Added => "+", RunChange.Removed => "-", _ => "=" } + run.Text));

    private static AnnualReport Report(string overview) =>
        DemoReports.Make(Editions.Form2021, "示例县民政局", 2022) with { Sections = [Section(SectionKind.Overview, overview)] };

    private static Section Section(SectionKind kind, string text) => new(kind, "", [new Paragraph(text, SourceLocation.None)], SourceLocation.None);

    /// <summary>So many sentences, each of its own letters but every n-th, which has another wording in another variant.</summary>
    private static AnnualReport Many(int count, int variant, int each) => Report(string.Concat(Enumerable.Range(0, count).Select(i =>
        $"{(char)('一' + (i % 5000))}{(char)('丁' + (i / 50))}局围绕第{(char)('万' + (i % 997))}项工作{(i % each == 0 ? new string((char)('甲' + variant), 3 + variant) : "照常")}推进{i + variant}次。")));
}
