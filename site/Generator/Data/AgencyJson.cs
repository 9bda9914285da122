using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// An agency as JSON: what it is, its reports, and its figures over the years, by edition of the form and cell. Editions stand side by side:
/// nothing is carried from one into another, summed or estimated. Addresses are those of the output, from its top.
/// </summary>
public sealed class AgencyJson(ReportArchive archive)
{
    private readonly FrozenSet<string> _keys = archive.Agencies.Select(agency => agency.Key).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The file that is published of it.</summary>
    /// <param name="years">Its years, loaded.</param>
    public ReadOnlyMemory<byte> Of(AgencyEntry agency, ImmutableArray<AgencyYear> years) => Json.Bytes(Json.Options, json =>
    {
        json.WriteStartObject();
        json.WriteSchema(Routes.AgencyData(agency.Key), JsonSchemas.Agency);
        WriteNames(json, agency);
        json.WriteTexts("aliases"u8, agency.Register?.Aliases ?? []);
        WriteRelated(json, "predecessors"u8, agency.Register?.Predecessors ?? []);
        WriteRelated(json, "successors"u8, agency.Register?.Successors ?? []);
        json.WriteString("page"u8, Routes.Agency(agency.Key));
        json.WriteStartArray("reports"u8);
        foreach (var entry in agency.Reports)
            WriteReport(json, entry);
        json.WriteEndArray();
        WriteYears(json, "gaps"u8, agency.Gaps);
        WriteTables(json, TablePart.Of(agency));
        WriteSeries(json, years);
        json.WriteEndObject();
    });

    /// <summary>What an agency is called, and where it belongs.</summary>
    internal static void WriteNames(Utf8JsonWriter json, AgencyEntry agency)
    {
        json.WriteString("key"u8, agency.Key);
        json.WriteIfAny("id"u8, agency.Register?.Id);
        json.WriteString("name"u8, agency.IsUnidentified ? "" : agency.Name);
        json.WriteIfAny("region"u8, agency.Register?.Region);
        json.WriteIfAny("kind"u8, agency.Register?.Kind);
    }

    internal static void WriteYears(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<int> years)
    {
        json.WriteStartArray(name);
        foreach (var year in years)
            json.WriteNumberValue(year);
        json.WriteEndArray();
    }

    private static void WriteTables(Utf8JsonWriter json, TablePart part)
    {
        json.WriteStartArray("tables"u8);
        foreach (var (table, forSpreadsheets, forPrograms) in part.Files)
        {
            json.WriteStartObject();
            json.WriteString("table"u8, table.Id);
            json.WriteString("csv"u8, forPrograms);
            json.WriteIfAny("spreadsheet"u8, forSpreadsheets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteRelated(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<RelatedAgency> others)
    {
        json.WriteStartArray(name);
        foreach (var other in others)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, other.Id);
            json.WriteString("name"u8, other.Name);
            if (_keys.Contains(other.Id))
                json.WriteString("json"u8, Routes.AgencyData(other.Id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReport(Utf8JsonWriter json, ReportEntry entry)
    {
        json.WriteStartObject();
        if (entry.Year is { } year)
            json.WriteNumber("year"u8, year);
        json.WriteBoolean("current"u8, entry.IsCurrent);
        json.WriteIfAny("form"u8, entry.Edition?.Id);
        json.WriteString("title"u8, entry.Title);
        json.WriteIfAny("published"u8, Words.Of(entry.Published));
        json.WriteIfAny("transcribed_by"u8, entry.TranscribedBy);
        json.WriteString("page"u8, ReportPaths.Page(entry));
        json.WriteString("json"u8, ReportPaths.Json(entry));
        json.WriteStartArray("sources"u8);
        foreach (var (source, file) in entry.Sources.Zip(ReportPaths.Sources(entry)))
        {
            json.WriteStartObject();
            ReportJson.WriteFile(json, source, file);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("key_figures"u8);
        json.WriteOptional("received"u8, entry.Key.Received);
        json.WriteOptional("concluded"u8, entry.Key.Concluded);
        json.WriteOptional("reviews"u8, entry.Key.Reviews);
        json.WriteOptional("lawsuits"u8, entry.Key.Lawsuits);
        json.WriteEndObject();
        json.WriteStartObject("cells"u8);
        foreach (var state in Enum.GetValues<FigureState>())
            json.WriteNumber(Words.Of(state), entry.Cells.GetValueOrDefault(state));
        json.WriteEndObject();
        json.WriteStartObject("checks"u8);
        json.WriteNumber("passed"u8, entry.Passed);
        json.WriteNumber("failed"u8, entry.Failed);
        json.WriteNumber("not_assessable"u8, entry.NotAssessable);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSeries(Utf8JsonWriter json, ImmutableArray<AgencyYear> years)
    {
        json.WriteStartObject("series"u8);
        var editions =
            from year in years
            from table in year.Report?.Tables ?? []
            group (year.Year, Table: table) by table.Form.Edition into edition
            orderby edition.Key
            select edition;
        foreach (var edition in editions)
        {
            json.WriteStartObject(edition.Key);
            var cells =
                from found in edition
                from figure in found.Table.Figures
                group (found.Year, Figure: figure) by figure.Name;
            foreach (var cell in cells)
            {
                json.WriteStartArray(cell.Key.ToString());
                foreach (var (year, figure) in cell)
                    WritePoint(json, year, figure);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, int year, Figure figure)
    {
        json.WriteStartObject();
        json.WriteNumber("year"u8, year);
        json.WriteOptional("value"u8, figure.Value);
        json.WriteString("state"u8, Words.Of(figure.State));
        if (figure.Correction is not null)
            json.WriteBoolean("corrected"u8, true);
        json.WriteEndObject();
    }
}
