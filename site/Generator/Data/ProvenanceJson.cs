using System.Collections.Immutable;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// Where a report's data comes from, as W3C PROV in JSON-LD: files, what was done with them, by which program, for whom. Its context stands in it, so that
/// nothing has to be fetched; its addresses are relative to the file. It bears no time at which anything was generated, which only a clock could tell.
/// </summary>
public static class ProvenanceJson
{
    private static readonly ImmutableArray<string> Relations =
    [
        "used", "wasGeneratedBy", "wasDerivedFrom", "hadPrimarySource", "wasAttributedTo", "wasAssociatedWith", "wasRevisionOf", "wasInvalidatedBy", "alternateOf",
        "qualifiedPrimarySource", "qualifiedRevision", "entity", "hadActivity",
    ];

    private static readonly ImmutableArray<(string Name, string Term)> Texts =
    [
        ("label", "rdfs:label"), ("description", "dcterms:description"), ("format", "dcterms:format"), ("sha256", "schema:sha256"), ("size", "schema:contentSize"),
        ("version", "schema:softwareVersion"),
    ];

    private static readonly ImmutableArray<string> Dates = ["issued", "date", "dateSubmitted", "modified"];

    /// <summary>The file that is published of it.</summary>
    public static ReadOnlyMemory<byte> Of(ReportEntry entry, AnnualReport report) => Json.Bytes(Json.Indented, json =>
    {
        var here = ReportPaths.Provenance(entry);
        var agency = report.AgencyName is null ? null : Routes.Link(here, Routes.Agency(entry.AgencyKey));
        var sources = ReportPaths.Sources(entry).Select(path => Routes.Link(here, path)).ToImmutableArray();
        var isCorrected = report.Corrections.Any(judged => judged.Status == CorrectionStatus.Applied);

        json.WriteStartObject();
        WriteContext(json);
        json.WriteStartArray("@graph"u8);
        Node(json, Routes.Link(here, ReportPaths.Json(entry)), "prov:Entity", () =>
        {
            json.WriteString("label"u8, report.Title);
            json.WriteString("format"u8, "application/json");
            Several(json, "wasDerivedFrom"u8, sources);
            json.WriteString("wasGeneratedBy"u8, isCorrected ? "#correcting" : "#normalising");
            json.WriteIfAny("wasAttributedTo"u8, agency);
            if (isCorrected)
                WriteRevisions(json, report);
        });
        Node(json, Routes.Link(here, ReportPaths.Page(entry)), "prov:Entity", () =>
        {
            json.WriteString("format"u8, "text/html");
            json.WriteString("alternateOf"u8, Routes.Link(here, ReportPaths.Json(entry)));
        });
        WriteFile(json, sources[0], report.Source, report.Url, report.Accessed, agency, "", () =>
        {
            json.WriteIfAny("issued"u8, Words.Of(report.Published?.Value));
            json.WriteIfAny("dateSubmitted"u8, Words.Of(entry.AddedOn));
            json.WriteIfAny("modified"u8, Words.Of(entry.ChangedOn));
        });
        foreach (var (further, i) in report.FurtherSources.Select((further, i) => (further, i + 1)))
            WriteFile(json, sources[i], further.Source, further.Url, further.Accessed, agency, $"-{i + 1}", () => { });
        WriteActivities(json, report, sources, isCorrected);
        WriteAgents(json, report, agency);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>Its terms, none of which is looked up elsewhere.</summary>
    internal static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context"u8);
        json.WriteString("prov"u8, "http://www.w3.org/ns/prov#");
        json.WriteString("rdfs"u8, "http://www.w3.org/2000/01/rdf-schema#");
        json.WriteString("xsd"u8, "http://www.w3.org/2001/XMLSchema#");
        json.WriteString("dcterms"u8, "http://purl.org/dc/terms/");
        json.WriteString("schema"u8, "https://schema.org/");
        json.WriteString("id"u8, "@id");
        json.WriteString("type"u8, "@type");
        foreach (var (name, term) in Texts)
            json.WriteString(name, term);
        foreach (var relation in Relations)
            WriteTerm(json, relation, "prov:", "@id");
        foreach (var date in Dates)
            WriteTerm(json, date, "dcterms:", "xsd:date");
        json.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter json, string name, string vocabulary, string type)
    {
        json.WriteStartObject(name);
        json.WriteString("@id"u8, vocabulary + name);
        json.WriteString("@type"u8, type);
        json.WriteEndObject();
    }

    /// <summary>A node of the graph.</summary>
    internal static void Node(Utf8JsonWriter json, string id, string type, Action write)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("type"u8, type);
        write();
        json.WriteEndObject();
    }

    private static void Several(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids)
            json.WriteStringValue(id);
        json.WriteEndArray();
    }

    /// <summary>A file of the report, and the page that it was taken from, where that is known.</summary>
    private static void WriteFile(Utf8JsonWriter json, string id, SourceInfo source, string? url, DateOnly? accessed, string? agency, string number, Action write)
    {
        var origin = url is null ? null : ExternalLinks.Web(url).Href;
        Node(json, id, "prov:Entity", () =>
        {
            json.WriteString("label"u8, source.Path);
            json.WriteString("format"u8, Words.Of(source.Format));
            json.WriteString("sha256"u8, source.Sha256);
            json.WriteNumber("size"u8, source.Size);
            json.WriteIfAny("wasAttributedTo"u8, agency);
            write();
            if (origin is null)
                return;
            json.WriteString("hadPrimarySource"u8, origin);
            if (accessed is null)
                return;
            json.WriteStartObject("qualifiedPrimarySource"u8);
            json.WriteString("type"u8, "prov:PrimarySource");
            json.WriteString("entity"u8, origin);
            json.WriteString("hadActivity"u8, "#retrieval" + number);
            json.WriteEndObject();
        });
        if (origin is null)
            return;
        Node(json, origin, "prov:Entity", () => { });
        if (accessed is not null)
            Node(json, "#retrieval" + number, "prov:Activity", () =>
            {
                json.WriteString("used"u8, origin);
                json.WriteString("date"u8, Words.Of(accessed));
            });
    }

    /// <summary>Each correction that was applied: what the report says is a revision of what its source says.</summary>
    private static void WriteRevisions(Utf8JsonWriter json, AnnualReport report)
    {
        json.WriteString("wasRevisionOf"u8, "#as-read");
        json.WriteStartArray("qualifiedRevision"u8);
        foreach (var (correction, status, _) in report.Corrections)
            if (status == CorrectionStatus.Applied)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "prov:Revision");
                json.WriteString("entity"u8, "#as-read");
                json.WriteString("hadActivity"u8, "#correcting");
                json.WriteString("label"u8, correction.Cell);
                json.WriteString("description"u8, correction.Reason);
                json.WriteEndObject();
            }

        json.WriteEndArray();
    }

    private static void WriteActivities(Utf8JsonWriter json, AnnualReport report, ImmutableArray<string> files, bool isCorrected)
    {
        var readings = Enumerable.Range(1, files.Length).Select(Numbered).ToList();
        for (var i = 0; i < files.Length; i++)
        {
            var source = i == 0 ? report.Source : report.FurtherSources[i - 1].Source;
            var (file, path) = (readings[i], files[i]);
            Node(json, "#document" + file, "prov:Entity", () => json.WriteString("wasGeneratedBy"u8, "#reading" + file));
            Node(json, "#reading" + file, "prov:Activity", () =>
            {
                json.WriteIfAny("label"u8, source.Reader?.Reader);
                json.WriteString("used"u8, path);
                Several(json, "wasAssociatedWith"u8, source.Reader?.Program is { } program ? ["#generator", Agent(program)] : ["#generator"]);
            });
        }

        if (report.TranscribedBy is not null)
        {
            Node(json, "#transcribed", "prov:Entity", () => json.WriteString("wasGeneratedBy"u8, "#transcription"));
            Node(json, "#transcription", "prov:Activity", () =>
            {
                json.WriteString("used"u8, files[0]);
                json.WriteString("wasAssociatedWith"u8, "#transcriber");
            });
        }

        Node(json, "#normalising", "prov:Activity", () =>
        {
            Several(json, "used"u8, readings.Select(file => "#document" + file).Concat(report.TranscribedBy is null ? [] : ["#transcribed"]));
            json.WriteString("wasAssociatedWith"u8, "#generator");
        });
        if (!isCorrected)
            return;
        Node(json, "#as-read", "prov:Entity", () => json.WriteString("wasGeneratedBy"u8, "#normalising"));
        Node(json, "#correcting", "prov:Activity", () =>
        {
            json.WriteString("used"u8, "#as-read");
            json.WriteString("wasAssociatedWith"u8, "#generator");
        });
    }

    private static string Numbered(int file) => file == 1 ? "" : $"-{file}";

    private static string Agent(string program) => $"#{program}";

    private static void WriteAgents(Utf8JsonWriter json, AnnualReport report, string? agency)
    {
        WriteGenerator(json);
        foreach (var reader in report.FurtherSources.Select(further => further.Source).Prepend(report.Source)
            .Select(source => source.Reader).Where(reader => reader?.Program is not null).DistinctBy(reader => reader!.Program))
            Node(json, Agent(reader!.Program!), "prov:SoftwareAgent", () =>
            {
                json.WriteString("label"u8, reader.Program);
                json.WriteIfAny("version"u8, reader.ProgramVersion);
            });
        if (report.TranscribedBy is { } by)
            Node(json, "#transcriber", "prov:Agent", () => json.WriteString("label"u8, by));
        if (agency is not null)
            WriteAgency(json, agency, DataFiles.AgencyName(report));
    }

    internal static void WriteGenerator(Utf8JsonWriter json) => Node(json, "#generator", "prov:SoftwareAgent", () =>
    {
        json.WriteString("label"u8, ProgramVersion.Name);
        json.WriteString("version"u8, ProgramVersion.Text);
    });

    internal static void WriteAgency(Utf8JsonWriter json, string id, string name) =>
        Node(json, id, "prov:Organization", () => json.WriteString("label"u8, name));
}
