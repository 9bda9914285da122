using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Tests;

/// <summary>
/// Reports for tests of the engine alone. A file of lines <c>name: value</c>: <c>agency</c>, <c>year</c>, <c>published</c>, <c>form</c>, <c>title</c>,
/// <c>text</c>, <c>failed</c> (a relation that does not hold), <c>format</c> (the container it is to pass for), <c>agency_from</c>, <c>year_from</c>, <c>scan</c> (nothing can
/// be read), or the name of a cell. Cells that it does not name are 0; a cell that is empty is blank.
/// </summary>
public static class MadeReport
{
    /// <summary>Reads such a file as the program reads a report.</summary>
    public static ReadReport Reader(AgencyRegister register, ReadingTools? tools = null) => (file, sidecar) => Read(file, sidecar, register);

    public static AnnualReport Read(string path, string content, Sidecar? sidecar = null, AgencyRegister? register = null) =>
        Read(new SourceFile(path, Encoding.UTF8.GetBytes(content)), sidecar ?? Sidecar.None, register ?? AgencyRegister.Empty);

    private static AnnualReport Read(SourceFile file, Sidecar sidecar, AgencyRegister register)
    {
        var lines = Encoding.UTF8.GetString(file.Content.Span).Split('\n')
            .Select((line, index) => (Parts: line.Split(':', 2, StringSplitOptions.TrimEntries), Number: index + 1))
            .Where(line => line.Parts.Length == 2)
            .ToDictionary(line => line.Parts[0], line => (Text: line.Parts[1], line.Number));
        string? Told(string name) => lines.TryGetValue(name, out var line) ? line.Text : null;

        var name = sidecar.Agency ?? Told("agency");
        var agency = name is null ? null : register.Find(name);
        var year = sidecar.Year ?? (Told("year") is { } told ? int.Parse(told, CultureInfo.InvariantCulture) : null);
        var published = sidecar.Published ?? (Told("published") is { } date ? DateOnly.Parse(date, CultureInfo.InvariantCulture) : null);
        var edition = Editions.Get(Told("form") ?? "form-2021");
        var own = new Table([new TableRow([new Cell("事项", new(5, 0, 4, 1, 1), 2), new Cell("2.50", new(5, 0, 4, 1, 2), 1, 3)], new(5, 0, 4, 1))], TableShape.Grid, new(5, 0, 4));
        FactSource From(string fact, FactSource otherwise) => Told(fact) is { } source ? Enum.Parse<FactSource>(source) : otherwise;
        var report = new AnnualReport
        {
            Source = new SourceInfo(
                file.Path, Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)), file.Content.Length,
                Enum.Parse<DocumentFormat>(Told("format") ?? "PlainText"), "utf-8")
            { Reader = new ReadBy("MadeReader", "x", "1") },
            AgencyName = name is null ? null : new Fact<string>(agency?.Name ?? name, sidecar.Agency is null ? From("agency_from", FactSource.Title) : FactSource.Sidecar),
            Agency = agency,
            Year = year is { } y ? new Fact<int>(y, sidecar.Year is null ? From("year_from", FactSource.Text) : FactSource.Sidecar) : null,
            Published = published is { } p ? new Fact<DateOnly>(p, FactSource.Signature) : null,
            Title = Told("title") ?? $"{name}{year}年报",
            Edition = edition,
            Tables = [.. edition.Tables.Select(table => new ReportTable(table, [.. table.Cells.Select(cell => FigureOf(cell, lines, sidecar))]))],
            OwnTables = [new OwnTable("own.1", "表", [new Figure(new CellName("own.1", "事项", "2017"), FigureState.Reported, 2.50m, "2.50", new(5, 0, 4, 1, 2))], own)],
            Sections =
            [
                new Section(SectionKind.Overview, "一、总体情况",
                    [new Heading("（一）概况", 2, SourceLocation.AtLine(2)), new Paragraph(Told("text") ?? "正文 <b>不是</b>标记。", SourceLocation.AtParagraph(3)), own], SourceLocation.AtLine(2)),
            ],
            Findings =
            [
                new Finding("requests.balance.total", FindingStatus.Passed, 12.5m, 12.5m, [new("requests", "received", "total")], [new("requests", "concluded", "total")], "收支", "12.5 ＝ 12.5"),
                new Finding("text.reviews", FindingStatus.NotAssessable, null, null, [], [new("disputes", "review", "total")], "正文", "没有写明", "原句"),
                .. Told("failed") is { } relation
                    ? [new Finding(relation, FindingStatus.Failed, 3, 4, [new("requests", "received", "total")], [], "坏关系", "3 ≠ 4")]
                    : ImmutableArray<Finding>.Empty,
            ],
            Diagnostics = name is null ? [DiagnosticRules.AgencyUnknown.At(SourceLocation.AtLine(7), file.Name + ".yml")] : [],
            Url = sidecar.Url,
            Accessed = sidecar.Accessed,
            DeclaredCurrent = sidecar.Current,
            EditionFrom = EditionSource.Year,
            Corrections = [.. sidecar.Corrections.Select(correction => new JudgedCorrection(correction, CorrectionStatus.Stale, "原样"))],
            Withdrawal = sidecar.Withdrawal,
        };
        return Told("scan") is null
            ? report
            : report with { Edition = null, Title = "", Tables = [], OwnTables = [], Sections = [], Findings = [], Diagnostics = [.. report.Diagnostics, DiagnosticRules.NoTextLayer.For(file.Name + ".yml")] };
    }

    private static Figure FigureOf(CellName cell, Dictionary<string, (string Text, int Number)> lines, Sidecar sidecar)
    {
        var (text, line) = lines.TryGetValue(cell.ToString(), out var told) ? told : ("0", 1);
        if (text == "missing")
            return Figure.Missing(cell);
        var place = new SourceLocation(line, 0, 2, 3, 4);
        if (sidecar.Corrections.FirstOrDefault(correction => correction.Cell == cell.ToString()) is { } found)
            return new Figure(cell, FigureState.Reported, found.Value, text, place, found);
        return decimal.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? new Figure(cell, FigureState.Reported, value, text, place)
            : new Figure(cell, text.Length == 0 ? FigureState.Blank : text == "/" ? FigureState.NotApplicable : FigureState.Unreadable, null, text, place);
    }
}
