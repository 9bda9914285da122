using System.Text.Json;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// The statutory tables of all editions, newest first, with the wording of each row and column in both languages: what the page that compares
/// needs to name and to find the figures of <see cref="AgencyFigures"/>. A row that has not all columns names those that it has by their places. It is a script that calls <c>archiveForms(tables)</c>.
/// </summary>
public static class FormsScript
{
    private const string Money = "（万元）";

    public static ReadOnlyMemory<byte> Content() => AgencyFigures.Script("archiveForms", json =>
    {
        json.WriteStartArray();
        foreach (var form in Editions.All.Reverse().SelectMany(edition => edition.Tables))
            Write(json, form);
        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, FormTable form)
    {
        json.WriteStartObject();
        json.WriteString("form"u8, form.Edition);
        json.WriteString("table"u8, form.Id);
        Labels(json, "label"u8, form.Label, form.LabelEnglish);
        json.WriteStartArray("columns"u8);
        foreach (var column in form.Columns)
        {
            // Of a table with one column nothing is to be said but the rows' labels. Money is in 万元; the English labels say so themselves.
            var isBare = column.Kind == FigureKind.Amount && !column.Label.Contains("万元", StringComparison.Ordinal);
            json.WriteStartArray();
            json.WriteStringValue(column.Id);
            json.WriteStringValue(form.Columns.Length == 1 ? "" : column.Label + (isBare ? Money : ""));
            json.WriteStringValue(form.Columns.Length == 1 ? "" : column.LabelEnglish);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
        foreach (var row in form.Rows)
        {
            json.WriteStartObject();
            json.WriteString("row"u8, row.Id);
            Labels(json, "label"u8, CellLabels.InGroups(form, row) + (row.IsMoney ? Money : ""), EnglishInGroups(form, row));
            var columns = form.ColumnsOf(row).ToList();
            if (columns.Count < form.Columns.Length)
            {
                json.WriteStartArray("columns"u8);
                foreach (var column in columns)
                    json.WriteNumberValue(form.Columns.IndexOf(column));
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Labels(Utf8JsonWriter json, ReadOnlySpan<byte> name, string chinese, string english)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(chinese);
        json.WriteStringValue(english);
        json.WriteEndArray();
    }

    private static string EnglishInGroups(FormTable form, FormRow row)
    {
        var label = row.LabelEnglish;
        for (var group = form.Group(row.Parent); group?.Parent is not null; group = form.Group(group.Parent))
            label = $"{group.LabelEnglish} · {label}";
        return label;
    }
}
