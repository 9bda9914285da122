using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// The JSON Schemas (2020-12) of the published documents, under <c>data/schema/</c>. <c>Schemas/*.json</c> say which members there are and what
/// they mean. Two things are put in here: for an <c>enum</c> that is a name, the words themselves, which the code or the forms define; and of
/// <c>shared.json</c> the definitions that a schema refers to, so that each stands alone.
/// </summary>
public static class JsonSchemas
{
    public const string Report = "report";
    public const string Agency = "agency";
    public const string Index = "index";
    public const string Diagnostics = "diagnostics";
    public const string Forms = "forms";
    public const string Withdrawn = "withdrawn";

    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";
    private const string Definitions = "$defs";
    private const string Reference = "#/$defs/";

    /// <summary>What each schema describes.</summary>
    public static readonly ImmutableArray<string> Names = [Index, Agency, Report, Withdrawn, Diagnostics, Forms];

    private static readonly FrozenDictionary<string, ImmutableArray<string>> Vocabularies = new Dictionary<string, ImmutableArray<string>>
    {
        ["figure_state"] = All<FigureState>(Words.Of),
        ["finding_status"] = All<FindingStatus>(Words.Of),
        ["severity"] = All<Severity>(Words.Of),
        ["format"] = All<DocumentFormat>(Words.Of),
        ["fact_source"] = All<FactSource>(Words.Of),
        ["edition_source"] = All<EditionSource>(Words.Of),
        ["correction_status"] = All<CorrectionStatus>(Words.Of),
        ["section_kind"] = All<SectionKind>(Words.Of),
        ["table_shape"] = All<TableShape>(Words.Of),
        ["figure_kind"] = All<FigureKind>(Words.Of),
        ["relation_scope"] = All<RelationScope>(Words.Of),
        ["diagnostic"] = [.. DiagnosticRules.All.Keys],
        ["edition"] = [.. Editions.All.Select(edition => edition.Id)],
        ["table"] = [.. Tables.Select(table => table.Id).Distinct()],
        ["part_table"] = [DataTables.Figures.Id, .. DataTables.OfForms.Select(table => table.Id)],
        ["table_layout"] = All<FormShape>(Words.Of),
        ["cell"] = [.. Tables.SelectMany(table => table.Cells).Select(cell => cell.ToString()).Distinct()],
    }.ToFrozenDictionary();

    private static IEnumerable<FormTable> Tables => Editions.All.SelectMany(edition => edition.Tables);

    /// <summary>Where a schema is published.</summary>
    public static string Path(string name) => $"data/schema/{name}.schema.json";

    /// <summary>The files of all schemas.</summary>
    public static IEnumerable<OutputFile> Files(ArchiveSettings settings) =>
        Names.Select(name => new OutputFile(Path(name), () => Json.Bytes(Json.Indented, json => Make(name, settings.BaseUrl).WriteTo(json))));

    /// <summary>The first member of a document: where its schema stands, seen from it, so that it holds under any address and on a disk.</summary>
    /// <param name="document">Path of the document in the output.</param>
    internal static void WriteSchema(this Utf8JsonWriter json, string document, string name) => json.WriteString("$schema"u8, Routes.Link(document, Path(name)));

    /// <param name="address">That of the archive; empty if it is not known: then the schema goes by where it stands.</param>
    private static JsonObject Make(string name, string address)
    {
        var members = Read(name);
        var shared = Read("shared");
        var definitions = members[Definitions]?.AsObject() ?? [];
        members.Remove(Definitions);
        var wanted = new Queue<string>(References(members).Concat(References(definitions)));
        while (wanted.TryDequeue(out var definition))
            if (!definitions.ContainsKey(definition))
            {
                var added = shared[definition]!.DeepClone();
                definitions.Add(definition, added);
                foreach (var further in References(added))
                    wanted.Enqueue(further);
            }

        var schema = new JsonObject { ["$schema"] = Dialect };
        if (address.Length > 0)
            schema["$id"] = $"{address}/{Path(name)}";
        foreach (var (member, value) in members.ToList())
        {
            members.Remove(member);
            schema[member] = value;
        }

        schema[Definitions] = definitions;
        FillWords(schema);
        return schema;
    }

    private static void FillWords(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                FillWords(item);
        if (node is not JsonObject members)
            return;
        if (members["enum"] is JsonValue vocabulary)
            members["enum"] = new JsonArray([.. Vocabularies[vocabulary.GetValue<string>()].Select(word => JsonValue.Create(word))]);
        foreach (var (_, value) in members)
            FillWords(value);
    }

    /// <summary>The definitions that a part of a schema refers to.</summary>
    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(References),
        JsonObject members => members.SelectMany(member =>
            member.Key == "$ref" ? [member.Value!.GetValue<string>()[Reference.Length..]] : References(member.Value)),
        _ => [],
    };

    private static JsonObject Read(string name)
    {
        using var stream = typeof(JsonSchemas).Assembly.GetManifestResourceStream($"Schemas.{name}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static ImmutableArray<string> All<T>(Func<T, string> word) where T : struct, Enum => [.. Enum.GetValues<T>().Select(word)];
}
