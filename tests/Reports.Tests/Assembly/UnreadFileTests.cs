using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Assembly;

/// <summary>Files of which nothing can be read, with a sidecar and without.</summary>
public sealed class UnreadFileTests
{
    private static readonly Sidecar Known = new("示例县民政局", 2021, Corrections: []);

    [Fact]
    public void WithAgencyAndYearOnlyTheFileItselfIsSpokenOf()
    {
        var report = Read("扫描件.ofd", Known);
        report.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["DA1001"]);
        (report.AgencyName?.Value, report.Year?.Value, report.Edition).ShouldBe(("示例县民政局", 2021, null));
    }

    [Fact]
    public void WithoutASidecarAgencyAndYearAreAskedForAndNoEditionIsGuessed()
    {
        var report = Read("扫描件.ofd", Sidecar.None);
        report.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["DA1001", "DA4001", "DA4003"]);
        report.Edition.ShouldBeNull();
    }

    [Fact]
    public void WhatItsPathTellsIsWeakAndSaysNothingOfATitleThatNobodyRead()
    {
        var report = Read("示例县民政局/2019年.ofd", Sidecar.None);
        report.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["DA1001", "DA4002", "DA4004"]);
        report.Diagnostics[1].Chinese.ShouldStartWith("未能从标题或落款得知机关");
    }

    [Fact]
    public void TranscribedFiguresAnswerIt()
    {
        var report = Read("扫描件.ofd", Known with { Transcription = Transcription(("requests.received", ["3", "0", "0", "0", "0", "0", "4"], 7), ("proactive.rules.repealed", ["1"], 8)) });
        Invariants.Hold(report);
        report.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["DA6007", "DA5001"]);
        report.TranscribedBy.ShouldBe("示例县档案爱好者");
        report.Edition.ShouldBe(Editions.Form2021);
        var total = report[new CellName("requests", "received", "total")].ShouldNotBeNull();
        (total.Value, total.Raw, total.Location.ToString(), total.Location.ToChinese()).ShouldBe((4m, "4", "sidecar L7", "说明文件第7行"));
        report.Tables.Select(table => table.Form.Id).ShouldBe(["proactive", "requests"]);
    }

    [Fact]
    public void ATranscriptionOfNothingThatIsKnownAnswersNothing()
    {
        var report = Read("扫描件.ofd", Known with { Transcription = Transcription(("requests.recieved.total", ["3"], 7)) });
        report.Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["DA1001", "DA6010"], ignoreOrder: true);
        (report.TranscribedBy, report.Edition, report.Tables.Length).ShouldBe((null, null, 0));
    }

    [Fact]
    public void ADamagedFileIsToldBesideItsTranscription() =>
        Read("a.docx", Known with { Transcription = Transcription(("requests.received.total", ["3"], 7), ("proactive.rules.repealed", ["1"], 8)) }, "PK\u0003\u0004 cut off")
            .Diagnostics.Select(diagnostic => diagnostic.Code).ShouldBe(["DA1002", "DA6007"]);

    [Fact]
    public void NoNameMeansBothARowAndACell()
    {
        foreach (var table in Editions.All.SelectMany(edition => edition.Tables))
        {
            var rows = table.Rows.SelectMany(row => new[] { row.Id, row.Alias }).Where(name => name.Length > 0).ToHashSet();
            foreach (var row in table.Rows)
                foreach (var column in table.ColumnsOf(row))
                    foreach (var name in new[] { row.Id, row.Alias })
                        rows.ShouldNotContain($"{name}.{column.Id}");
            table.Rows.SelectMany(row => new[] { row.Id, row.Alias }.Where(name => name.Length > 0).Distinct()).ShouldBeUnique();
        }
    }

    private static Transcription Transcription(params (string Name, string[] Values, int Line)[] lines) => new("示例县档案爱好者",
        [.. lines.Select(line => new TranscribedLine(line.Name, line.Values.Length > 1, [.. line.Values.Select(value => new TranscribedValue(value, line.Line))], line.Line))]);

    private static AnnualReport Read(string path, Sidecar sidecar, string content = "OFD") =>
        Tools.Reader().Read(new SourceFile(path, System.Text.Encoding.UTF8.GetBytes(content)), sidecar);
}
