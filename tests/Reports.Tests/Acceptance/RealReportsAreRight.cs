using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Acceptance;

/// <summary>The real reports beside the repository, figure by figure, against what was read from them by eye.</summary>
public sealed class RealReportsAreRight
{
    private static readonly ReportReader Reader = Tools.Reader();

    public static TheoryData<string> Records => Repository.LacksShared ? ["(none)"] :
        [.. Directory.EnumerateFiles(Repository.Shared("acceptance", "expected"), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => Repository.LacksShared ? ["(none)"] :
        [.. Directory.EnumerateFiles(Repository.Shared("reports")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void TheReportsAreHere()
    {
        Repository.Shared("reports");
        Records.Count().ShouldBeGreaterThanOrEqualTo(6);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void EveryFigureIsRight(string name)
    {
        var expected = new ExpectedRecord(name);
        var figures = Read(expected.FileName).Figures.ToDictionary(figure => figure.Name.ToString());

        var problems = new List<string>();
        foreach (var (cell, value) in expected.Cells)
            if (figures.GetValueOrDefault(cell)?.Value != value)
                problems.Add($"{cell} = {value}, got {Describe(figures.GetValueOrDefault(cell))}");
        foreach (var (cell, accepted) in expected.OpenCells)
            if (!accepted.Contains(figures.GetValueOrDefault(cell)?.Value))
                problems.Add($"{cell}, got {Describe(figures.GetValueOrDefault(cell))}");
        foreach (var (cell, figure) in figures)
            if (figure.Value is not null && !expected.Cells.ContainsKey(cell) && !expected.OpenCells.ContainsKey(cell))
                problems.Add($"{cell} is not in the document, got {Describe(figure)}");
        problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void AgencyYearEditionAndDateAreRight(string name)
    {
        var expected = new ExpectedRecord(name);
        var report = Read(expected.FileName);

        var agency = report.AgencyName?.Value;
        (agency == expected.Agency || (agency is not null && expected.AgencyAccept.Contains(agency))).ShouldBeTrue($"agency is {agency ?? "unknown"}");
        report.Year?.Value.ShouldBe(expected.Year);
        report.Year.ShouldNotBeNull();
        report.Edition.ShouldNotBeNull().Id.ShouldBe(expected.Form);
        report.Published?.Value.ToString("O").ShouldBe(expected.PublishDate);
        (report.Published is null).ShouldBe(expected.PublishDate is null, $"published {report.Published}");
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void EveryRelationIsJudgedRight(string name)
    {
        var expected = new ExpectedRecord(name);
        var findings = Read(expected.FileName).Findings.Where(finding => !expected.OpenChecks.Contains(finding.Relation)).ToList();

        Relations(FindingStatus.Failed).ShouldBe(expected.Failed, ignoreOrder: true);
        Relations(FindingStatus.NotAssessable).ShouldBe(expected.NotAssessable, ignoreOrder: true);
        if (expected.PassedCount is { } count)
            findings.Count(finding => finding.Status == FindingStatus.Passed).ShouldBe(count);

        List<string> Relations(FindingStatus status) => [.. findings.Where(finding => finding.Status == status).Select(finding => finding.Relation)];
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void FiguresInTheTextAreFound(string name)
    {
        var expected = new ExpectedRecord(name);
        var found = Read(expected.FileName).Findings.Where(finding => finding.Relation.StartsWith("text.", StringComparison.Ordinal)).ToList();
        foreach (var finding in found)
        {
            var figure = finding.Relation["text.".Length..];
            expected.TextFigures.ShouldContainKey(figure, finding.Quote);
            if (finding.Status != FindingStatus.NotAssessable)
                (finding.LeftCells.IsEmpty ? finding.Left : finding.Right).ShouldBe(expected.TextFigures[figure], finding.Quote);
            finding.Quote.ShouldNotBeEmpty();
        }

        foreach (var figure in expected.TextFigures.Keys.Where(figure => !expected.OpenChecks.Contains($"text.{figure}")))
            found.ShouldContain(finding => finding.Relation == $"text.{figure}");
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void OwnTablesAreKept(string name)
    {
        var expected = new ExpectedRecord(name).Tables;
        var actual = Read(new ExpectedRecord(name).FileName).OwnTables;

        actual.Length.ShouldBe(expected.Count);
        foreach (var (table, (title, figures)) in actual.Zip(expected))
        {
            table.Title.ShouldBe(title);
            table.Figures.Where(figure => figure.Value is not null)
                .Select(figure => (Last(figure.Name.Row), Last(figure.Name.Column), figure.Value!.Value))
                .ShouldBe(figures, ignoreOrder: true);
        }

        static string Last(string path) => path.Split('/')[^1];
    }

    [Fact]
    public void RowsOfTheFiveYearTableNameTheirGroup()
    {
        var table = Read("004_2b3c48189698253f.txt").OwnTables.ShouldHaveSingleItem();
        table.Figures.Select(figure => figure.Name.Row).Distinct().ShouldBe(["数量（个）/公众密切相关的信息", "数量（个）/其他类信息", "数量（个）/总计"]);
        table.Figures.Select(figure => figure.Name.Column).Distinct().ShouldBe(["2013", "2014", "2015", "2016", "2017"]);
        table.Figures.Select(figure => figure.Name.Table).Distinct().ShouldBe(["own.1"]);
    }

    [Fact]
    public void TheOfficialBlankFormIsKnownAndHoldsNoFigure()
    {
        var report = Read("form-2021-template.docx");
        report.Edition.ShouldBe(Editions.Form2021);
        report.Tables.Select(table => table.Form.Id).ShouldBe(["proactive", "requests", "disputes"]);
        report.Tables.ShouldAllBe(table => table.Form.Edition == "form-2021");
        report.Figures.Count().ShouldBe(200);
        report.Figures.Where(figure => figure.State != FigureState.Blank).Select(Describe).ShouldBeEmpty();
        report.Findings.ShouldAllBe(finding => finding.Status == FindingStatus.NotAssessable);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryFileReadsWithoutACrashAndTwiceTheSame(string file)
    {
        var report = Read(file);
        Invariants.Hold(report);
        ReportText.Write(Read(file)).ShouldBe(ReportText.Write(report));
    }

    /// <summary>Files get cut off and padded on their way; whatever is left must read without a crash.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void ADamagedFileReadsWithoutACrash(string file)
    {
        var whole = File.ReadAllBytes(Repository.Shared("reports", file));
        foreach (var share in (double[])[0, 0.01, 0.25, 0.5, 0.75, 0.99])
        {
            Invariants.Hold(Reader.Read(new SourceFile(file, whole.AsMemory(0, (int)(whole.Length * share))), Sidecar.None));
            var scarred = (byte[])whole.Clone();
            for (var i = (int)(share * 97); i < scarred.Length; i += 97)
                scarred[i] ^= 0x20;
            Invariants.Hold(Reader.Read(new SourceFile(file, scarred), Sidecar.None));
        }
    }

    private static AnnualReport Read(string file) =>
        Reader.Read(new SourceFile(file, File.ReadAllBytes(Repository.Shared("reports", file))), Sidecar.None);

    private static string Describe(Figure? figure) =>
        figure is null ? "nothing" : $"{figure.Name} {figure.State} {figure.Value} from “{figure.Raw}” at {figure.Location}";
}
