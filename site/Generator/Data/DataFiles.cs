using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Data;

/// <summary>The data of the archive as files: what programs read.</summary>
public static class DataFiles
{
    public static readonly string[] FigureColumns =
        ["source", "agency_id", "agency", "year", "form", "table", "row", "column", "value", "state", "raw", "location"];

    public static readonly string[] ReportColumns =
    [
        "source", "agency_id", "agency", "year", "form", "title", "publish_date", "sha256", "size", "format", "encoding", "current", "page", "file",
        "reported", "blank", "not_applicable", "unreadable", "missing", "passed", "failed", "not_assessable",
        "received", "concluded", "reviews", "lawsuits", "transcribed_by", "further_sources",
    ];

    public static readonly string[] CheckColumns =
        ["source", "agency_id", "agency", "year", "relation", "status", "left", "right", "detail"];

    /// <summary>Files about the whole archive, the longest first.</summary>
    public static IEnumerable<OutputFile> OfArchive(ReportArchive archive, IReportStore store)
    {
        yield return OutputFile.Long(Routes.ChecksData, stream => WriteChecks(stream, archive, store));
        foreach (var year in archive.Reports.GroupBy(report => report.Year).OrderBy(year => year.Key ?? int.MaxValue))
            yield return OutputFile.Long(year.Key is { } known ? Routes.FiguresData(known) : Routes.UndatedFiguresData, stream => WriteFigures(stream, year, store));
        yield return OutputFile.Long(Routes.DiagnosticsData, stream => DiagnosticsJson.Write(stream, archive, store));
        yield return OutputFile.Long(Routes.ReportsData, stream => WriteReports(stream, archive));
        yield return FormsJson.File;
        yield return RobotsFile.Of(archive);
        if (archive.Settings.BaseUrl.Length > 0)
            yield return OpenSearch.Of(archive.Settings);
    }

    /// <summary>Files of one report.</summary>
    public static IEnumerable<OutputFile> OfReport(ReportEntry report, IReportStore store)
    {
        yield return new OutputFile(ReportPaths.Json(report), () => ReportJson.Of(report, store.Load(report)));
        foreach (var (path, source) in ReportPaths.Sources(report).Zip(report.Sources))
            yield return OutputFile.Long(path, stream => store.CopySource(source, stream));
    }

    /// <summary>Full name of a report's agency; empty if it can't be told.</summary>
    internal static string AgencyName(AnnualReport report) => report.Agency?.Name ?? report.AgencyName?.Value ?? "";

    private static void WriteFigures(Stream stream, IEnumerable<ReportEntry> entries, IReportStore store)
    {
        using var lines = new CsvLines(stream, FigureColumns);
        foreach (var entry in entries)
        {
            var report = store.Load(entry);
            var agency = AgencyName(report);
            var year = Year(report.Year?.Value);
            foreach (var table in report.Tables)
                WriteFigures(lines, table.Figures, report, agency, year);
            foreach (var table in report.OwnTables)
                WriteFigures(lines, table.Figures, report, agency, year);
        }
    }

    private static void WriteFigures(
        CsvLines lines, System.Collections.Immutable.ImmutableArray<Figure> figures, AnnualReport report, string agency, string year)
    {
        foreach (var figure in figures)
        {
            lines.Field(report.Source.Path);
            lines.Field(report.Agency?.Id);
            lines.Field(agency);
            lines.Field(year);
            lines.Field(report.Edition?.Id);
            lines.Field(figure.Name.Table);
            lines.Field(figure.Name.Row);
            lines.Field(figure.Name.Column);
            lines.Field(figure.Value);
            lines.Field(Words.Of(figure.State));
            lines.Field(figure.Raw);
            lines.Field(figure.Location);
            lines.EndLine();
        }
    }

    private static void WriteChecks(Stream stream, ReportArchive archive, IReportStore store)
    {
        using var lines = new CsvLines(stream, CheckColumns);
        foreach (var entry in archive.Reports)
        {
            var report = store.Load(entry);
            var agency = AgencyName(report);
            var year = Year(entry.Year);
            foreach (var finding in report.Findings.Concat(entry.CarryOver))
            {
                lines.Field(entry.Source.Path);
                lines.Field(report.Agency?.Id);
                lines.Field(agency);
                lines.Field(year);
                lines.Field(finding.Relation);
                lines.Field(Words.Of(finding.Status));
                lines.Field(finding.Left);
                lines.Field(finding.Right);
                lines.Field(finding.Detail);
                lines.EndLine();
            }
        }
    }

    private static void WriteReports(Stream stream, ReportArchive archive)
    {
        using var lines = new CsvLines(stream, ReportColumns);
        foreach (var agency in archive.Agencies)
            foreach (var report in agency.Reports)
            {
                lines.Field(report.Source.Path);
                lines.Field(agency.Register?.Id);
                lines.Field(agency.IsUnidentified ? "" : agency.Name);
                lines.Field(Year(report.Year));
                lines.Field(report.Edition?.Id);
                lines.Field(report.Title);
                lines.Field(Words.Of(report.Published));
                lines.Field(report.Source.Sha256);
                lines.Field(report.Source.Size);
                lines.Field(Words.Of(report.Source.Format));
                lines.Field(report.Source.Encoding);
                lines.Field(report.IsCurrent ? "true" : "false");
                lines.Field(ReportPaths.Page(report));
                lines.Field(ReportPaths.Source(report));
                for (var state = FigureState.Reported; state <= FigureState.Missing; state++)
                    lines.Field(report.Cells.GetValueOrDefault(state));
                lines.Field(report.Passed);
                lines.Field(report.Failed);
                lines.Field(report.NotAssessable);
                lines.Field(report.Key.Received);
                lines.Field(report.Key.Concluded);
                lines.Field(report.Key.Reviews);
                lines.Field(report.Key.Lawsuits);
                lines.Field(report.TranscribedBy);
                lines.Field(string.Join('|', report.FurtherSources.Select(source => source.Path)));
                lines.EndLine();
            }
    }

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";
}
