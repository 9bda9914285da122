using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>data/datapackage.json</c> (Data Package v2): what the CSV files hold, with their hashes, for those who load them by program.</summary>
public static class DataPackage
{
    private const string Folder = "data/";

    private static readonly HashSet<string> Whole = new(
        ["year", "size", "reported", "blank", "not_applicable", "unreadable", "missing", "passed", "failed", "not_assessable"], StringComparer.Ordinal);

    private static readonly HashSet<string> Decimals = new(
        ["value", "left", "right", "received", "concluded", "reviews", "lawsuits"], StringComparer.Ordinal);

    /// <summary>The package of those of the written files that are CSV data.</summary>
    public static OutputFile Of(ArchiveSettings settings, IEnumerable<WrittenFile> files) => new(Routes.DataPackage, () => Json.Bytes(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name"u8, "disclosure-archive");
        json.WriteString("title"u8, settings.Title);
        json.WriteIfAny("description"u8, settings.Description);
        json.WriteIfAny("homepage"u8, settings.BaseUrl);
        if (settings.Licence.Length > 0)
        {
            json.WriteStartArray("licenses"u8);
            json.WriteStartObject();
            json.WriteString(Uri.IsWellFormedUriString(settings.Licence, UriKind.Absolute) ? "path"u8 : "name"u8, settings.Licence);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("resources"u8);
        foreach (var file in files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path.EndsWith(".csv", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal))
            WriteResource(json, file, file.Path[Folder.Length..]);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void WriteResource(Utf8JsonWriter json, WrittenFile file, string path)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, path[..^".csv".Length].Replace('/', '-'));
        json.WriteString("type"u8, "table");
        json.WriteString("path"u8, path);
        json.WriteString("description"u8, "Text that a spreadsheet would take for a formula has an apostrophe before it (docs/data.md).");
        json.WriteString("format"u8, "csv");
        json.WriteString("mediatype"u8, "text/csv");
        json.WriteString("encoding"u8, "utf-8");
        json.WriteNumber("bytes"u8, file.Size);
        json.WriteString("hash"u8, "sha256:" + file.Sha256);
        json.WriteStartObject("dialect"u8);
        json.WriteString("lineTerminator"u8, "\n");
        json.WriteEndObject();
        json.WriteStartObject("schema"u8);
        json.WriteStartArray("fields"u8);
        foreach (var column in path == "reports.csv" ? DataFiles.ReportColumns : path == "checks.csv" ? DataFiles.CheckColumns : DataFiles.FigureColumns)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, column);
            json.WriteString("type"u8,
                Whole.Contains(column) ? "integer" : Decimals.Contains(column) ? "number" : column == "current" ? "boolean" : column == "publish_date" ? "date" : "string");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("missingValues"u8, [""]);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
