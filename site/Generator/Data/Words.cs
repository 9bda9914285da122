using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data;

/// <summary>The words of the published data: part of its contract.</summary>
public static class Words
{
    /// <summary>Why a cell has no number: every state but <see cref="FigureState.Reported"/>.</summary>
    public static ImmutableArray<FigureState> StatesWithoutNumber { get; } = [.. Enum.GetValues<FigureState>().Where(state => state != FigureState.Reported)];

    public static string Of(FigureState state) => state switch
    {
        FigureState.Reported => "reported",
        FigureState.Blank => "blank",
        FigureState.NotApplicable => "not_applicable",
        FigureState.Unreadable => "unreadable",
        FigureState.Missing => "missing",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Of(FindingStatus status) => status switch
    {
        FindingStatus.Passed => "passed",
        FindingStatus.Failed => "failed",
        FindingStatus.NotAssessable => "not_assessable",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity)),
    };

    public static string Of(DocumentFormat format) => format switch
    {
        DocumentFormat.PlainText => "txt",
        DocumentFormat.Markdown => "md",
        DocumentFormat.Html => "html",
        DocumentFormat.Docx => "docx",
        DocumentFormat.Pdf => "pdf",
        DocumentFormat.Xlsx => "xlsx",
        DocumentFormat.Csv => "csv",
        DocumentFormat.Mhtml => "mht",
        DocumentFormat.Doc => "doc",
        DocumentFormat.Rtf => "rtf",
        DocumentFormat.Odt => "odt",
        DocumentFormat.Unsupported => "unsupported",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string Of(FactSource source) => source switch
    {
        FactSource.Sidecar => "sidecar",
        FactSource.Register => "register",
        FactSource.Title => "title",
        FactSource.Signature => "signature",
        FactSource.Metadata => "metadata",
        FactSource.Text => "text",
        FactSource.FileName => "file_name",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static string Of(EditionSource source) => source switch
    {
        EditionSource.ProactiveTable => "proactive_table",
        EditionSource.StatisticsSheet => "statistics_sheet",
        EditionSource.OtherTable => "other_table",
        EditionSource.Sidecar => "sidecar",
        EditionSource.Transcription => "transcription",
        EditionSource.Headings => "headings",
        EditionSource.Year => "year",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Revised => "revised",
        ChangeKind.Corrected => "corrected",
        ChangeKind.Withdrawn => "withdrawn",
        ChangeKind.Renamed => "renamed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(CorrectionStatus status) => status switch
    {
        CorrectionStatus.Applied => "applied",
        CorrectionStatus.Stale => "stale",
        CorrectionStatus.UnknownCell => "unknown_cell",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(SectionKind kind) => kind switch
    {
        SectionKind.Preamble => "preamble",
        SectionKind.Overview => "overview",
        SectionKind.Proactive => "proactive",
        SectionKind.Requests => "requests",
        SectionKind.Disputes => "disputes",
        SectionKind.Problems => "problems",
        SectionKind.Other => "other",
        SectionKind.Fees => "fees",
        SectionKind.Statistics => "statistics",
        SectionKind.Additional => "additional",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(FormShape shape) => shape switch
    {
        FormShape.Grid => "grid",
        FormShape.Blocks => "blocks",
        FormShape.SideBySide => "side_by_side",
        FormShape.List => "list",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static string Of(TableShape shape) => shape switch
    {
        TableShape.Grid => "grid",
        TableShape.Ragged => "ragged",
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    public static string Of(FigureKind kind) => kind switch
    {
        FigureKind.Count => "count",
        FigureKind.Change => "change",
        FigureKind.Amount => "amount",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(RelationScope scope) => scope switch
    {
        RelationScope.EachColumn => "each_column",
        RelationScope.EachRow => "each_row",
        RelationScope.Once => "once",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    public static string Of(DateOnly? date) => date?.ToString("yyyy-MM-dd") ?? "";
}
