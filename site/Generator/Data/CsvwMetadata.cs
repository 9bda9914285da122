using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// What CSV files for programs hold, as CSV on the Web has it (W3C Recommendation, Metadata Vocabulary for Tabular Data): beside each of the whole archive's a file
/// of its name with <c>-metadata.json</c> added, and one for all of a part, <c>csv-metadata.json</c>; both are where the standard has a reader look.
/// </summary>
public static class CsvwMetadata
{
    public const string Suffix = "-metadata.json";

    /// <param name="path">The CSV file.</param>
    public static OutputFile Of(ArchiveSettings settings, string path, DataTable table) => new(path + Suffix, () => Json.Bytes(Json.Indented, json =>
    {
        json.WriteStartObject();
        WriteHead(json, settings);
        WriteTable(json, settings, path[(path.LastIndexOf('/') + 1)..], table);
        json.WriteEndObject();
    }));

    /// <summary>Of the files that stand in the folder of an agency or a year.</summary>
    /// <param name="folder">With <c>/</c> at the end.</param>
    public static OutputFile Of(ArchiveSettings settings, string folder, IEnumerable<DataTable> tables) => new(folder + "csv" + Suffix, () => Json.Bytes(Json.Indented, json =>
    {
        json.WriteStartObject();
        WriteHead(json, settings);
        json.WriteStartArray("tables"u8);
        foreach (var table in tables)
        {
            json.WriteStartObject();
            WriteTable(json, settings, table.Id + ".csv", table);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void WriteHead(Utf8JsonWriter json, ArchiveSettings settings)
    {
        json.WriteStartArray("@context"u8);
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language"u8, "zh-CN");
        json.WriteEndObject();
        json.WriteEndArray();
        if (WebAddress.Of(settings.Licence) is { } licence)
        {
            json.WriteStartObject("dc:license"u8);
            json.WriteString("@id"u8, licence.AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteStartObject("dialect"u8);
        json.WriteTexts("lineTerminators"u8, ["\n"]);
        json.WriteEndObject();
    }

    private static void WriteTable(Utf8JsonWriter json, ArchiveSettings settings, string file, DataTable table)
    {
        json.WriteString("url"u8, Uri.EscapeDataString(file));
        json.WriteString("dc:title"u8, $"{settings.Title}：{table.Label}");
        json.WriteString("dc:description"u8, table.Meaning);
        json.WriteStartObject("tableSchema"u8);
        json.WriteStartArray("columns"u8);
        foreach (var column in table.Columns)
            Write(json, column);
        json.WriteEndArray();
        if (!table.Key.IsEmpty)
            json.WriteTexts("primaryKey"u8, table.Key);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DataColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, column.Name);
        json.WriteStartObject("titles"u8);
        json.WriteString("und"u8, column.Name);
        json.WriteEndObject();
        json.WriteString("dc:title"u8, column.Label);
        json.WriteIfAny("dc:description"u8, column.Meaning);
        if (column.Type == ColumnType.Flag)
        {
            json.WriteStartObject("datatype"u8);
            json.WriteString("base"u8, "boolean");
            json.WriteString("format"u8, "true|false");
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("datatype"u8, column.Type switch
            {
                ColumnType.Whole => "integer",
                ColumnType.Year => "gYear",
                ColumnType.Number or ColumnType.Figure => "decimal",
                ColumnType.Date => "date",
                _ => "string",
            });
        }

        if (column.Type == ColumnType.Figure)
            json.WriteTexts("null"u8, ["", .. Words.StatesWithoutNumber.Select(Words.Of)]);
        json.WriteEndObject();
    }
}
