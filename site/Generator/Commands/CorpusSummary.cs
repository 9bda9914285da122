using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;

namespace DisclosureArchive.Generator.Commands;

/// <summary>How reading fared with each of many files, so that a change in recognition shows as a difference: counts, no contents.</summary>
public sealed class CorpusSummary
{
    private static readonly FigureState[] States = [FigureState.Reported, FigureState.Blank, FigureState.NotApplicable, FigureState.Unreadable, FigureState.Missing];

    private static readonly FindingStatus[] Statuses = [FindingStatus.Passed, FindingStatus.Failed, FindingStatus.NotAssessable];

    private readonly ImmutableArray<Line> _lines;

    /// <param name="reports">What was read, in the order of the lines.</param>
    public CorpusSummary(IEnumerable<AnnualReport> reports) => _lines = [.. reports.Select(Line.Of)];

    private sealed record Line(
        string Path, string Container, string Agency, int? Year, string Form, ImmutableArray<int> Cells, ImmutableArray<int> Checks, ImmutableSortedDictionary<string, int> Codes)
    {
        public static Line Of(AnnualReport report) => new(
            report.Source.Path, Words.Of(report.Source.Format), report.Agency?.Name ?? report.AgencyName?.Value ?? "", report.Year?.Value, report.Edition?.Id ?? "",
            [.. States.Select(state => report.Figures.Count(figure => figure.State == state))],
            [.. Statuses.Select(status => report.Findings.Count(finding => finding.Status == status))],
            report.Diagnostics.GroupBy(diagnostic => diagnostic.Code).ToImmutableSortedDictionary(code => code.Key, code => code.Count(), StringComparer.Ordinal));

        public static Line Total(ImmutableArray<Line> lines) => new(
            "", "", "", null, "",
            [.. States.Select((_, index) => lines.Sum(line => line.Cells[index]))],
            [.. Statuses.Select((_, index) => lines.Sum(line => line.Checks[index]))],
            lines.SelectMany(line => line.Codes).GroupBy(code => code.Key).ToImmutableSortedDictionary(code => code.Key, code => code.Sum(count => count.Value), StringComparer.Ordinal));
    }

    /// <summary>A line a file, the totals last.</summary>
    public void WriteText(TextWriter console)
    {
        var table = new TextTable("文件", "容器", "机关", "年度", "格式", "数字", "空白", "不适用", "无法辨认", "缺少", "成立", "不成立", "无法核对", "诊断");
        foreach (var line in _lines)
            Add(line.Path, line);
        Add($"合计（{_lines.Length} 个文件）", Line.Total(_lines));
        table.Write(console);

        void Add(string name, Line line) => table.Add(
        [
            name, Told(line.Container), Told(line.Agency), Told(line.Year?.ToString(CultureInfo.InvariantCulture)), Told(line.Form),
            .. line.Cells.Concat(line.Checks).Select(count => count.ToString(CultureInfo.InvariantCulture)),
            string.Join(' ', line.Codes.Select(code => code.Value == 1 ? code.Key : $"{code.Key}×{code.Value}")),
        ]);

        static string Told(string? text) => string.IsNullOrEmpty(text) ? "—" : text;
    }

    /// <summary>The same as JSON: <c>files</c> and <c>total</c>.</summary>
    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartArray("files"u8);
        foreach (var line in _lines)
        {
            json.WriteStartObject();
            json.WriteString("file"u8, line.Path);
            json.WriteString("container"u8, line.Container);
            json.WriteIfAny("agency"u8, line.Agency);
            json.WriteOptional("year"u8, line.Year);
            json.WriteIfAny("form"u8, line.Form);
            WriteCounts(json, line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("total"u8);
        json.WriteNumber("files"u8, _lines.Length);
        WriteCounts(json, Line.Total(_lines));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, Line line)
    {
        json.WriteStartObject("cells"u8);
        foreach (var (state, count) in States.Zip(line.Cells))
            json.WriteNumber(Words.Of(state), count);
        json.WriteEndObject();
        json.WriteStartObject("checks"u8);
        foreach (var (status, count) in Statuses.Zip(line.Checks))
            json.WriteNumber(Words.Of(status), count);
        json.WriteEndObject();
        json.WriteStartObject("diagnostics"u8);
        foreach (var (code, count) in line.Codes)
            json.WriteNumber(code, count);
        json.WriteEndObject();
    }
}
