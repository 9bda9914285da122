using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The list of agencies.</summary>
public sealed record AgencyList(Frame Frame, ImmutableArray<RegionOfAgencies> Regions);

/// <summary>The agencies of a region.</summary>
/// <param name="Name">The region, or what is said in its place.</param>
public sealed record RegionOfAgencies(string Id, string Name, ImmutableArray<AgencyLine> Agencies);

/// <summary>An agency in a list.</summary>
/// <param name="Kind">Kind of body; may be empty.</param>
/// <param name="Reports">How many current reports.</param>
/// <param name="Span">From which year to which.</param>
/// <param name="Gaps">Missing years; empty for none.</param>
/// <param name="FailedReports">How many of its current reports have failed relations.</param>
public sealed record AgencyLine(Link Agency, string Kind, int Reports, string Span, string Gaps, int FailedReports);

/// <summary>An agency with its years.</summary>
/// <param name="Region">May be empty.</param>
/// <param name="Kind">May be empty.</param>
/// <param name="Aliases">Other names that reports use, joined; may be empty.</param>
/// <param name="Unidentified">Whether this is the place of reports whose agency is not known.</param>
/// <param name="Years">Its years, newest first, gaps included.</param>
/// <param name="Series">Its figures by year; null if it has none.</param>
public sealed record AgencyHistory(
    Frame Frame, string Region, string Kind, string Aliases, bool Unidentified, ImmutableArray<HistoryLine> Years, Series? Series);

/// <summary>A year of an agency.</summary>
/// <param name="Year">The year, or 年度未定.</param>
/// <param name="Report">The report; null for a gap.</param>
/// <param name="Earlier">Earlier revisions.</param>
/// <param name="EditionChanged">Whether the form is another than that of the report before.</param>
public sealed record HistoryLine(string Year, ReportLine? Report, ImmutableArray<Link> Earlier, bool EditionChanged);

/// <summary>Figures by year.</summary>
public sealed record Series(ImmutableArray<SeriesColumn> Columns, ImmutableArray<SeriesGroup> Groups);

/// <summary>A year of a series.</summary>
/// <param name="Year">With its report.</param>
/// <param name="Edition">Short name of its edition; empty for a gap.</param>
/// <param name="EditionChanged">Whether the form is another than that of the year before in the series.</param>
public sealed record SeriesColumn(Link Year, string Edition, bool EditionChanged);

/// <summary>Figures that belong together.</summary>
public sealed record SeriesGroup(string Label, ImmutableArray<SeriesRow> Rows);

/// <summary>One figure over the years.</summary>
public sealed record SeriesRow(string Label, ImmutableArray<SeriesCell> Cells);

/// <summary>One figure of one year.</summary>
/// <param name="Text">The number, or the mark of its state.</param>
/// <param name="Class">The state's class; null for a number.</param>
/// <param name="Meaning">What the mark means; null for a number, and for marks that the table's caption explains.</param>
/// <param name="Href">Its place on the report's page, or null.</param>
public sealed record SeriesCell(string Text, string? Class, string? Meaning, string? Href);
