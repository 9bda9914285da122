using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Archive;

/// <summary>What the archive needs of a report to give it its place; small enough to be kept of every one.</summary>
/// <param name="AgencyName">Full name of the agency, the register's if it knows it; null if it can't be told.</param>
/// <param name="CarriedIn">By column of table 三: carried in from the year before; empty without that table.</param>
/// <param name="CarriedOut">By column of table 三: carried over to the next year; empty without that table.</param>
public sealed record ReportSummary(
    SourceInfo Source,
    Agency? Agency,
    string? AgencyName,
    int? Year,
    DateOnly? Published,
    string Title,
    FormEdition? Edition,
    string? TranscribedBy,
    bool? DeclaredCurrent,
    int Passed,
    int Failed,
    int NotAssessable,
    ImmutableDictionary<FigureState, int> Cells,
    KeyFigures Key,
    ImmutableArray<(FormColumn Column, decimal? Value)> CarriedIn,
    ImmutableArray<(FormColumn Column, decimal? Value)> CarriedOut,
    int Errors,
    int Warnings,
    Severity? Worst)
{
    /// <summary>Further files of the same report.</summary>
    public ImmutableArray<SourceInfo> FurtherSources { get; init; } = [];

    /// <summary>When one of its files was taken from where it was published, the last time; null if no sidecar says so.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>That it was withdrawn; null if it was not.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>Of a withdrawn report: what is wrong with its sidecar. Nothing else is to be said of it.</summary>
    public ImmutableArray<Diagnostic> WrongInSidecar { get; init; } = [];

    /// <summary>How its relations were judged, by rule.</summary>
    public ImmutableArray<RuleTally> Tallies { get; init; } = [];

    /// <summary>How its requests were concluded; null unless it gives every row of that.</summary>
    public Outcomes? Outcomes { get; init; }

    /// <summary>Its prose, to be compared with other years'.</summary>
    public ProseDigest Prose { get; init; } = ProseDigest.Empty;

    /// <summary>The summary of a report.</summary>
    public static ReportSummary Of(AnnualReport report)
    {
        Span<int> judged = stackalloc int[3];
        foreach (var finding in report.Findings)
            judged[(int)finding.Status]++;
        Span<int> states = stackalloc int[5];
        foreach (var table in report.Tables)
            foreach (var figure in table.Figures)
                states[(int)figure.State]++;
        var cells = ImmutableDictionary.CreateBuilder<FigureState, int>();
        for (var state = 0; state < states.Length; state++)
            if (states[state] > 0)
                cells.Add((FigureState)state, states[state]);
        Span<int> severities = stackalloc int[3];
        foreach (var diagnostic in report.Diagnostics)
            severities[(int)diagnostic.Severity]++;
        Severity? worst = severities[2] > 0 ? Severity.Error : severities[1] > 0 ? Severity.Warning : severities[0] > 0 ? Severity.Info : null;

        return new ReportSummary(
            report.Source, report.Agency, report.Agency?.Name ?? report.AgencyName?.Value, report.Year?.Value, report.Published?.Value,
            report.Title, report.Edition, report.TranscribedBy, report.DeclaredCurrent,
            judged[(int)FindingStatus.Passed], judged[(int)FindingStatus.Failed], judged[(int)FindingStatus.NotAssessable],
            cells.ToImmutable(), KeysOf(report), RowOf(report, "carried_in"), RowOf(report, "carried_out"),
            severities[(int)Severity.Error], severities[(int)Severity.Warning], worst)
        {
            FurtherSources = [.. report.FurtherSources.Select(further => further.Source)],
            Accessed = report.FurtherSources.Select(further => further.Accessed).Append(report.Accessed).Max(),
            Withdrawal = report.Withdrawal,
            WrongInSidecar = report.Withdrawal is null
                ? []
                : [.. report.Diagnostics.Where(diagnostic => diagnostic.Code.StartsWith("DA600", StringComparison.Ordinal) && diagnostic.Severity > Severity.Info)],
            Tallies = RuleTally.Of(report.Findings),
            Outcomes = Outcomes.Of(report),
            Prose = ProseDigest.Of(report),
        };
    }

    private static KeyFigures KeysOf(AnnualReport report)
    {
        decimal? Value(string table, string row, string column) => report[new CellName(table, row, column)]?.Value;

        decimal? Sheet(string alias) =>
            report.Tables.FirstOrDefault(table => table.Form.Id == "statistics_2008") is { } sheet
            && sheet.Form.Rows.FirstOrDefault(row => row.Alias == alias) is { } row
                ? sheet[row.Id, "value"]?.Value
                : null;

        return report.Edition == Editions.Form2008
            ? new KeyFigures(Sheet("requests.received"), Sheet("requests.concluded"), Sheet("reviews"), Sheet("lawsuits"))
            : new KeyFigures(
                Value("requests", "received", "total"), Value("requests", "concluded", "total"), Value("disputes", "review", "total"),
                Value("disputes", "litigation_direct", "total") + Value("disputes", "litigation_after_review", "total"));
    }

    private static ImmutableArray<(FormColumn Column, decimal? Value)> RowOf(AnnualReport report, string row) =>
        report.Tables.FirstOrDefault(table => table.Form.Id == "requests") is { } table
            ? [.. table.Form.Columns.Select(column => (column, table[row, column.Id]?.Value))]
            : [];
}
