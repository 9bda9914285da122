using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The first page.</summary>
/// <param name="Reports">How many current reports there are.</param>
/// <param name="Agencies">How many agencies.</param>
/// <param name="Years">How many years.</param>
/// <param name="Span">From which year to which: 2008–2024; empty without any.</param>
/// <param name="Coverage">Which reports there are.</param>
/// <param name="Newest">The reports published last, newest first.</param>
/// <param name="ChecksPage">Link to the page of failed checks.</param>
/// <param name="FailedReports">How many current reports have failed relations.</param>
/// <param name="MissingReports">How many years agencies lack between their first and last report, in all.</param>
/// <param name="AgenciesPage">Link to the list of agencies.</param>
/// <param name="YearsPage">Link to the list of years.</param>
/// <param name="AboutPage">Link to what the archive is.</param>
public sealed record Home(
    Frame Frame, int Reports, int Agencies, int Years, string Span, Coverage Coverage, ImmutableArray<ReportLine> Newest,
    string ChecksPage, int FailedReports, int MissingReports, string AgenciesPage, string YearsPage, string AboutPage);

/// <summary>Agencies, or regions where there are many agencies, by years: which reports there are.</summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="RowKind">What its rows are.</param>
/// <param name="Years">Its columns.</param>
/// <param name="Legend">Its marks with their meanings.</param>
/// <param name="Remark">What is left out; empty for nothing.</param>
public sealed record Coverage(
    string Caption, string RowKind, ImmutableArray<Link> Years, ImmutableArray<CoverageRow> Rows, ImmutableArray<LegendEntry> Legend, string Remark);

/// <summary>The years of an agency or a region.</summary>
public sealed record CoverageRow(Link Name, ImmutableArray<CoverageCell> Cells);

/// <summary>A year of an agency or a region.</summary>
/// <param name="Mark">The short text shown.</param>
/// <param name="Meaning">What it means, in words.</param>
/// <param name="State">What is known.</param>
/// <param name="Href">The report, or null.</param>
public sealed record CoverageCell(string Mark, string Meaning, CoverageState State, string? Href);

/// <summary>What an archive has of an agency and year.</summary>
public enum CoverageState
{
    /// <summary>A report whose checks hold as far as they can be assessed.</summary>
    Reported,

    /// <summary>A report with failed relations.</summary>
    Failed,

    /// <summary>A report without statutory figures.</summary>
    NoFigures,

    /// <summary>No report, though there are earlier and later ones.</summary>
    Missing,

    /// <summary>Before the agency's first or after its last report.</summary>
    Outside,
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
