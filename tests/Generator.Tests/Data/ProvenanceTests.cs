using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Data.LinkedData;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary>What a report's record says of where it comes from: in its JSON, on its page, and as W3C PROV.</summary>
public sealed class ProvenanceTests : IDisposable
{
    private const string Prov = "<http://www.w3.org/ns/prov#";
    private const string Here = "<http://archive.example/agencies/a/";
    private const string Type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    private readonly TemporaryFolder _folder = new();
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    public ProvenanceTests()
    {
        _folder.Write("in/agencies.csv", "id,name\nzirun,示例县自然资源局\n");
        _folder.Write("in/示例县自然资源局/2024年报告.docx", "");
        File.Copy(Path.Combine(Repository.Root, "input", "示例县自然资源局", "2024年报告.docx"), _folder["in/示例县自然资源局/2024年报告.docx"], overwrite: true);
        _folder.Write("in/示例县自然资源局/2024年报告.docx.yml", """
            url: https://example.org/2024.html
            accessed: 2025-03-02
            corrections:
              - {cell: requests.concluded.total, expect: "61", value: 16, reason: 误录}
              - {cell: requests.received.total, expect: "9999", value: 1, reason: 旧的}
              - {cell: requests.gone.total, expect: "1", value: 2, reason: 没有}
            """);
        _folder.Write("in/扫描.ofd", "scan");
        _folder.Write("in/扫描.ofd.yml", "agency: zirun\nyear: 2023\nform: form-2021\ntranscribed_by: 抄录人\nfigures:\n  requests.received.total: 5\n");
        var output = new MemoryOutput();
        new SiteBuilder { Pages = new SitePages() }.Build(_folder["in"], output, TestContext.Current.CancellationToken);
        foreach (var (path, content) in output.Files)
            if (path.StartsWith("agencies/zirun/20", StringComparison.Ordinal) && !path.EndsWith(".docx", StringComparison.Ordinal))
                _files.Add(path, Encoding.UTF8.GetString(content));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_json_says_what_made_it()
    {
        using var json = JsonDocument.Parse(_files["agencies/zirun/2024.json"]);
        var report = json.RootElement;
        report.GetProperty("generator").GetProperty("name").GetString().ShouldBe("DisclosureArchive");
        report.GetProperty("generator").GetProperty("version").GetString()!.ShouldMatch(@"^\d+\.\d+\.\d+$");
        report.GetProperty("source").GetProperty("reader").GetRawText().ShouldBe("""{"name":"DocxReader"}""");
        report.GetProperty("form_from").GetString().ShouldBe("proactive_table");
        report.GetProperty("provenance").GetString().ShouldBe("agencies/zirun/2024.prov.jsonld");
        _files.ShouldContainKey("agencies/zirun/2024.prov.jsonld");
        report.TryGetProperty("added", out _).ShouldBeFalse();
        using var scan = JsonDocument.Parse(_files["agencies/zirun/2023.json"]);
        scan.RootElement.GetProperty("form_from").GetString().ShouldBe("sidecar");
    }

    [Fact]
    public void Every_declared_correction_is_there_with_what_became_of_it()
    {
        using var json = JsonDocument.Parse(_files["agencies/zirun/2024.json"]);
        json.RootElement.GetProperty("corrections").EnumerateArray()
            .Select(correction => (correction.GetProperty("cell").GetString(), correction.GetProperty("status").GetString(), correction.TryGetProperty("found", out var found) ? found.GetString() : null, correction.GetProperty("reason").GetString()))
            .ShouldBe([
                ("requests.concluded.total", "applied", null, "误录"),
                ("requests.received.total", "stale", "22", "旧的"),
                ("requests.gone.total", "unknown_cell", null, "没有"),
            ]);
    }

    [Fact]
    public void The_page_lists_the_corrections_and_leads_to_the_provenance()
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(_files["agencies/zirun/2024.html"]);
        page.QuerySelector("head link[rel=alternate][type='application/ld+json']")!.GetAttribute("href").ShouldBe("2024.prov.jsonld");
        page.QuerySelectorAll(".facts a[href='2024.prov.jsonld']").Length.ShouldBe(1);
        page.QuerySelectorAll("section[aria-labelledby=corrections] tbody tr").Select(row => row.Children[3].TextContent)
            .ShouldBe(["已生效", "没有生效：原文现为“22”", "没有生效：报告没有这一格"]);
        page.QuerySelector("section[aria-labelledby=corrections] tbody a")!.GetAttribute("href").ShouldBe("#requests.concluded.total");
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(_files["agencies/zirun/2023.html"]).GetElementById("corrections").ShouldBeNull();
    }

    [Fact]
    public async Task The_provenance_is_linked_data_without_anything_fetched()
    {
        var triples = await Triples(_files["agencies/zirun/2024.prov.jsonld"]);
        Holds(triples,
            $"{Here}2024.json> {Type} {Prov}Entity>",
            $"{Here}2024.json> {Prov}wasDerivedFrom> {Here}2024/2024%E5%B9%B4%E6%8A%A5%E5%91%8A.docx>",
            $"{Here}2024.json> {Prov}wasAttributedTo> {Here}index.html>",
            $"{Here}2024.json> {Prov}wasGeneratedBy> {Here}x.prov.jsonld#correcting>",
            $"{Here}2024.json> {Prov}wasRevisionOf> {Here}x.prov.jsonld#as-read>",
            $"{Here}x.prov.jsonld#as-read> {Prov}wasGeneratedBy> {Here}x.prov.jsonld#normalising>",
            $"{Here}x.prov.jsonld#reading> {Prov}used> {Here}2024/2024%E5%B9%B4%E6%8A%A5%E5%91%8A.docx>",
            $"{Here}x.prov.jsonld#reading> {Prov}wasAssociatedWith> {Here}x.prov.jsonld#generator>",
            $"{Here}x.prov.jsonld#generator> {Type} {Prov}SoftwareAgent>",
            $"{Here}x.prov.jsonld#retrieval> {Prov}used> <https://example.org/2024.html>",
            $"{Here}x.prov.jsonld#retrieval> <http://purl.org/dc/terms/date> \"2025-03-02\"^^<http://www.w3.org/2001/XMLSchema#date>",
            $"{Here}index.html> <http://www.w3.org/2000/01/rdf-schema#label> \"示例县自然资源局\"");
        // One of three corrections was applied; what could not be is no revision.
        triples.Count(triple => triple.Contains($"{Prov}qualifiedRevision>", StringComparison.Ordinal)).ShouldBe(1);

        var copied = await Triples(_files["agencies/zirun/2023.prov.jsonld"]);
        Holds(copied,
            $"{Here}2023.json> {Prov}wasGeneratedBy> {Here}x.prov.jsonld#normalising>",
            $"{Here}x.prov.jsonld#normalising> {Prov}used> {Here}x.prov.jsonld#transcribed>",
            $"{Here}x.prov.jsonld#transcription> {Prov}wasAssociatedWith> {Here}x.prov.jsonld#transcriber>",
            $"{Here}x.prov.jsonld#transcriber> <http://www.w3.org/2000/01/rdf-schema#label> \"抄录人\"");
        copied.ShouldNotContain(triple => triple.Contains("Revision", StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_of_pdfjs_is_the_one_that_is_fetched()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "site", "Reports", "Reading", "Pdf", "Extractor", "package.json")));
        var version = package.RootElement.GetProperty("dependencies").GetProperty("pdfjs-dist").GetString();
        File.ReadAllText(Path.Combine(Repository.Root, "site", "Reports", "Reading", "Pdf", "PdfReader.cs")).ShouldContain($"PdfjsVersion = \"{version}\"");
    }

    private static void Holds(List<string> triples, params string[] expected) => expected.Except(triples).ShouldBeEmpty(string.Join('\n', triples));

    private Task<List<string>> Triples(string content) => LinkedTriples.Of(_folder.Write("x.prov.jsonld", content));
}
