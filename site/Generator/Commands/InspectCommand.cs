using System.CommandLine;
using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Commands;

/// <summary>
/// <c>inspect FILE [--json]</c>: every stage's value for one file, for those who want to see how a figure came about. <c>inspect --summary DIR [--json]</c>: a line
/// for each file of a folder.
/// </summary>
internal sealed class InspectCommand
{
    private readonly Argument<string> _path = new("文件或文件夹");

    private readonly Option<bool> _summary = new("--summary");

    private readonly Option<bool> _json = new("--json");

    public Command Make()
    {
        var command = new Command("inspect") { _path, _summary, _json };
        command.SetAction((parsed, cancel) => Task.Run(
            () => (parsed.GetValue(_summary) ? (Func<string, bool, TextWriter, CancellationToken, int>)Summarise : Run)(
                parsed.GetValue(_path)!, parsed.GetValue(_json), parsed.InvocationConfiguration.Output, cancel), CancellationToken.None));
        return command;
    }

    private static int Summarise(string path, bool asJson, TextWriter console, CancellationToken cancel)
    {
        var input = Directory.Exists(path) ? InputFinder.InFolder(path) : InputFinder.ForFiles(path);
        using var tools = new ReadingTools(input.Settings.Limits);
        var reading = InputReader.Read(input, new ReportReader(input.Register, tools).Read, null, "", Environment.ProcessorCount, () => { }, cancel);
        using var store = reading.Store;
        var summary = new CorpusSummary(reading.Summaries.OrderBy(report => report.Source.Path, StringComparer.Ordinal).Select(report => store.Load(report.Source)));
        if (asJson)
            console.Write(Json.Text(summary.WriteJson));
        else
            summary.WriteText(console);
        return ExitCode.Done;
    }

    private static int Run(string path, bool asJson, TextWriter console, CancellationToken cancel)
    {
        if (Directory.Exists(path))
            throw new UserError($"{path} 是文件夹：inspect 一次只看一个文件，整个文件夹请用 check 或 inspect --summary。", $"{path} is a folder; inspect takes one file, use check or inspect --summary for a folder.");
        var input = InputFinder.ForFiles(path);
        var file = input.Files[0];
        var source = SourceReader.Read(file, input.Settings.Limits.FileBytes);
        var sidecar = InputReader.ReadSidecar(file, out var problems);
        using var tools = new ReadingTools(input.Settings.Limits);
        var reader = new ReportReader(input.Register, tools);
        var inspection = GuardedReading.TryInTime(
            input.Settings.Limits, () => reader.Inspect(source, sidecar), reason => ReportReader.Unread(input.Register, source, sidecar, reason), cancel);
        inspection = inspection with { Report = inspection.Report with { Diagnostics = [.. problems, .. inspection.Report.Diagnostics] } };
        if (asJson)
            console.Write(Json.Text(json => WriteJson(json, inspection)));
        else
            Write(console, inspection);
        return ExitCode.Done;
    }

    private static void Write(TextWriter console, Inspection inspection)
    {
        console.WriteLine($"一、读取 Document（{Terms.Chinese.Of(inspection.Document.Format)}，{inspection.Document.Metadata.Encoding ?? "—"}）");
        if (inspection.Document.Blocks.IsEmpty)
            console.WriteLine("  没有读出内容。");
        foreach (var block in inspection.Document.Blocks)
            WriteBlock(console, block);

        console.WriteLine();
        console.WriteLine($"二、识别 Recognised（{inspection.Recognised.Edition?.Label ?? "没有认出哪一代格式"}）");
        if (inspection.Recognised.Tables.IsEmpty)
            console.WriteLine("  没有认出法定表格。");
        foreach (var table in inspection.Recognised.Tables)
        {
            console.WriteLine($"  {table.Form.Edition} {table.Form.Id} {table.Form.Label}");
            foreach (var cell in table.Cells)
                console.WriteLine($"    {cell.Location,-16} {cell.Name} = {Line(cell.Text)}");
        }

        var report = inspection.Report;
        console.WriteLine();
        console.WriteLine("三、汇总 Report");
        console.WriteLine($"  机关：{Told(report.AgencyName, name => $"{report.Agency?.Id} {DataFiles.AgencyName(report)}".Trim())}");
        console.WriteLine($"  年度：{Told(report.Year, year => $"{year}")}　公布日期：{Told(report.Published, date => Numbers.Date(date))}");
        console.WriteLine($"  标题：{(report.Title.Length > 0 ? report.Title : "没有找到")}　格式：{report.Edition?.Label ?? "无法判断"}{(report.TranscribedBy is { } by ? $"　数字抄录：{by}" : "")}");
        foreach (var figure in report.Figures.Concat(report.OwnTables.SelectMany(table => table.Figures)))
            console.WriteLine($"    {figure.Location.ToString(),-16} {figure.Name} = {Numbers.Text(figure.Value) ?? "没有数字"}　{Terms.Chinese.Of(figure.State)}　原文“{Line(figure.Raw)}”{(figure.Correction is null ? "" : $"　更正：{figure.Correction.Reason}")}");
        foreach (var section in report.Sections)
        {
            console.WriteLine($"  [{Words.Of(section.Kind)}] {section.Heading}");
            foreach (var block in section.Blocks)
                WriteBlock(console, block);
        }

        console.WriteLine();
        console.WriteLine("四、核对 Checks");
        if (report.Findings.IsEmpty)
            console.WriteLine("  没有可以核对的勾稽关系。");
        foreach (var finding in report.Findings)
            console.WriteLine($"  {Terms.Chinese.Of(finding.Status)}　{finding.Relation}　{finding.Label}：{finding.Detail}");
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
                console.WriteLine($"  {block.Location,-12} 表格 {table.Rows.Length} 行{(table.Shape == TableShape.Grid ? "" : "（行列未必对齐）")}");
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

    private static string Told<T>(Fact<T>? fact, Func<T, string> show) =>
        fact is null ? "无法确定" : $"{show(fact.Value)}（{Terms.Chinese.Of(fact.Source)}）";

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
