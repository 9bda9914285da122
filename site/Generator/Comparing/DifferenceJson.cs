using System.Text.Json;
using DisclosureArchive.Generator.Data;

namespace DisclosureArchive.Generator.Comparing;

/// <summary>Differences as one JSON object; its members are described in <c>docs/checking.md</c>.</summary>
internal static class DifferenceJson
{
    public static void Write(Utf8JsonWriter json, DataDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("old"u8, difference.Old);
        json.WriteString("new"u8, difference.New);
        json.WriteStartArray("reports"u8);
        foreach (var change in difference.Reports)
            Write(json, change);
        json.WriteEndArray();
        json.WriteStartObject("pages"u8);
        json.WriteTexts("added"u8, difference.PagesAdded);
        json.WriteTexts("removed"u8, difference.PagesRemoved);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportChange change)
    {
        json.WriteStartObject();
        json.WriteString("change"u8, Word(change.Kind));
        json.WriteString("page"u8, change.Report.Page);
        json.WriteString("source"u8, change.Report.Facts["source"]);
        json.WriteString("agency"u8, change.Report.Agency);
        json.WriteOptional("year"u8, change.Report.Year);
        json.WriteBoolean("current"u8, change.Report.IsCurrent);
        json.WriteStartObject("facts"u8);
        foreach (var (name, old, @new) in change.Facts)
        {
            json.WriteStartObject(name);
            json.WriteString("old"u8, old);
            json.WriteString("new"u8, @new);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("figures"u8);
        foreach (var figure in change.Figures)
        {
            json.WriteStartObject();
            json.WriteString("change"u8, Word(figure.Kind));
            json.WriteString("cell"u8, figure.Figure.Cell);
            json.WriteString("label"u8, figure.Figure.Label);
            WriteFigure("old"u8, figure.Old);
            WriteFigure("new"u8, figure.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checks"u8);
        foreach (var check in change.Checks)
        {
            json.WriteStartObject();
            json.WriteString("relation"u8, check.Relation);
            json.WriteString("label"u8, check.Label);
            json.WriteString("old"u8, check.Old);
            json.WriteString("new"u8, check.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("diagnostics"u8);
        foreach (var (code, old, @new) in change.Diagnostics)
        {
            json.WriteStartObject(code);
            json.WriteNumber("old"u8, old);
            json.WriteNumber("new"u8, @new);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteBoolean("prose"u8, change.ProseDiffers);
        json.WriteEndObject();

        void WriteFigure(ReadOnlySpan<byte> name, PublishedFigure? figure)
        {
            if (figure is null)
            {
                json.WriteNull(name);
                return;
            }

            json.WriteStartObject(name);
            json.WriteString("state"u8, figure.State);
            if (figure.Value is { } value)
                json.WriteNumber("value"u8, value);
            json.WriteEndObject();
        }
    }

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        _ => "changed",
    };
}
