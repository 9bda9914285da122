using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Tests.Properties;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Containers;

/// <summary>What LibreOffice exports of a Word report to another container gives the same figures as the Word file.</summary>
public sealed class OfficeExportsReadAlike
{
    private const int Seeds = 6;

    private static readonly ReportReader Reader = Tools.Reader();
    private static readonly Lazy<List<(string Name, byte[] Content, AnnualReport Read)>> Reports = new(() => [.. MakeReports()]);

    [Theory]
    [InlineData("doc")]
    [InlineData("rtf")]
    [InlineData("odt")]
    [InlineData("html")]
    [InlineData("txt")]
    public void The_figures_are_those_of_the_word_file(string extension)
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        _ = Reports.Value.Count; Console.WriteLine($"made {w.Elapsed}");
        var exported = OfficeExports.Export(Reports.Value.ConvertAll(report => report.Content), "docx", extension);
        Console.WriteLine($"{extension} exported {w.Elapsed}");
        var faults = new string[Reports.Value.Count];
        Parallel.For(0, exported.Length, new ParallelOptions { MaxDegreeOfParallelism = 32 }, index =>
        {
            var (name, _, word) = Reports.Value[index];
            if (Environment.GetEnvironmentVariable("DUMP") is { } dump && exported[index] is { } bytes)
                File.WriteAllBytes(Path.Combine(dump, $"{name.Replace(' ', '-')}.{extension}"), bytes);
            faults[index] = exported[index] is { } content
                ? Differences(name, word, Reader.Read(new SourceFile("report." + extension, content), Sidecar.None))
                : $"{name}: not exported";
        });
        Console.WriteLine($"{extension} read {w.Elapsed}");
        faults.Where(fault => fault.Length > 0).ShouldBeEmpty();
    }

    private static string Differences(string name, AnnualReport word, AnnualReport export)
    {
        var differences = word.Figures.Where(figure => export[figure.Name] is not { } other || (other.State, other.Value) != (figure.State, figure.Value))
            .Select(figure => $"{figure.Name} is {figure.State} {figure.Value}, exported {export[figure.Name]?.State} {export[figure.Name]?.Value} “{export[figure.Name]?.Raw}”").ToList();
        if ((word.AgencyName?.Value, word.Year?.Value, word.Edition?.Id, word.Published?.Value) is var told && told != (export.AgencyName?.Value, export.Year?.Value, export.Edition?.Id, export.Published?.Value))
            differences.Insert(0, $"{told} is now {(export.AgencyName?.Value, export.Year?.Value, export.Edition?.Id, export.Published?.Value)}");
        return differences.Count == 0 ? "" : $"{name}: {differences.Count}\n{string.Join('\n', differences.Take(6))}\n{string.Join('\n', export.Diagnostics.Take(4).Select(diagnostic => diagnostic.Location + " " + diagnostic.English))}\n";
    }

    private static IEnumerable<(string Name, byte[] Content, AnnualReport Read)> MakeReports()
    {
        (string Name, Func<SyntheticReport, SplitMix, Noise> Noise)[] noises =
        [
            ("tidy", (_, _) => Noise.None), ("untidy", (_, random) => Noise.Harmless(random)), ("without figures", Replacing),
        ];
        foreach (var edition in Editions.All)
            foreach (var (name, noise) in noises)
                for (var seed = 1; seed <= Seeds / noises.Length; seed++)
                {
                    var made = new Rendering("docx", edition.Id, seed, noise);
                    yield return ($"{edition.Id} {name} {seed}", made.Content, made.Read);
                }

        if (!Repository.LacksShared)
        {
            var form = File.ReadAllBytes(Repository.Shared("reports", "form-2021-template.docx"));
            yield return ("official form", form, Reader.Read(new SourceFile("report.docx", form), Sidecar.None));
        }
    }

    private static Noise Replacing(SyntheticReport made, SplitMix random)
    {
        var noise = Noise.None;
        var cells = made.Edition.Tables.SelectMany(table => table.Cells).ToList();
        foreach (var text in new[] { "", "/", "—", "0 0", "12①", "１２" })
            noise = noise with { Replaced = noise.Replaced.SetItem(random.Pick(cells), text) };
        return noise;
    }
}
