using System.Text;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Cases;

/// <summary>
/// Every file of <c>tests/cases</c>: the messy input is read and must mean what the file says. <c>ACCEPT=1</c> writes what
/// the code gives into the lines that do not hold; review the difference before you keep it.
/// </summary>
public sealed class CasesReadAsTheyMean
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.Cases, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Cases, path).Replace('\\', '/'))
            .Where(path => path.Contains('/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Case(string path)
    {
        var file = new CaseFile(Path.Combine(Repository.Cases, path));
        var report = Tools.Reader(file.Register).Read(file.Source, file.Sidecar);
        Invariants.Hold(report);
        ReportText.Write(Tools.Reader(file.Register).Read(file.Source, file.Sidecar)).ShouldBe(ReportText.Write(report), "a second reading differs");

        var verdicts = Expectation.Judge(file, report).ToList();
        verdicts.ShouldNotBeEmpty($"{path} expects nothing");
        var bad = verdicts.Where(verdict => !verdict.Holds).ToList();
        if (bad.Count == 0)
            return;

        if (Repository.Accepting && bad.All(verdict => verdict.Actual is not null))
            Accept(file, bad);
        else
            Assert.Fail(Explain(path, file, report, verdicts.Count, bad));
    }

    [Fact]
    public void ThereAreEnoughCases() => Files.Count().ShouldBeGreaterThanOrEqualTo(70);

    private static string Explain(string path, CaseFile file, AnnualReport report, int all, List<Verdict> bad)
    {
        var text = new StringBuilder();
        text.Append(path).Append(": ").Append(bad.Count).Append(" of ").Append(all).Append(" lines do not hold\n  ").Append(file.Lines[0]).Append('\n');
        foreach (var verdict in bad)
            text.Append("  line ").Append(verdict.Line + 1).Append("\n    ").Append(verdict.Problem).Append('\n');
        text.Append("  what was said of it:\n");
        foreach (var diagnostic in report.Diagnostics)
            text.Append("    ").Append(diagnostic.Code).Append(' ').Append(diagnostic.Chinese).Append(' ').Append(diagnostic.Location).Append('\n');
        if (bad.Any(verdict => verdict.Problem.Contains("own.", StringComparison.Ordinal)))
            foreach (var figure in report.OwnTables.SelectMany(table => table.Figures).Take(12))
                text.Append("    ").Append(figure.Name).Append(" = ").Append(Expectation.Word(figure)).Append('\n');
        return text.ToString();
    }

    private static void Accept(CaseFile file, List<Verdict> bad)
    {
        var lines = file.Lines.ToArray();
        foreach (var verdict in bad)
            lines[verdict.Line] = $"{lines[verdict.Line].Split(" = ", 2)[0]} = {verdict.Actual}";
        File.WriteAllText(file.FullPath, string.Join('\n', lines));
    }
}
