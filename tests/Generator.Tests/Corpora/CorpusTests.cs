using System.Text.RegularExpressions;
using DisclosureArchive.Fuzzing;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Corpora;

/// <summary>
/// What was last read of every report at hand (<c>tests/corpora</c>), in the words of <c>inspect --summary</c>: a change in recognition shows as a difference there.
/// <c>ACCEPT=1</c> writes the numbers anew; review each.
/// </summary>
public sealed partial class CorpusTests
{
    [Fact]
    public void The_examples_are_read_as_before() => Compare("examples", Corpus.Examples());

    [Fact]
    public void The_cases_are_read_as_before() => Compare("cases", Corpus.Cases());

    [Fact]
    public void The_layouts_are_read_as_before() => Compare("layouts", Corpus.Synthesis());

    [Fact]
    public void The_real_reports_are_read_as_before()
    {
        Repository.Shared("reports");
        Compare("shared", Corpus.Shared(), isAnonymous: true);
    }

    private static void Compare(string name, IEnumerable<(string Name, SourceFile Source)> files, bool isAnonymous = false)
    {
        using var tools = new ReadingTools(ReadingLimits.Default);
        var read = Fuzzer.Reader(tools);
        var reports = files.Select(file => (file.Name, Report: read(file.Source)))
            .Select(file => file.Report with
            {
                Source = file.Report.Source with { Path = file.Name },
                Agency = isAnonymous ? null : file.Report.Agency,
                AgencyName = isAnonymous ? null : file.Report.AgencyName,
                Year = isAnonymous ? null : file.Report.Year,
            }).ToList();

        // What this machine can't read, for want of a program or of time, is not the reports' doing.
        var unread = reports.FindAll(report => report.Diagnostics.Any(diagnostic => diagnostic.Rule.IsOfMachine));
        var path = Path.Combine(Repository.Root, "tests", "corpora", name + ".txt");
        if (Repository.Accepting)
        {
            unread.ShouldBeEmpty("all must be readable to accept what was read");
            File.WriteAllText(path, Text(reports));
        }

        var expected = Lines(File.ReadAllText(path)).ToList();
        var actual = Lines(Text(reports.Except(unread))).ToList();
        foreach (var report in unread)
            expected.RemoveAll(line => line.StartsWith(Spaces().Replace(report.Source.Path, " ") + " ", StringComparison.Ordinal));
        if (unread.Count > 0)
            (expected, actual) = (expected[..^1], actual[..^1]);
        string.Join('\n', actual.Except(expected)).ShouldBe(string.Join('\n', expected.Except(actual)), $"tests/corpora/{name}.txt; ACCEPT=1 writes it anew");
        actual.ShouldBe(expected, "the same lines in another order");
    }

    private static string Text(IEnumerable<AnnualReport> reports)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new CorpusSummary(reports).WriteText(text);
        return text.ToString();
    }

    /// <summary>The lines without their padding, which the longest name decides.</summary>
    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => Spaces().Replace(line, " ").Trim()).Where(line => line.Length > 0);

    [GeneratedRegex(" +", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
