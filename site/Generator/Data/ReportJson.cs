using System.Collections.Immutable;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Data;

/// <summary>A report as JSON: every figure with raw text, state and location; prose; checks; provenance.</summary>
public static class ReportJson
{
    /// <summary>The file that is published of it.</summary>
    public static ReadOnlyMemory<byte> Of(ReportEntry entry, AnnualReport report) => Json.Bytes(Json.Options, json =>
    {
        json.WriteStartObject();
        json.WriteSchema(ReportPaths.Json(entry), JsonSchemas.Report);
        WriteReport(json, report, entry);
        json.WriteEndObject();
    });

    /// <summary>Its members.</summary>
    /// <param name="entry">Its place in the archive, or null if it is looked at alone.</param>
    internal static void WriteReport(Utf8JsonWriter json, AnnualReport report, ReportEntry? entry)
    {
        WriteGenerator(json);
        json.WriteStartObject("source"u8);
        WriteSource(json, report.Source, entry is null ? null : ReportPaths.Source(entry), report.Url, report.Accessed);
        json.WriteEndObject();
        WriteFurtherSources(json, report, entry);
        WriteAgencyAndYear(json, report);
        if (report.Published is { } published)
        {
            json.WriteString("published"u8, Words.Of(published.Value));
            json.WriteString("published_from"u8, Words.Of(published.Source));
        }

        json.WriteIfAny("form"u8, report.Edition?.Id);
        json.WriteIfAny("form_from"u8, report.EditionFrom is { } told ? Words.Of(told) : null);
        json.WriteString("title"u8, report.Title);
        if (entry is not null)
        {
            json.WriteBoolean("current"u8, entry.IsCurrent);
            json.WriteIfAny("added"u8, Words.Of(entry.AddedOn));
            json.WriteIfAny("changed"u8, Words.Of(entry.ChangedOn));
            json.WriteString("provenance"u8, ReportPaths.Provenance(entry));
        }

        json.WriteIfAny("transcribed_by"u8, report.TranscribedBy);
        WriteCorrections(json, report.Corrections);

        json.WriteStartArray("tables"u8);
        foreach (var table in report.Tables)
        {
            json.WriteStartObject();
            json.WriteString("table"u8, table.Form.Id);
            json.WriteString("form"u8, table.Form.Edition);
            json.WriteString("label"u8, table.Form.Label);
            WriteFigures(json, "figures"u8, table.Figures);
            json.WriteEndObject();
        }

        foreach (var table in report.OwnTables)
        {
            json.WriteStartObject();
            json.WriteString("table"u8, table.Id);
            json.WriteIfAny("label"u8, table.Title);
            WriteFigures(json, "figures"u8, table.Figures);
            json.WriteStartObject("source"u8);
            WriteTable(json, table.Source);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteSections(json, report);
        WriteChecks(json, report, entry);
        json.WriteStartArray("diagnostics"u8);
        foreach (var diagnostic in report.Diagnostics)
            DiagnosticsJson.Write(json, diagnostic, null);
        foreach (var diagnostic in entry?.Added ?? [])
            DiagnosticsJson.Write(json, diagnostic, null);
        json.WriteEndArray();
    }

    /// <summary>A block's members.</summary>
    internal static void WriteBlock(Utf8JsonWriter json, Block block)
    {
        switch (block)
        {
            case Heading heading:
                json.WriteString("heading"u8, heading.Text);
                json.WriteNumber("level"u8, heading.Level);
                json.WriteLocation(heading.Location);
                break;
            case Paragraph paragraph:
                json.WriteString("paragraph"u8, paragraph.Text);
                json.WriteLocation(paragraph.Location);
                break;
            case Table table:
                WriteTable(json, table);
                break;
            default:
                throw new InvalidOperationException($"There is no way to write a {block.GetType().Name}.");
        }
    }

    /// <summary>The program that wrote a file.</summary>
    internal static void WriteGenerator(Utf8JsonWriter json)
    {
        json.WriteStartObject("generator"u8);
        json.WriteString("name"u8, ProgramVersion.Name);
        json.WriteString("version"u8, ProgramVersion.Text);
        json.WriteEndObject();
    }

    /// <summary>All that were declared, applied or not; nothing for none.</summary>
    private static void WriteCorrections(Utf8JsonWriter json, ImmutableArray<JudgedCorrection> corrections)
    {
        if (corrections.IsEmpty)
            return;
        json.WriteStartArray("corrections"u8);
        foreach (var (correction, status, found) in corrections)
        {
            json.WriteStartObject();
            json.WriteString("cell"u8, correction.Cell);
            json.WriteString("expect"u8, correction.Expect);
            json.WriteNumber("value"u8, correction.Value);
            json.WriteString("reason"u8, correction.Reason);
            json.WriteString("status"u8, Words.Of(status));
            if (found is not null)
                json.WriteString("found"u8, found);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is known of a source file itself.</summary>
    /// <param name="file">Where it is published, or null.</param>
    internal static void WriteFile(Utf8JsonWriter json, SourceInfo source, string? file)
    {
        json.WriteString("path"u8, source.Path);
        json.WriteIfAny("file"u8, file);
        json.WriteString("sha256"u8, source.Sha256);
        json.WriteNumber("size"u8, source.Size);
        json.WriteString("format"u8, Words.Of(source.Format));
        json.WriteIfAny("encoding"u8, source.Encoding);
    }

    private static void WriteSource(Utf8JsonWriter json, SourceInfo source, string? file, string? url, DateOnly? accessed)
    {
        WriteFile(json, source, file);
        if (source.Reader is { } reader)
        {
            json.WriteStartObject("reader"u8);
            json.WriteString("name"u8, reader.Reader);
            json.WriteIfAny("program"u8, reader.Program);
            json.WriteIfAny("program_version"u8, reader.ProgramVersion);
            json.WriteEndObject();
        }

        json.WriteIfAny("url"u8, url);
        json.WriteIfAny("accessed"u8, Words.Of(accessed));
    }

    private static void WriteFurtherSources(Utf8JsonWriter json, AnnualReport report, ReportEntry? entry)
    {
        if (report.FurtherSources.IsEmpty)
            return;
        json.WriteStartArray("further_sources"u8);
        for (var i = 0; i < report.FurtherSources.Length; i++)
        {
            var further = report.FurtherSources[i];
            json.WriteStartObject();
            WriteSource(json, further.Source, entry is null ? null : ReportPaths.Sources(entry)[i + 1], further.Url, further.Accessed);
            json.WriteIfAny("transcribed_by"u8, further.TranscribedBy);
            WriteCorrections(json, further.Corrections);
            json.WriteNumber("agreeing"u8, further.Agreeing);
            json.WriteNumber("unmatched"u8, further.Unmatched);
            WriteFigures(json, "differing"u8, further.Differing, withTable: true);
            WriteFigures(json, "additional"u8, further.Additional, withTable: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Whose report it is and of what year, each with what told so.</summary>
    internal static void WriteAgencyAndYear(Utf8JsonWriter json, AnnualReport report)
    {
        json.WriteStartObject("agency"u8);
        json.WriteIfAny("id"u8, report.Agency?.Id);
        json.WriteString("name"u8, DataFiles.AgencyName(report));
        if (report.AgencyName is { } name)
            json.WriteString("from"u8, Words.Of(name.Source));
        json.WriteEndObject();
        if (report.Year is { } year)
        {
            json.WriteNumber("year"u8, year.Value);
            json.WriteString("year_from"u8, Words.Of(year.Source));
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<Figure> figures, bool withTable = false)
    {
        json.WriteStartArray(name);
        foreach (var figure in figures)
        {
            json.WriteStartObject();
            if (withTable)
                json.WriteString("table"u8, figure.Name.Table);
            json.WriteString("row"u8, figure.Name.Row);
            json.WriteString("column"u8, figure.Name.Column);
            json.WriteString("state"u8, Words.Of(figure.State));
            if (figure.Value is { } value)
                json.WriteNumber("value"u8, value);
            if (figure.State != FigureState.Missing)
                json.WriteString("raw"u8, figure.Raw);
            json.WriteLocation(figure.Location);
            if (figure.Correction is { } correction)
            {
                json.WriteStartObject("correction"u8);
                json.WriteString("expect"u8, correction.Expect);
                json.WriteNumber("value"u8, correction.Value);
                json.WriteString("reason"u8, correction.Reason);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTable(Utf8JsonWriter json, Table table)
    {
        json.WriteString("shape"u8, Words.Of(table.Shape));
        json.WriteLocation(table.Location);
        json.WriteStartArray("rows"u8);
        foreach (var row in table.Rows)
        {
            json.WriteStartArray();
            foreach (var cell in row.Cells)
            {
                json.WriteStartObject();
                json.WriteString("text"u8, cell.Text);
                if (cell.ColumnSpan > 1)
                    json.WriteNumber("columns"u8, cell.ColumnSpan);
                if (cell.RowSpan > 1)
                    json.WriteNumber("rows"u8, cell.RowSpan);
                json.WriteLocation(cell.Location);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteSections(Utf8JsonWriter json, AnnualReport report)
    {
        var own = report.OwnTables.ToDictionary<OwnTable, Table, string>(table => table.Source, table => table.Id, ReferenceEqualityComparer.Instance);
        json.WriteStartArray("sections"u8);
        foreach (var section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, Words.Of(section.Kind));
            json.WriteIfAny("heading"u8, section.Heading);
            json.WriteLocation(section.Location);
            json.WriteStartArray("blocks"u8);
            foreach (var block in section.Blocks)
            {
                json.WriteStartObject();
                if (block is Table table && own.TryGetValue(table, out var id))
                    json.WriteString("table"u8, id);
                else
                    WriteBlock(json, block);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChecks(Utf8JsonWriter json, AnnualReport report, ReportEntry? entry)
    {
        json.WriteStartArray("checks"u8);
        foreach (var finding in report.Findings)
            WriteFinding(json, finding);
        foreach (var finding in entry?.CarryOver ?? [])
            WriteFinding(json, finding);
        json.WriteEndArray();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("relation"u8, finding.Relation);
        json.WriteString("status"u8, Words.Of(finding.Status));
        json.WriteString("label"u8, finding.Label);
        json.WriteOptional("left"u8, finding.Left);
        json.WriteOptional("right"u8, finding.Right);
        json.WriteString("detail"u8, finding.Detail);
        json.WriteIfAny("quote"u8, finding.Quote);
        json.WriteEndObject();
    }
}
