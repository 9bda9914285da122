using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The list of agencies.</summary>
/// <param name="Script">Link to the script that sorts and filters lists.</param>
public sealed record AgencyList(Frame Frame, ImmutableArray<RegionOfAgencies> Regions, string Script);

/// <summary>The agencies of a region.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Name">The region, or what is said in its place.</param>
/// <param name="Agencies">Governments first, then departments, townships and others.</param>
public sealed record RegionOfAgencies(string Id, string Name, ImmutableArray<AgencyLine> Agencies);

/// <summary>An agency in a list.</summary>
/// <param name="Kind">Kind of body; may be empty.</param>
/// <param name="Reports">How many current reports.</param>
/// <param name="Span">From which year to which.</param>
/// <param name="Missing">How many years it lacks between its first and last report.</param>
/// <param name="Gaps">Which; empty for none.</param>
/// <param name="FailedReports">How many of its current reports have failed relations.</param>
/// <param name="InTime">How many were published in time.</param>
/// <param name="Judged">Of how many that can be said.</param>
/// <param name="Latest">Its latest report, by its year; null if none has a year.</param>
/// <param name="LatestPublished">ISO date of that; empty if it does not say.</param>
/// <param name="Aliases">Other names that reports use, joined; may be empty.</param>
/// <param name="Predecessors">Bodies that it took over from; without a link where the archive has none of their reports.</param>
/// <param name="Successors">Bodies that took over from it.</param>
public sealed record AgencyLine(
    Link Agency, string Kind, int Reports, string Span, int Missing, string Gaps, int FailedReports, int InTime, int Judged,
    Link? Latest, string LatestPublished, string Aliases, ImmutableArray<Link> Predecessors, ImmutableArray<Link> Successors);

/// <summary>An agency with its years.</summary>
/// <param name="Held">What the archive has of it, in sentences; empty for the unidentified.</param>
/// <param name="Region">May be empty.</param>
/// <param name="Kind">May be empty.</param>
/// <param name="Aliases">Other names that reports use, joined; may be empty.</param>
/// <param name="Unidentified">Whether this is the place of reports whose agency is not known.</param>
/// <param name="Years">Its years, newest first, gaps included.</param>
/// <param name="Charts">Its key figures over the years; empty if no report gives any.</param>
/// <param name="Breaks">Why charts break where the form changed; null if it never did.</param>
/// <param name="Carried">What was carried from year to year, as a chart; null if no report tells.</param>
/// <param name="Chain">The same, year by year compared, newest first; empty if there is nothing to compare.</param>
/// <param name="Tables">Every figure that is one for a row, by table.</param>
public sealed record AgencyHistory(
    Frame Frame, ImmutableArray<string> Held, string Region, string Kind, string Aliases, bool Unidentified, ImmutableArray<HistoryLine> Years,
    ImmutableArray<Chart> Charts, Link? Breaks, Chart? Carried, ImmutableArray<ChainLink> Chain, ImmutableArray<Series> Tables)
{
    /// <summary>Bodies that it took over from; without a link where the archive has none of their reports.</summary>
    public ImmutableArray<Link> Predecessors { get; init; } = [];

    /// <summary>Bodies that took over from it.</summary>
    public ImmutableArray<Link> Successors { get; init; } = [];

    /// <summary>Its tables to take away.</summary>
    public ImmutableArray<TableDownload> Downloads { get; init; } = [];

    /// <summary>Link to the script that tells the values of its charts.</summary>
    public required string Script { get; init; }

    /// <summary>Whether its reports came in time; null for reports of unknown agencies.</summary>
    public PunctualityRecord? Punctuality { get; init; }

    /// <summary>How much of each year's prose repeats the year before; null if no two years can be compared.</summary>
    public RepetitionRecord? Repetition { get; init; }
}

/// <summary>A year of an agency.</summary>
/// <param name="Year">The year, or 年度未定.</param>
/// <param name="Report">The report; null for a gap.</param>
/// <param name="Earlier">Earlier revisions.</param>
/// <param name="EditionChanged">Whether the form is another than that of the report before.</param>
public sealed record HistoryLine(string Year, ReportLine? Report, ImmutableArray<Link> Earlier, bool EditionChanged)
{
    /// <summary>Of a report that was withdrawn: when and why, with its page; null otherwise.</summary>
    public Link? Withdrawn { get; init; }
}

/// <summary>Two reports that follow each other: what the earlier carried over to the next year should be what the later one carried in.</summary>
/// <param name="Years">The two years.</param>
/// <param name="Out">What the earlier one carried over.</param>
/// <param name="In">What the later one carried in.</param>
/// <param name="State">Whether they are equal.</param>
/// <param name="Says">The same in words.</param>
/// <param name="Columns">Where single kinds of applicant differ: how many of them, with a link to how they were judged; null for none.</param>
public sealed record ChainLink(string Years, SeriesCell Out, SeriesCell In, ChainState State, string Says, Link? Columns);

/// <summary>How what was carried over and what was carried in compare.</summary>
public enum ChainState
{
    Equal,
    Unequal,

    /// <summary>One of the numbers is not given.</summary>
    NotAssessable,

    /// <summary>Reports between them are missing.</summary>
    Gap,
}
