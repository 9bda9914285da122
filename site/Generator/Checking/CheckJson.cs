using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Checking;

/// <summary>What <c>check</c> found, as one JSON object; its members are described in <c>docs/checking.md</c>.</summary>
internal static class CheckJson
{
    public static void Write(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject();
        json.WriteBoolean("sound"u8, result.IsSound);
        json.WriteStartObject("counts"u8);
        json.WriteNumber("files"u8, result.FileCount);
        json.WriteNumber("reports"u8, result.Reports.Count(report => !report.IsNeighbour));
        json.WriteNumber("errors"u8, result.Count(RemarkWeight.Error));
        json.WriteNumber("failed_checks"u8, result.Count(RemarkWeight.FailedRelation));
        json.WriteNumber("warnings"u8, result.Count(RemarkWeight.Warning));
        json.WriteNumber("infos"u8, result.Count(RemarkWeight.Info));
        json.WriteEndObject();
        if (result.Changes is { } changes)
            Write(json, changes);
        json.WriteStartArray("reports"u8);
        foreach (var report in result.Reports)
            Write(json, report);
        json.WriteEndArray();
        json.WriteStartArray("archive"u8);
        foreach (var remark in result.Archive)
            WriteDiagnostic(json, remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ChangedFiles changes)
    {
        json.WriteStartObject("changes"u8);
        json.WriteString("base"u8, changes.Base);
        json.WriteString("merge_base"u8, changes.MergeBase);
        json.WriteTexts("added"u8, changes.Added.Select(changes.NameOf));
        json.WriteTexts("modified"u8, changes.Modified.Select(changes.NameOf));
        json.WriteTexts("deleted"u8, changes.Deleted.Select(changes.NameOf));
        json.WriteTexts("not_reports"u8, changes.Ignored.Select(changes.NameOf));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CheckedReport checkedReport)
    {
        var (entry, report) = (checkedReport.Entry, checkedReport.Report);
        json.WriteStartObject();
        json.WriteTexts("files"u8, checkedReport.Files);
        json.WriteBoolean("changed"u8, !checkedReport.IsNeighbour);
        ReportJson.WriteAgencyAndYear(json, report);
        json.WriteIfAny("published"u8, Words.Of(report.Published?.Value));
        json.WriteIfAny("form"u8, report.Edition?.Id);
        json.WriteString("title"u8, report.Title);
        json.WriteBoolean("current"u8, entry.IsCurrent);
        json.WriteStartObject("cells"u8);
        foreach (var state in Enum.GetValues<FigureState>())
            json.WriteNumber(Words.Of(state), entry.Cells.GetValueOrDefault(state));
        json.WriteEndObject();
        json.WriteNumber("own_tables"u8, report.OwnTables.Length);
        json.WriteStartObject("checks"u8);
        json.WriteNumber("passed"u8, entry.Passed);
        json.WriteNumber("failed"u8, entry.Failed);
        json.WriteNumber("not_assessable"u8, entry.NotAssessable);
        json.WriteEndObject();
        json.WriteStartArray("failed_checks"u8);
        foreach (var remark in checkedReport.Remarks)
            if (remark.Relation is { } relation)
                Write(json, remark, relation);
        json.WriteEndArray();
        json.WriteStartArray("diagnostics"u8);
        foreach (var remark in checkedReport.Remarks)
            if (remark.Relation is null)
                WriteDiagnostic(json, remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Remark remark, FailedRelation relation)
    {
        var finding = relation.Finding;
        json.WriteStartObject();
        json.WriteString("relation"u8, finding.Relation);
        json.WriteString("label"u8, finding.Label);
        json.WriteString("detail"u8, finding.Detail);
        json.WriteOptional("difference"u8, finding.Difference);
        Write("left"u8, relation.Left);
        Write("right"u8, relation.Right);
        json.WriteString("remedy_chinese"u8, remark.Diagnostic.RemedyChinese);
        json.WriteString("remedy_english"u8, remark.Diagnostic.RemedyEnglish);
        json.WriteEndObject();

        void Write(ReadOnlySpan<byte> name, RelationSide side)
        {
            json.WriteStartObject(name);
            json.WriteOptional("value"u8, side.Value);
            json.WriteIfAny("quote"u8, side.Quote);
            json.WriteStartArray("cells"u8);
            foreach (var cell in side.Cells)
            {
                json.WriteStartObject();
                json.WriteString("file"u8, cell.File);
                json.WriteString("cell"u8, cell.Name.ToString());
                json.WriteString("label"u8, cell.Label);
                json.WriteString("state"u8, Words.Of(cell.Figure?.State ?? FigureState.Missing));
                json.WriteOptional("value"u8, cell.Figure?.Value);
                json.WriteString("raw"u8, cell.Figure?.Raw ?? "");
                json.WriteLocation(cell.Figure?.Location ?? default);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, Remark remark) => DiagnosticsJson.Write(json, remark.Diagnostic, remark.File, remark.Line);
}
