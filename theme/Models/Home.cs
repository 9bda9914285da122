using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The first page.</summary>
/// <param name="Reports">How many current reports there are.</param>
/// <param name="Agencies">How many agencies.</param>
/// <param name="Years">How many years.</param>
/// <param name="Span">From which year to which: 2008–2024; empty without any.</param>
/// <param name="InTime">How many reports were published in time.</param>
/// <param name="Judged">Of how many that can be said.</param>
/// <param name="Coverage">Which reports there are.</param>
/// <param name="Newest">The reports published last, newest first.</param>
/// <param name="ChecksPage">Link to the page of failed checks.</param>
/// <param name="FailedReports">How many current reports have failed relations.</param>
/// <param name="MissingReports">How many years agencies lack between their first and last report, in all.</param>
/// <param name="AgenciesPage">Link to the list of agencies.</param>
/// <param name="YearsPage">Link to the list of years.</param>
/// <param name="AboutPage">Link to what the archive is.</param>
public sealed record Home(
    Frame Frame, int Reports, int Agencies, int Years, string Span, int InTime, int Judged, Coverage Coverage, ImmutableArray<ReportLine> Newest,
    string ChecksPage, int FailedReports, int MissingReports, string AgenciesPage, string YearsPage, string AboutPage);

/// <summary>Agencies, or regions where there are many agencies, by years: which reports there are, and whether they came in time.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="RowKind">What its rows are.</param>
/// <param name="Years">Its columns.</param>
/// <param name="Groups">Its rows.</param>
/// <param name="Legend">Its marks with their meanings; empty where it counts.</param>
/// <param name="CountsReports">Whether its cells are numbers of reports (by region), not single ones.</param>
/// <param name="Remarks">What its words mean, and what is left out.</param>
public sealed record Coverage(
    string Caption, string RowKind, ImmutableArray<Link> Years, ImmutableArray<CoverageGroup> Groups, ImmutableArray<CoverageKey> Legend,
    bool CountsReports, ImmutableArray<string> Remarks);

/// <summary>Rows that belong together.</summary>
/// <param name="Title">The region; empty if there is only one group.</param>
public sealed record CoverageGroup(string Title, ImmutableArray<CoverageRow> Rows);

/// <summary>The years of an agency or a region.</summary>
public sealed record CoverageRow(Link Name, ImmutableArray<CoverageCell> Cells);

/// <summary>A year of an agency or a region.</summary>
/// <param name="Text">What it is, in words: read aloud, and shown where there is no style sheet; for several reports their number.</param>
/// <param name="Detail">What else is to be said of it; empty for nothing.</param>
/// <param name="State">What is known.</param>
/// <param name="Flaw">What is the matter with the report's figures.</param>
/// <param name="Href">The report, or null.</param>
public sealed record CoverageCell(string Text, string Detail, CoverageState State, CoverageFlaw Flaw, string? Href)
{
    /// <summary>For several reports: how many of them are late, failed or missing.</summary>
    public ImmutableArray<CoverageKey> Notes { get; init; } = [];
}

/// <summary>A mark of the table with words.</summary>
/// <param name="State">The mark.</param>
/// <param name="Flaw">Its corner.</param>
/// <param name="Text">What it means, or a count.</param>
public sealed record CoverageKey(CoverageState State, CoverageFlaw Flaw, string Text);

/// <summary>What an archive has of an agency and year.</summary>
public enum CoverageState
{
    /// <summary>A report that came in time.</summary>
    InTime,

    /// <summary>A report that came late.</summary>
    Late,

    /// <summary>A report of which that can't be said.</summary>
    Open,

    /// <summary>No report, though there are earlier and later ones.</summary>
    Missing,

    /// <summary>Before the agency's first or after its last report.</summary>
    Outside,

    /// <summary>Several reports, counted.</summary>
    Several,
}

/// <summary>What is the matter with a report's figures.</summary>
public enum CoverageFlaw
{
    /// <summary>Nothing: its checks hold as far as they can be assessed.</summary>
    None,

    /// <summary>Some relations fail.</summary>
    Failed,

    /// <summary>It has no statutory figures.</summary>
    NoFigures,
}

/// <summary>A report in a list.</summary>
/// <param name="Agency">Its agency.</param>
/// <param name="Year">Its year, or 年度未定.</param>
/// <param name="Report">Its page.</param>
/// <param name="Edition">Short name of its edition.</param>
/// <param name="Published">ISO date; empty if it does not say.</param>
/// <param name="Received">Requests received; null if it gives no such figure.</param>
/// <param name="Concluded">Requests concluded.</param>
/// <param name="Reviews">Administrative reviews.</param>
/// <param name="Lawsuits">Lawsuits.</param>
/// <param name="Checks">How its checks went.</param>
public sealed record ReportLine(
    Link Agency, string Year, Link Report, string Edition, string Published,
    string? Received, string? Concluded, string? Reviews, string? Lawsuits, CheckCounts Checks);

/// <summary>How the relations of a report were judged.</summary>
public sealed record CheckCounts(int Passed, int Failed, int NotAssessable);
