using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// <c>data/forms.json</c>: all editions of the form with their tables, labels in both languages, and the relations that they demand, as the
/// program itself has them. The page that takes reports gets the same members as a script, since a page on a disk may read no other file.
/// </summary>
public static class FormsJson
{
    public const string Path = "data/forms.json";

    public static OutputFile File { get; } = new(Path, () => Json.Bytes(Json.Indented, json =>
    {
        json.WriteStartObject();
        json.WriteSchema(Path, JsonSchemas.Forms);
        WriteMembers(json);
        json.WriteEndObject();
    }));

    /// <summary>A script that calls <c>archiveDefinitions</c> with what the file holds, but for where its schema stands.</summary>
    public static ReadOnlyMemory<byte> Script() => AgencyFigures.Script("archiveDefinitions", json =>
    {
        json.WriteStartObject();
        WriteMembers(json);
        json.WriteEndObject();
    });

    private static void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteStartArray("editions"u8);
        foreach (var edition in Editions.All)
            Write(json, edition);
        json.WriteEndArray();
        json.WriteStartObject(Finding.CarryOver);
        json.WriteString("id"u8, Finding.CarryOver);
        json.WriteString("table"u8, CarryOver.Table);
        json.WriteString("scope"u8, Words.Of(RelationScope.EachColumn));
        json.WriteTexts("left"u8, [CarryOver.CarriedOut]);
        json.WriteTexts("right"u8, [CarryOver.CarriedIn]);
        json.WriteString("left_year"u8, "previous");
        json.WriteString("right_year"u8, "reported");
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FormEdition edition)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, edition.Id);
        Label(json, edition.Label, edition.LabelEnglish);
        json.WriteString("legal_basis"u8, edition.LegalBasis);
        json.WriteNumber("first_year"u8, edition.FirstYear);
        json.WriteStartArray("tables"u8);
        foreach (var table in edition.Tables)
            Write(json, table);
        json.WriteEndArray();
        json.WriteStartArray("relations"u8);
        foreach (var relation in edition.Relations)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, relation.Id);
            json.WriteString("table"u8, relation.Table);
            json.WriteString("scope"u8, Words.Of(relation.Scope));
            json.WriteTexts("left"u8, relation.Left);
            json.WriteTexts("right"u8, relation.Right);
            Label(json, relation.Label, relation.LabelEnglish);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FormTable table)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, table.Id);
        Label(json, table.Label, table.LabelEnglish);
        json.WriteString("layout"u8, Words.Of(table.Shape));
        json.WriteStartArray("groups"u8);
        foreach (var group in table.Groups)
            WriteLabel(json, group, () => { });
        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
        foreach (var row in table.Rows)
            WriteLabel(json, row, () =>
            {
                json.WriteIfAny("alias"u8, row.Alias);
                json.WriteIfAny("article"u8, row.Article);
                json.WriteIfAny("unit"u8, row.Unit);
                json.WriteTexts("columns"u8, table.ColumnsOf(row).Select(column => column.Id));
                if (row.IsMoney)
                    json.WriteString("kind"u8, Words.Of(FigureKind.Amount));
            });
        json.WriteEndArray();
        json.WriteStartArray("column_groups"u8);
        foreach (var group in table.ColumnGroups)
            WriteLabel(json, group, () => { });
        json.WriteEndArray();
        json.WriteStartArray("columns"u8);
        foreach (var column in table.Columns)
            WriteLabel(json, column, () =>
            {
                json.WriteIfAny("row_group"u8, column.RowGroup);
                json.WriteIfAny("unit"u8, column.Unit);
                json.WriteString("kind"u8, Words.Of(column.Kind));
            });
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLabel(Utf8JsonWriter json, FormLabel label, Action writeMore)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, label.Id);
        json.WriteIfAny("parent"u8, label.Parent);
        json.WriteIfAny("number"u8, label.Number);
        Label(json, label.Label, label.LabelEnglish);
        if (label.Aliases.Length > 0)
            json.WriteTexts("aliases"u8, label.Aliases);
        writeMore();
        json.WriteEndObject();
    }

    private static void Label(Utf8JsonWriter json, string chinese, string english)
    {
        json.WriteStartObject("label"u8);
        json.WriteString("zh"u8, chinese);
        json.WriteString("en"u8, english);
        json.WriteEndObject();
    }
}
