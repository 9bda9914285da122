using System.Globalization;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// <c>data/catalog.jsonld</c>: what portals harvest (DCAT 3): a dataset for each table, and a series with the figures of each year. Its addresses are
/// relative to it, and full where the archive's is known.
/// </summary>
public static class DataCatalog
{
    public const string Path = "data/catalog.jsonld";

    public static OutputFile Of(ReportArchive archive, IReadOnlyList<DataFile> files) => new(Path, () => Json.Bytes(Json.Indented, json =>
    {
        var settings = archive.Settings;
        json.WriteStartObject();
        WriteContext(json, settings);
        json.WriteString("@id"u8, "#catalog");
        json.WriteString("@type"u8, "dcat:Catalog");
        json.WriteString("title"u8, settings.Title);
        json.WriteIfAny("description"u8, settings.Description);
        if (WebAddress.Of(settings.Licence) is { } licence)
        {
            json.WriteString("licence"u8, licence.AbsoluteUri);
        }
        else if (settings.Licence.Length > 0)
        {
            json.WriteStartObject("licence"u8);
            json.WriteString("@type"u8, "dcterms:LicenseDocument");
            json.WriteString("title"u8, settings.Licence);
            json.WriteEndObject();
        }

        if (settings.Owner.Length > 0)
        {
            json.WriteStartObject("publisher"u8);
            json.WriteString("@type"u8, "foaf:Agent");
            json.WriteString("name"u8, settings.Owner);
            json.WriteEndObject();
        }

        json.WriteString("landingPage"u8, Routes.Link(Path, Routes.Data));
        json.WriteStartArray("dataset"u8);
        json.WriteStartObject();
        json.WriteString("@id"u8, "#figures");
        json.WriteString("@type"u8, "dcat:DatasetSeries");
        json.WriteString("title"u8, DataTables.Figures.Label);
        json.WriteString("description"u8, DataTables.Figures.Meaning);
        json.WriteEndObject();
        foreach (var group in files.Where(file => file.Table is not null).GroupBy(file => file.Table == DataTables.Figures ? file.Path : file.Table!.Id))
            WriteDataset(json, [.. group]);
        json.WriteEndArray();
        json.WriteStartArray("distribution"u8);
        foreach (var file in files.Where(file => file.Table is null && file.IsOfTables))
            WriteDistribution(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void WriteContext(Utf8JsonWriter json, ArchiveSettings settings)
    {
        json.WriteStartObject("@context"u8);
        if (settings.BaseUrl.Length > 0)
            json.WriteString("@base"u8, $"{settings.BaseUrl}/{Path}");
        json.WriteString("@language"u8, "zh-CN");
        foreach (var (prefix, address) in ((string, string)[])[
            ("dcat", "http://www.w3.org/ns/dcat#"), ("dcterms", "http://purl.org/dc/terms/"), ("foaf", "http://xmlns.com/foaf/0.1/"),
            ("spdx", "http://spdx.org/rdf/terms#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
            ("title", "dcterms:title"), ("description", "dcterms:description"), ("publisher", "dcterms:publisher"), ("name", "foaf:name"),
            ("dataset", "dcat:dataset"), ("distribution", "dcat:distribution"), ("checksum", "spdx:checksum")])
            json.WriteString(prefix, address);
        foreach (var (term, id, type) in ((string, string, string)[])[
            ("licence", "dcterms:license", "@id"), ("landingPage", "dcat:landingPage", "@id"), ("inSeries", "dcat:inSeries", "@id"), ("downloadURL", "dcat:downloadURL", "@id"),
            ("mediaType", "dcat:mediaType", "@id"), ("algorithm", "spdx:algorithm", "@id"), ("byteSize", "dcat:byteSize", "xsd:nonNegativeInteger"),
            ("checksumValue", "spdx:checksumValue", "xsd:hexBinary"), ("temporal", "dcterms:temporal", "@id"),
            ("startDate", "dcat:startDate", "xsd:date"), ("endDate", "dcat:endDate", "xsd:date")])
        {
            json.WriteStartObject(term);
            json.WriteString("@id"u8, id);
            json.WriteString("@type"u8, type);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteDataset(Utf8JsonWriter json, List<DataFile> files)
    {
        var table = files[0].Table!;
        json.WriteStartObject();
        json.WriteString("@id"u8, "#" + (files[0].Year is { } figures ? $"figures-{figures}" : table == DataTables.Figures ? "figures-undated" : table.Id));
        json.WriteString("@type"u8, "dcat:Dataset");
        json.WriteString("title"u8, files[0].Year is { } titled ? $"{table.Label}：{titled}" : table.Label);
        json.WriteString("description"u8, table.Meaning);
        if (table == DataTables.Figures)
            json.WriteString("inSeries"u8, "#figures");
        if (files[0].Year is { } year)
        {
            json.WriteStartObject("temporal"u8);
            json.WriteString("@type"u8, "dcterms:PeriodOfTime");
            json.WriteString("startDate"u8, string.Create(CultureInfo.InvariantCulture, $"{year}-01-01"));
            json.WriteString("endDate"u8, string.Create(CultureInfo.InvariantCulture, $"{year}-12-31"));
            json.WriteEndObject();
        }

        json.WriteStartArray("distribution"u8);
        foreach (var file in files)
            WriteDistribution(json, file);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDistribution(Utf8JsonWriter json, DataFile file)
    {
        json.WriteStartObject();
        json.WriteString("@type"u8, "dcat:Distribution");
        json.WriteString("title"u8, file.Path);
        json.WriteString("downloadURL"u8, Routes.Link(Path, file.Path));
        json.WriteString("mediaType"u8, "https://www.iana.org/assignments/media-types/" + file.MediaType);
        json.WriteString("byteSize"u8, file.Written.Size.ToString(CultureInfo.InvariantCulture));
        json.WriteStartObject("checksum"u8);
        json.WriteString("@type"u8, "spdx:Checksum");
        json.WriteString("algorithm"u8, "spdx:checksumAlgorithm_sha256");
        json.WriteString("checksumValue"u8, file.Written.Sha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
