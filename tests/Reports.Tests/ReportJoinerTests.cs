using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests;

/// <summary>One report of several files: what is compared, what is said, and whose word holds.</summary>
public sealed class ReportJoinerTests
{
    private const string Title = "# 示例县民政局2021年政府信息公开工作年度报告";

    [Fact]
    public void FilesThatAgreeSayHowManyNumbersAreTheSame()
    {
        var joined = ReportJoiner.Join(Read("a/2021.md", Table()), [Read("a/2021.txt", Table())]);
        var further = joined.FurtherSources.ShouldHaveSingleItem();
        (further.Source.Path, further.Agreeing, further.Differing.Length, further.Additional.Length, further.Unmatched).ShouldBe(("a/2021.txt", 14, 0, 0, 0));
        Added(joined, "a/2021.md").ShouldBe(["DA7009"]);
        joined.Diagnostics[^1].Chinese.ShouldBe("2021.txt 与 2021.md 是同一份报告，数字取自后者：14 个数字一致。");
        joined.Figures.ShouldBe(Read("a/2021.md", Table()).Figures);
    }

    [Fact]
    public void EveryDifferenceIsToldAndTheMainFilesFigureStands()
    {
        var joined = ReportJoiner.Join(Read("2021.md", Table()), [Read("2021.txt", Table(received: "12 | 3 | 0 | 1 | 0 | | 16"))]);
        Added(joined, "2021.md").ShouldBe(["DA7007", "DA7007", "DA7009"]);
        var total = joined.Diagnostics.Last(diagnostic => diagnostic.Code == "DA7007");
        total.Severity.ShouldBe(Severity.Error);
        total.Chinese.ShouldBe("同一份报告的两份文件不一致：“本年新收政府信息公开申请数量 · 总计”在 2021.md 中为 18，在 2021.txt 中为 16（第7行，第1个表第2行第9格）；采用前者。");
        joined.Diagnostics.First(diagnostic => diagnostic.Code == "DA7007").Chinese.ShouldContain("在 2021.md 中为 2，在 2021.txt 中为 空白");
        joined[new CellName("requests", "received", "total")]!.Value.ShouldBe(18);
        joined.FurtherSources[0].Differing.Select(figure => (figure.Name.Column, figure.Value)).ShouldBe([("other_org", null), ("total", 16m)]);
        joined.FurtherSources[0].Agreeing.ShouldBe(12);
        joined.Diagnostics[^1].Chinese.ShouldContain("12 个数字一致，2 格不同");
    }

    [Fact]
    public void WhatOnlyTheOtherFileHasIsToldAndNotTaken()
    {
        var joined = ReportJoiner.Join(Read("2021.md", Table(carried: "5 | 0 | 4 0 | 0 | 0 | 0 | 9")), [Read("2021.txt", Table())]);
        Added(joined, "2021.md", Table(carried: "5 | 0 | 4 0 | 0 | 0 | 0 | 9")).ShouldBe(["DA7008", "DA7009"]);
        joined.Diagnostics[^2].Chinese.ShouldContain("有 1 格从 2021.md 中没有读出，而同一份报告的 2021.txt 中有（首先是“上年结转政府信息公开申请数量 · 科研机构”：4）");
        joined[new CellName("requests", "carried_in", "research")]!.State.ShouldBe(FigureState.Unreadable);
        joined.FurtherSources[0].Additional.ShouldHaveSingleItem().Value.ShouldBe(4);
    }

    [Fact]
    public void WhatTheOtherFileLacksIsCountedAndIsNoDifference()
    {
        var joined = ReportJoiner.Join(Read("2021.md", Table()), [Read("2021.txt", Table(carried: "5 | 0 | 4 0 | 0 | 0 | 0 | 9"))]);
        Added(joined, "2021.md").ShouldBe(["DA7009"]);
        joined.FurtherSources[0].Unmatched.ShouldBe(1);
    }

    [Fact]
    public void AScanBesideIsNoFuss()
    {
        var joined = ReportJoiner.Join(Read("2021.md", Table()), [Read("2021.ofd", "OFD")]);
        Added(joined, "2021.md").ShouldBe(["DA7009"]);
        joined.Diagnostics[^1].Severity.ShouldBe(Severity.Info);
        joined.Diagnostics[^1].Chinese.ShouldContain("没有从中读出法定数字，未能比对（暂不能读取这种格式的文件（ofd））");
    }

    [Fact]
    public void ACorrectionMayMakeFilesAgreeOrTellWhereTheyDoNot()
    {
        Sidecar Correcting(string expect, decimal value) => new(Corrections: [new Correction("requests.received.total", expect, value, "核对原件")]);
        var wrong = Table(received: "12 | 3 | 0 | 1 | 0 | 2 | 81");

        ReportJoiner.Join(Read("2021.md", wrong, Correcting("81", 18)), [Read("2021.txt", wrong)]).FurtherSources[0].Differing.ShouldBeEmpty("both print 81, which is corrected");
        ReportJoiner.Join(Read("2021.md", wrong, Correcting("81", 18)), [Read("2021.txt", Table())]).FurtherSources[0].Differing.ShouldBeEmpty("18 is what it should be");
        ReportJoiner.Join(Read("2021.md", Table()), [Read("2021.txt", wrong, Correcting("81", 18))]).FurtherSources[0].Differing.ShouldBeEmpty("the other file is corrected");
        ReportJoiner.Join(Read("2021.md", wrong), [Read("2021.txt", wrong, Correcting("81", 18))]).FurtherSources[0].Differing.Length.ShouldBe(1, "a correction beside the other file does not correct the report");
    }

    [Fact]
    public void ASidecarBesideEitherFileHoldsForTheReport()
    {
        var untitled = Table().Replace(Title, "# 年度报告");
        var joined = ReportJoiner.Join(
            Read("x.md", untitled), [Read("x.ofd", "OFD", new Sidecar("示例县民政局", 2021, new DateOnly(2022, 1, 20), "https://example.org/x", new DateOnly(2023, 1, 1), true, []))]);
        (joined.AgencyName?.Value, joined.Year?.Value, joined.Published?.Value, joined.DeclaredCurrent).ShouldBe(("示例县民政局", 2021, new DateOnly(2022, 1, 20), true));
        joined.Diagnostics.Select(diagnostic => diagnostic.Code).Intersect(["DA4001", "DA4002", "DA4003", "DA4004"]).ShouldBeEmpty();
        joined.Url.ShouldBeNull("the main file was not taken from there");
        joined.FurtherSources[0].Url.ShouldBe("https://example.org/x");
    }

    [Fact]
    public void AFileThatNamesItsAgencyTellsTheOthers()
    {
        var joined = ReportJoiner.Join(Read("x.md", Table().Replace(Title, "# 年度报告")), [Read("x.txt", Title[2..] + "\n\n六、其他需要报告的事项\n\n无。\n")]);
        (joined.AgencyName, joined.Year).ShouldBe((new Fact<string>("示例县民政局", FactSource.Title), new Fact<int>(2021, FactSource.Title)));
        joined.Diagnostics.Select(diagnostic => diagnostic.Code).Intersect(["DA4001", "DA4002", "DA4003", "DA4004"]).ShouldBeEmpty();
    }

    [Fact]
    public void OfTwoSidecarsTheMainFilesWinsAndThatIsTold()
    {
        var joined = ReportJoiner.Join(
            Read("2021.md", Table(), new Sidecar(Published: new DateOnly(2022, 1, 20), Corrections: [])),
            [Read("2021.txt", Table(), new Sidecar(Published: new DateOnly(2022, 1, 21), Corrections: []))]);
        joined.Published!.Value.ShouldBe(new DateOnly(2022, 1, 20));
        var said = joined.Diagnostics.Single(diagnostic => diagnostic.Code == "DA6012");
        said.Chinese.ShouldBe("说明文件 2021.txt.yml 中的“published: 2022-01-21”没有采用：同一份报告的另一个说明文件写的是 2022-01-20。");
    }

    [Fact]
    public void WhatTheOtherFilesSidecarNeedsIsKept()
    {
        var correcting = new Sidecar(Corrections: [new Correction("requests.received.total", "81", 18, "核对原件")]);
        ReportJoiner.Join(Read("2021.md", Table()), [Read("2021.txt", Table(), correcting)]).Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "DA6004");
    }

    [Fact]
    public void TablesOfTwoEditionsAreComparedWhereTheyMeanTheSame()
    {
        const string later = "\n\n## 二、主动公开政府信息情况\n\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n| --- | --- | --- | --- |\n| 规章 | 1 | 2 | 3 |\n";
        const string trial = "\n\n## 二、主动公开政府信息情况\n\n| 信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n| --- | --- | --- | --- |\n| 规章 | 4 | 5 | 6 |\n";
        var joined = ReportJoiner.Join(Read("2021.md", Table() + later), [Read("2021.markdown", Table() + trial)]);
        joined.FurtherSources[0].Differing.ShouldBeEmpty("made means 本年制发件数 in the one, 本年新制作数量 in the other");
        joined.FurtherSources[0].Additional.Length.ShouldBe(3);
        joined.FurtherSources[0].Agreeing.ShouldBe(14);
    }

    private static string Table(string received = "12 | 3 | 0 | 1 | 0 | 2 | 18", string carried = "5 | 0 | 4 | 0 | 0 | 0 | 9") => $"""
        {Title}

        三、收到和处理政府信息公开申请情况

        | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | 一、本年新收政府信息公开申请数量 | {received} |
        | 二、上年结转政府信息公开申请数量 | {carried} |
        """;

    /// <summary>What joining said beside what is said of the main file.</summary>
    private static IEnumerable<string> Added(AnnualReport joined, string path, string? content = null)
    {
        var alone = Read(path, content ?? Table()).Diagnostics.Select(diagnostic => diagnostic.Code).ToList();
        joined.Diagnostics.Take(alone.Count).Select(diagnostic => diagnostic.Code).ShouldBe(alone);
        return joined.Diagnostics.Skip(alone.Count).Select(diagnostic => diagnostic.Code);
    }

    private static AnnualReport Read(string path, string content, Sidecar? sidecar = null) =>
        Tools.Reader().Read(new SourceFile(path, Encoding.UTF8.GetBytes(content)), sidecar ?? Sidecar.None);
}
