using System.Xml.Linq;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Tests.Cases;
using DisclosureArchive.Reports.Tests.Properties;
using DisclosureArchive.Reports.Tests.Reading;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Containers;

/// <summary>What LibreOffice exports of a Word report to another container gives the same figures as the Word file.</summary>
public sealed class OfficeExportsReadAlike
{
    private const int Seeds = 2;

    private static readonly ReportReader Reader = Tools.Reader();
    private static readonly Lazy<List<Example>> Examples = new(() => [.. MadeUp(), .. FromCases(), .. OfficialForm()]);

    /// <summary>
    /// What an export loses for good: deleted text stands like any other in HTML and text, and in text raised, struck and hidden characters and the paragraphs of a cell do too.
    /// </summary>
    private static readonly Dictionary<string, string[]> Lost = new()
    {
        // Nested tables are taken apart.
        ["rtf"] = ["docx-nested-table.md"],
        // Tracked changes are printed; where a table stands in another's cell, two frames do not show whose lines they are.
        ["pdf"] = ["docx-tracked-changes.md", "docx-deleted-figure.md", "docx-nested-table.md", "docx-nested-cell.md"],
        ["html"] = ["docx-tracked-changes.md", "docx-deleted-figure.md"],
        ["txt"] = ["docx-tracked-changes.md", "docx-deleted-figure.md", "docx-footnotes.md", "docx-superscript.md", "docx-struck-out.md", "docx-hidden-text.md", "docx-two-paragraphs.md"],
    };

    /// <summary>A Word report.</summary>
    private sealed record Example(string Name, byte[] Content)
    {
        public AnnualReport Read { get; } = Reader.Read(new SourceFile("report.docx", Content), Sidecar.None);
    }

    [Theory]
    [InlineData("doc")]
    [InlineData("rtf")]
    [InlineData("odt")]
    [InlineData("html")]
    [InlineData("pdf")]
    [InlineData("txt")]
    public void The_figures_are_those_of_the_word_file(string extension)
    {
        var examples = Examples.Value.Where(example => !Lost.GetValueOrDefault(extension, []).Contains(example.Name)).ToList();
        var exported = OfficeExports.Export(examples.ConvertAll(example => extension == "pdf" ? Ruled(example.Content) : example.Content), "docx", extension);
        var faults = new string[exported.Length];
        Parallel.For(0, exported.Length, new ParallelOptions { MaxDegreeOfParallelism = 32 }, index =>
        {
            var example = examples[index];
            faults[index] = exported[index] is not { } content ? $"{example.Name}: not exported"
                : Differences(example, Reader.Read(new SourceFile("report." + extension, content), Sidecar.None));
        });
        faults.Where(fault => fault.Length > 0).ShouldBeEmpty();
    }

    /// <summary>With lines around every cell, as reports have them: a page without lines does not show which words belong together.</summary>
    private static byte[] Ruled(byte[] content) => WordFile.Change(content, document =>
    {
        XNamespace w = document.Root!.Name.Namespace;
        foreach (var table in document.Descendants(w + "tbl"))
        {
            if (table.Element(w + "tblPr") is not { } properties)
                table.AddFirst(properties = new XElement(w + "tblPr"));
            properties.Elements(w + "tblW").Remove();
            properties.Add(new XElement(w + "tblW", new XAttribute(w + "w", 5000), new XAttribute(w + "type", "pct")));
            if (properties.Element(w + "tblBorders") is null)
                properties.Add(new XElement(w + "tblBorders", new[] { "top", "left", "bottom", "right", "insideH", "insideV" }
                    .Select(side => new XElement(w + side, new XAttribute(w + "val", "single"), new XAttribute(w + "sz", 4), new XAttribute(w + "color", "auto")))));
        }
    });

    private static string Differences(Example example, AnnualReport export)
    {
        var word = example.Read;
        var differences = word.Figures.Where(figure => export[figure.Name] is not { } other || (other.State, other.Value) != (figure.State, figure.Value))
            .Select(figure => $"{figure.Name} is {figure.State} {figure.Value}, exported {export[figure.Name]?.State} {export[figure.Name]?.Value} “{export[figure.Name]?.Raw}”").ToList();
        if (Identity(word) != Identity(export))
            differences.Insert(0, $"{Identity(word)} is now {Identity(export)}");
        return differences.Count == 0 ? "" : $"{example.Name}: {differences.Count}\n{string.Join('\n', differences.Take(6))}\n{string.Join('\n', export.Diagnostics.Take(4).Select(diagnostic => diagnostic.Location + " " + diagnostic.English))}\n";
    }

    private static (string? Agency, int? Year, string? Form, DateOnly? Published) Identity(AnnualReport report) =>
        (report.AgencyName?.Value, report.Year?.Value, report.Edition?.Id, report.Published?.Value);

    private static IEnumerable<Example> MadeUp()
    {
        (string Name, Func<SyntheticReport, SplitMix, Noise> Noise)[] noises =
        [
            ("tidy", (_, _) => Noise.None), ("untidy", (_, random) => Noise.Harmless(random)), ("without figures", Replacing),
        ];
        return from edition in Editions.All
               from noise in noises
               from seed in Enumerable.Range(1, Seeds)
               select new Example($"{edition.Id} {noise.Name} {seed}", new Rendering("docx", edition.Id, seed, noise.Noise).Content);
    }

    private static IEnumerable<Example> FromCases() =>
        from path in Directory.EnumerateFiles(Repository.Cases, "docx*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let input = new CaseFile(path)
        where input.Input.Kind == "docx"
        select new Example(Path.GetFileName(path), input.Source.Content.ToArray());

    /// <summary>The official form as the State Council's office gives it, each blank cell with a number of its own.</summary>
    private static IEnumerable<Example> OfficialForm()
    {
        if (Repository.LacksShared)
            yield break;
        var number = 0;
        yield return new Example("official form", WordFile.Change(File.ReadAllBytes(Repository.Shared("reports", "form-2021-template.docx")), document =>
        {
            XNamespace w = document.Root!.Name.Namespace;
            foreach (var cell in document.Descendants(w + "tc").Where(cell => cell.Value.Trim().Length == 0 && !cell.Descendants(w + "vMerge").Any(merge => (string?)merge.Attribute(w + "val") is null or "continue")))
                cell.Element(w + "p")!.Add(new XElement(w + "r", new XElement(w + "t", $"{++number}")));
        }));
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
