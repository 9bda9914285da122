using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>data/datapackage.json</c> (Data Package v2): what the CSV files hold, with their hashes, for those who load them by program.</summary>
public static class DataPackage
{
    private const string Folder = "data/";

    /// <summary>The package of those of the written files that are CSV data.</summary>
    public static OutputFile Of(ArchiveSettings settings, IReadOnlyList<DataFile> files) => new(Routes.DataPackage, () => Json.Bytes(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name"u8, "disclosure-archive");
        json.WriteString("title"u8, settings.Title);
        var licence = LicenceOf(settings.Licence);
        json.WriteIfAny("description"u8, settings.Licence.Length > 0 && licence is null ? $"{settings.Description}\n\n许可 Licence: {settings.Licence}".TrimStart() : settings.Description);
        json.WriteIfAny("homepage"u8, settings.BaseUrl);
        if (licence is var (kind, text))
        {
            json.WriteStartArray("licenses"u8);
            json.WriteStartObject();
            json.WriteString(kind, text);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("resources"u8);
        foreach (var file in files.Where(file => file.IsPlainTable))
            WriteResource(json, file.Written, file.Table!, file.Path[Folder.Length..]);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    /// <summary>The member that a licence takes and its text; null for one that is neither an address nor an id, which the standard has no member for.</summary>
    private static (string Member, string Text)? LicenceOf(string licence) =>
        WebAddress.Of(licence) is { } address ? ("path", address.AbsoluteUri)
        : licence.Length > 0 && licence.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? ("name", licence)
        : null;

    private static void WriteResource(Utf8JsonWriter json, WrittenFile file, DataTable table, string path)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, path[..^".csv".Length].Replace('/', '-'));
        json.WriteString("title"u8, table.Label);
        json.WriteString("type"u8, "table");
        json.WriteString("path"u8, path);
        json.WriteString("description"u8, $"{table.Meaning} {table.MeaningEnglish}. Text that a spreadsheet would take for a formula has an apostrophe before it (docs/data.md).");
        json.WriteString("format"u8, "csv");
        json.WriteString("mediatype"u8, "text/csv");
        json.WriteString("encoding"u8, "utf-8");
        json.WriteNumber("bytes"u8, file.Size);
        json.WriteString("hash"u8, "sha256:" + file.Sha256);
        json.WriteStartObject("dialect"u8);
        json.WriteString("lineTerminator"u8, "\n");
        json.WriteEndObject();
        json.WriteStartObject("schema"u8);
        WriteSchema(json, table);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, DataTable table)
    {
        json.WriteStartArray("fields"u8);
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, column.Name);
            json.WriteString("type"u8, TypeOf(column.Type));
            json.WriteString("title"u8, column.Label);
            json.WriteIfAny("description"u8, Both(column.Meaning, column.MeaningEnglish.Length > 0 ? column.MeaningEnglish : column.LabelEnglish));
            if (column.Type == ColumnType.Figure)
                WriteMissing(json, [("", "该版格式没有这一项 Not in this edition of the form"), .. Words.StatesWithoutNumber.Select(state => (Words.Of(state), Label(state)))]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMissing(json, [("", "空 Empty")]);
        if (!table.Key.IsEmpty)
            json.WriteTexts("primaryKey"u8, table.Key);
        if (table.Reference is { } reference)
        {
            json.WriteStartArray("foreignKeys"u8);
            json.WriteStartObject();
            json.WriteTexts("fields"u8, [reference.Column]);
            json.WriteStartObject("reference"u8);
            json.WriteString("resource"u8, reference.Table);
            json.WriteTexts("fields"u8, [reference.Key]);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static string Label(FigureState state) =>
        $"{Theme.Words.Chinese[$"state.{Words.Of(state)}"]} {Theme.Words.English[$"state.{Words.Of(state)}"]}";

    private static string Both(string chinese, string english) => chinese.Length == 0 || chinese == english ? english : $"{chinese} {english}";

    private static void WriteMissing(Utf8JsonWriter json, IEnumerable<(string Value, string Label)> values)
    {
        json.WriteStartArray("missingValues"u8);
        foreach (var (value, label) in values)
        {
            json.WriteStartObject();
            json.WriteString("value"u8, value);
            json.WriteString("label"u8, label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The name of a type in a Table Schema.</summary>
    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Whole => "integer",
        ColumnType.Year => "year",
        ColumnType.Number or ColumnType.Figure => "number",
        ColumnType.Date => "date",
        ColumnType.Flag => "boolean",
        _ => "string",
    };
}
