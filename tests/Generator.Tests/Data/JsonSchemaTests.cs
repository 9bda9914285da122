using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Pages;
using DisclosureArchive.Generator.Tests.Schemas;
using DisclosureArchive.Reports;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary>Every JSON document is as its published schema says, which lets nothing else pass and tells what each member means.</summary>
public sealed partial class JsonSchemaTests : IDisposable
{
    private const string Report = "agencies/示例县财政局/2022.json";
    private const string OwnTables = "agencies/shili-minzheng/2012.json";
    private const string Agency = "agencies/shili-minzheng/index.json";
    private const string Index = "data/index.json";
    private const string Diagnostics = "data/diagnostics.json";
    private const string Forms = "data/forms.json";

    private static readonly DemoArchive Demo = new();

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Inputs =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests", "sites")).Select(site => $"tests/sites/{Path.GetFileName(site)}/input").Order(StringComparer.Ordinal).Append("input")];

    public static TheoryData<string> Names => [.. JsonSchemas.Names];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Inputs))]
    public async Task Every_document_of_a_built_archive_is_as_its_schema_says(string input)
    {
        var output = new MemoryOutput();
        new SiteBuilder { Pages = new SitePages(), BaseUrl = "https://example.org/archive" }
            .Build(Path.Combine(Repository.Root, input), output, TestContext.Current.CancellationToken);
        foreach (var (path, content) in output.Files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)))
            _folder.Write(path, content);

        (await SchemaChecker.CheckArchive(_folder.Path)).ShouldBe("");
    }

    [Fact]
    public async Task So_is_every_document_of_an_archive_that_has_one_of_everything()
    {
        Write();

        (await SchemaChecker.CheckArchive(_folder.Path)).ShouldBe("");
    }

    [Fact]
    public async Task A_document_with_a_wrong_member_is_told()
    {
        Write();
        var number = 0;
        var wrong = new List<string>();
        void Spoil(string path, Action<JsonObject> change)
        {
            var document = JsonNode.Parse(File.ReadAllBytes(_folder[path]))!.AsObject();
            change(document);
            var spoilt = $"{path[..path.LastIndexOf('/')]}/wrong-{++number:00}.json";
            _folder.Write(spoilt, document.ToJsonString());
            wrong.Add(spoilt);
        }

        JsonObject Figure(JsonObject report, string state) => report["tables"]!.AsArray().SelectMany(table => table!["figures"]!.AsArray()).Select(figure => figure!.AsObject())
            .First(figure => figure["state"]!.GetValue<string>() == state);
        JsonObject Edition(JsonObject agency) => agency["series"]!["form-2021"]!.AsObject();
        JsonObject Point(JsonObject agency) => Edition(agency)["requests.received.total"]![0]!.AsObject();

        foreach (var path in (string[])[Report, Agency, Index, Diagnostics, Forms])
        {
            Spoil(path, document => document["surprise"] = 1);
            Spoil(path, document => document.Remove(document.Last().Key));
            Spoil(path, document => document["$schema"] = "/data/schema/report.schema.json");
            Spoil(path, document =>
            {
                var schema = document["$schema"]!.DeepClone();
                document.Remove("$schema");
                document["$schema"] = schema;
            });
        }

        Spoil(Report, report => report["source"]!["surprise"] = 1);
        Spoil(Report, report => report["source"]!["sha256"] = "A");
        Spoil(Report, report => report["source"]!["format"] = "tex");
        Spoil(Report, report => report["agency"]!["from"] = "hearsay");
        Spoil(Report, report => report["form"] = "form-2030");
        Spoil(Report, report => report["published"] = "2023-02-30");
        Spoil(Report, report => report.Remove("year_from"));
        Spoil(Report, report => report["tables"]![0]!["table"] = "own.1");
        Spoil(Report, report => Figure(report, "reported")["state"] = "zero");
        Spoil(Report, report => Figure(report, "reported").Remove("value"));
        Spoil(Report, report => Figure(report, "reported").Remove("raw"));
        Spoil(Report, report => Figure(report, "reported")["value"] = "1");
        Spoil(Report, report => Figure(report, "reported")["table"] = "requests");
        Spoil(Report, report => Figure(report, "blank")["value"] = 0);
        Spoil(Report, report => Figure(report, "missing")["raw"] = "");
        Spoil(Report, report => report["checks"]![0]!["status"] = "fine");
        Spoil(Report, report => report["checks"]![0]!.AsObject().Remove("left"));
        Spoil(Report, report => report["diagnostics"]![0]!["file"] = "a.docx");
        Spoil(Report, report => report["sections"]![0]!["kind"] = "chapter");
        Spoil(Report, report => report["sections"]![0]!["blocks"]![0]!["level"] = 1);
        Spoil(OwnTables, report => report["tables"]!.AsArray().Last()!.AsObject().Remove("source"));
        Spoil(OwnTables, report => report["tables"]!.AsArray().Last()!["source"]!["surprise"] = 1);
        Spoil(Agency, agency => agency["reports"]![0]!["checks"]!["doubtful"] = 1);
        Spoil(Agency, agency => agency["reports"]![0]!["cells"]!["zero"] = 1);
        Spoil(Agency, agency => agency["reports"]![0]!["sources"]![0]!["surprise"] = 1);
        Spoil(Agency, agency => Edition(agency)["requests.received.everyone"] = new JsonArray(Point(agency).DeepClone()));
        Spoil(Agency, agency => Point(agency)["value"] = null);
        Spoil(Agency, agency => Point(agency)["state"] = "blank");
        Spoil(Agency, agency => Point(agency)["sum"] = 1);
        Spoil(Agency, agency => agency["series"]!["form-2030"] = new JsonObject());
        Spoil(Index, index => index["agencies"]![0]!["surprise"] = 1);
        Spoil(Index, index => index["agencies"]![0]!["json"] = "/agencies/index.json");
        Spoil(Index, index => index["counts"]!["reports"] = 1.5);
        Spoil(Diagnostics, said => said["diagnostics"]![0]!["code"] = "DA0000");
        Spoil(Diagnostics, said => said["diagnostics"]![0]!["severity"] = "fatal");
        Spoil(Diagnostics, said => said["diagnostics"]![0]!.AsObject().Remove("file"));
        Spoil(Forms, forms => forms["editions"]![1]!["relations"]![0]!["scope"] = "sometimes");
        Spoil(Forms, forms => forms["editions"]![1]!["tables"]![0]!["rows"]![0]!["surprise"] = 1);
        Spoil(Forms, forms => forms["editions"]![1]!["tables"]![0]!["columns"]![0]!["kind"] = "share");

        var told = (await SchemaChecker.CheckArchive(_folder.Path)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[0]).Distinct();

        told.ShouldBe(wrong, ignoreOrder: true);
    }

    [Fact]
    public async Task A_schema_that_is_none_is_told()
    {
        Write();
        var path = JsonSchemas.Path(JsonSchemas.Index);
        _folder.Write(path, File.ReadAllText(_folder[path]).Replace("\"type\": \"object\"", "\"type\": \"thing\""));

        (await SchemaChecker.CheckArchive(_folder.Path)).ShouldNotBe("");
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_member_is_told_in_both_languages(string name)
    {
        var schema = Schema(name);
        var members = Members(schema, name).ToList();

        members.Count.ShouldBeGreaterThan(1);
        foreach (var (member, described) in members.Append((name, schema)))
            foreach (var text in (string[])["title", "description"])
            {
                var told = described[text]?.GetValue<string>() ?? "";
                Han().IsMatch(told).ShouldBeTrue($"{member}: {text}");
                Latin().IsMatch(told).ShouldBeTrue($"{member}: {text}");
            }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_schema_stands_alone(string name)
    {
        var text = Schema(name).ToJsonString();
        foreach (Match reference in Reference().Matches(text))
            Schema(name)["$defs"]![reference.Groups[1].Value].ShouldNotBeNull(reference.Value);
        text.ShouldNotContain("\"enum\":\"");
        text.ShouldNotContain("$id");
    }

    [Fact]
    public void Words_are_those_of_the_code() =>
        Schema(JsonSchemas.Report)["$defs"]!["state"]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()).ShouldBe(Enum.GetValues<FigureState>().Select(Words.Of));

    [Fact]
    public void A_schema_has_the_address_of_an_archive_that_knows_its_own()
    {
        var file = JsonSchemas.Files(Demo.Archive.Settings with { BaseUrl = "https://example.org/a" }).Single(file => file.Path == "data/schema/report.schema.json");

        JsonNode.Parse(file.Content().Span)!["$id"]!.GetValue<string>().ShouldBe("https://example.org/a/data/schema/report.schema.json");
    }

    /// <summary>The documents of the archive that is made for tests.</summary>
    private void Write()
    {
        var files = new SitePages().Of(Demo.Archive, Demo).Concat(DataFiles.OfArchive(Demo.Archive, Demo))
            .Concat(Demo.Archive.Reports.Select(report => new OutputFile(ReportPaths.Json(report), () => ReportJson.Of(report, Demo.Load(report)))))
            .Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal));
        foreach (var file in files)
            _folder.Write(file.Path, file.Content().ToArray());
    }

    private static JsonObject Schema(string name) =>
        JsonNode.Parse(JsonSchemas.Files(ArchiveSettings.Default).Single(file => file.Path == JsonSchemas.Path(name)).Content().Span)!.AsObject();

    /// <summary>All members that a schema knows, but where it only sets conditions on them.</summary>
    private static IEnumerable<(string Name, JsonObject Described)> Members(JsonNode? node, string path) => node switch
    {
        JsonArray items => items.SelectMany((item, i) => Members(item, $"{path}/{i}")),
        JsonObject schema => schema.Where(part => part.Key is not ("if" or "then" or "else" or "enum" or "required")).SelectMany(part => part.Key == "properties"
            ? part.Value!.AsObject().Where(member => member.Value is JsonObject)
                .SelectMany(member => Members(member.Value, $"{path}/{member.Key}").Prepend(($"{path}/{member.Key}", member.Value!.AsObject())))
            : Members(part.Value, $"{path}/{part.Key}")),
        _ => [],
    };

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Latin();

    [GeneratedRegex("""
        "\$ref":"#/\$defs/(\w+)"
        """)]
    private static partial Regex Reference();
}
