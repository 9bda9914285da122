using System.Globalization;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// The statutory figures of an agency's current reports by year, for the page that compares: what each report's JSON says of value and state,
/// without raw text and place. It is a script that calls <c>archiveFigures(agency, reports)</c>, since a page that was opened from a disk may not
/// fetch JSON. A table is the array of its cells in the order of its form (<see cref="FormsScript"/> tells it): a number, or the initial of its
/// state. Numbers that JavaScript would print otherwise than the report's page stand as texts.
/// </summary>
public static class AgencyFigures
{
    /// <param name="key">The agency's.</param>
    /// <param name="years">Its years; those without a report are left out.</param>
    public static ReadOnlyMemory<byte> Of(string key, IEnumerable<AgencyYear> years) => Script("archiveFigures", json =>
    {
        json.WriteStringValue(key);
        json.WriteStartObject();
        foreach (var (year, entry, report) in years)
        {
            if (entry is null || report is null)
                continue;
            json.WriteStartObject(year.ToString(CultureInfo.InvariantCulture));
            Write(json, entry, report);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ReportEntry entry, AnnualReport report)
    {
        json.WriteIfAny("form"u8, entry.Edition?.Id);
        if (entry.TranscribedBy is not null)
            json.WriteBoolean("transcribed"u8, true);
        json.WriteStartArray("key"u8);
        foreach (var figure in (decimal?[])[entry.Key.Received, entry.Key.Concluded, entry.Key.Reviews, entry.Key.Lawsuits])
            if (figure is { } value)
                WriteNumber(json, value);
            else
                json.WriteNullValue();
        json.WriteEndArray();
        json.WriteStartObject("tables"u8);
        foreach (var table in report.Tables)
        {
            json.WriteStartObject(table.Form.Id);
            json.WriteString("form"u8, table.Form.Edition);
            json.WriteStartArray("cells"u8);
            foreach (var figure in table.Figures)
                if (figure.Value is { } value)
                    WriteNumber(json, value);
                else
                    json.WriteStringValue(Words.Of(figure.State)[..1]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (report.Figures.Any(figure => figure.Correction is not null))
            json.WriteTexts("corrected"u8, report.Figures.Where(figure => figure.Correction is not null).Select(figure => figure.Name.ToString()));
    }

    private static void WriteNumber(Utf8JsonWriter json, decimal value)
    {
        var text = Numbers.Text(value);
        if (((double)value).ToString(CultureInfo.InvariantCulture) == text)
            json.WriteNumberValue(value);
        else
            json.WriteStringValue(text);
    }

    /// <summary>A script that calls a function.</summary>
    /// <param name="write">Writes its arguments.</param>
    internal static ReadOnlyMemory<byte> Script(string function, Action<Utf8JsonWriter> write)
    {
        var arguments = Json.Bytes(Json.Options, json =>
        {
            json.WriteStartArray();
            write(json);
            json.WriteEndArray();
        });
        return Encoding.UTF8.GetBytes($"{function}({Encoding.UTF8.GetString(arguments.Span).TrimEnd()[1..^1]});\n");
    }
}
