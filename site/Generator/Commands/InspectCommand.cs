using System.CommandLine;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>inspect FILE [--json]</c>: every stage's value for one file, for those who want to see how a figure came about.</summary>
internal sealed class InspectCommand
{
    private readonly Argument<string> _path = new("文件") { Description = "报告文件 A report file" };

    private readonly Option<bool> _json = new("--json") { Description = "输出 JSON Write JSON" };

    public Command Make()
    {
        var command = new Command("inspect", "逐步查看一份报告的读取过程 Show every stage for one file") { _path, _json };
        command.SetAction(parsed => Run(parsed.GetValue(_path)!, parsed.GetValue(_json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string path, bool asJson, TextWriter console)
    {
        var input = InputFinder.ForFile(path);
        var file = input.Files[0];
        var source = new SourceFile(file.Path, File.ReadAllBytes(file.FullPath));
        var sidecar = InputReader.ReadSidecar(source, file.SidecarPath is null ? null : File.ReadAllBytes(file.SidecarPath), out var problems);
        var inspection = new ReportReader(input.Register).Inspect(source, sidecar);
        inspection = inspection with { Report = inspection.Report with { Diagnostics = [.. problems, .. inspection.Report.Diagnostics] } };
        if (asJson)
            console.Write(Encoding.UTF8.GetString(Json.Bytes(Json.Indented, json => WriteJson(json, inspection)).Span));
        else
            Write(console, inspection);
        return ExitCode.Done;
    }

    private static void Write(TextWriter console, Inspection inspection)
    {
        console.WriteLine($"一、读取 Document（{Words.Of(inspection.Document.Format)}，{inspection.Document.Metadata.Encoding ?? "—"}）");
        foreach (var block in inspection.Document.Blocks)
            WriteBlock(console, block);

        console.WriteLine();
        console.WriteLine($"二、识别 Recognised（{inspection.Recognised.Edition?.Id ?? "—"}）");
        foreach (var table in inspection.Recognised.Tables)
        {
            console.WriteLine($"  {table.Form.Edition} {table.Form.Id} {table.Form.Label}");
            foreach (var cell in table.Cells)
                console.WriteLine($"    {cell.Location,-16} {cell.Name} = {Line(cell.Text)}");
        }

        var report = inspection.Report;
        console.WriteLine();
        console.WriteLine("三、汇总 Report");
        console.WriteLine($"  机关：{report.Agency?.Id} {DataFiles.AgencyName(report)}（{Source(report.AgencyName?.Source)}）");
        console.WriteLine($"  年度：{report.Year?.Value}（{Source(report.Year?.Source)}）　日期：{Words.Of(report.Published?.Value)}（{Source(report.Published?.Source)}）");
        console.WriteLine($"  标题：{report.Title}　格式：{report.Edition.Id}");
        foreach (var figure in report.Figures.Concat(report.OwnTables.SelectMany(table => table.Figures)))
            console.WriteLine($"    {figure.Location.ToString(),-16} {figure.Name} = {figure.Value?.ToString() ?? "—"} {Words.Of(figure.State)} {Line(figure.Raw)}{(figure.Correction is null ? "" : $" ← {figure.Correction.Reason}")}");
        foreach (var section in report.Sections)
        {
            console.WriteLine($"  [{Words.Of(section.Kind)}] {section.Heading}");
            foreach (var block in section.Blocks)
                WriteBlock(console, block);
        }

        console.WriteLine();
        console.WriteLine("四、核对 Checks");
        foreach (var finding in report.Findings)
            console.WriteLine($"  {Words.Of(finding.Status),-14} {finding.Relation}　{finding.Label}：{finding.Detail}");
        foreach (var diagnostic in report.Diagnostics)
            DiagnosticText.Write(console, "", diagnostic);
    }

    private static void WriteBlock(TextWriter console, Block block)
    {
        switch (block)
        {
            case Heading heading:
                console.WriteLine($"  {block.Location,-12} {new string('#', heading.Level)} {Line(heading.Text)}");
                break;
            case Paragraph paragraph:
                console.WriteLine($"  {block.Location,-12} {Line(paragraph.Text)}");
                break;
            case Table table:
                console.WriteLine($"  {block.Location,-12} {(table.Shape == TableShape.Grid ? "▦" : "☰")} {table.Rows.Length}");
                foreach (var row in table.Rows)
                    console.WriteLine($"    {row.Location,-12} | {string.Join(" | ", row.Cells.Select(Text))} |");
                break;
            default:
                throw new InvalidOperationException($"There is no way to show a {block.GetType().Name}.");
        }
    }

    private static string Text(Cell cell) =>
        Line(cell.Text) + (cell.ColumnSpan > 1 || cell.RowSpan > 1 ? $" ⟨{cell.ColumnSpan}×{cell.RowSpan}⟩" : "");

    private static string Line(string? text) => text?.ReplaceLineEndings("⏎") ?? "？";

    private static string Source(FactSource? source) => source is { } known ? Words.Of(known) : "—";

    private static void WriteJson(Utf8JsonWriter json, Inspection inspection)
    {
        json.WriteStartObject();
        json.WriteStartObject("document"u8);
        json.WriteString("format"u8, Words.Of(inspection.Document.Format));
        json.WriteIfAny("encoding"u8, inspection.Document.Metadata.Encoding);
        json.WriteIfAny("title"u8, inspection.Document.Metadata.Title);
        json.WriteIfAny("published"u8, Words.Of(inspection.Document.Metadata.Published));
        json.WriteIfAny("publisher"u8, inspection.Document.Metadata.Publisher);
        json.WriteStartArray("blocks"u8);
        foreach (var block in inspection.Document.Blocks)
        {
            json.WriteStartObject();
            ReportJson.WriteBlock(json, block);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("recognised"u8);
        json.WriteIfAny("form"u8, inspection.Recognised.Edition?.Id);
        json.WriteStartArray("tables"u8);
        foreach (var table in inspection.Recognised.Tables)
        {
            json.WriteStartObject();
            json.WriteString("table"u8, table.Form.Id);
            json.WriteString("form"u8, table.Form.Edition);
            json.WriteStartArray("cells"u8);
            foreach (var cell in table.Cells)
            {
                json.WriteStartObject();
                json.WriteString("cell"u8, cell.Name.ToString());
                json.WriteString("text"u8, cell.Text);
                json.WriteLocation(cell.Location);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartObject("report"u8);
        ReportJson.WriteReport(json, inspection.Report, null);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
