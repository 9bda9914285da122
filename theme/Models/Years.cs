using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The list of years.</summary>
/// <param name="Years">Newest first, years without reports between others included.</param>
/// <param name="Unidentified">Whether reports of unidentified agencies are among them, which sums leave out.</param>
public sealed record YearList(Frame Frame, ImmutableArray<YearLine> Years, bool Unidentified);

/// <summary>A year in a list.</summary>
/// <param name="Year">Its page; without a link if there are no reports.</param>
/// <param name="Reports">How many current reports.</param>
/// <param name="ReportsBar">The same in per cent of the largest of all years.</param>
/// <param name="Editions">Editions in use, with counts; none without reports.</param>
/// <param name="EditionChanged">Whether most of its reports follow another edition than most of the listed year before it.</param>
/// <param name="Missing">How many agencies have reports of earlier and later years but none of this one.</param>
/// <param name="FailedReports">How many of the reports have failed relations.</param>
/// <param name="Received">Requests received in all.</param>
/// <param name="ReceivedBar">The same in per cent of the largest of all years.</param>
public sealed record YearLine(
    Link Year, int Reports, int ReportsBar, ImmutableArray<string> Editions, bool EditionChanged, int Missing, int FailedReports, DerivedSum Received, int ReceivedBar);

/// <summary>All reports of a year.</summary>
/// <param name="Scripts">Links to the scripts that sort and filter.</param>
/// <param name="Missing">Agencies that have reports of earlier and later years but none of this one.</param>
/// <param name="Distributions">How requests spread over agencies, an edition each; none if no agency gives the figure.</param>
/// <param name="Outcomes">How requests were concluded, an edition each; none if no report tells in full.</param>
/// <param name="Unidentified">How many of the reports are of unidentified agencies, which the sums leave out.</param>
public sealed record YearOverview(
    Frame Frame, ImmutableArray<string> Scripts, ImmutableArray<ReportLine> Reports, ImmutableArray<Link> Missing,
    DerivedSum Received, DerivedSum Concluded, DerivedSum Reviews, DerivedSum Lawsuits,
    ImmutableArray<Distribution> Distributions, ImmutableArray<OutcomeList> Outcomes,
    Link? Previous, Link? Next, int Unidentified)
{
    /// <summary>Its tables to take away.</summary>
    public required ImmutableArray<TableDownload> Downloads { get; init; }
}

/// <summary>A sum made by the archive.</summary>
/// <param name="Value">The sum; null if no agency gives the figure.</param>
/// <param name="Agencies">How many agencies' figures it rests on.</param>
public sealed record DerivedSum(string? Value, int Agencies);

/// <summary>How many agencies received how many requests, by the reports of one edition.</summary>
/// <param name="Edition">Its short name.</param>
/// <param name="Agencies">How many agencies give the figure.</param>
/// <param name="Without">How many give none.</param>
/// <param name="Median">The median; null where fewer than <see cref="LeastForMedian"/> agencies give the figure.</param>
public sealed record Distribution(string Edition, int Agencies, int Without, string? Median, ImmutableArray<DistributionBand> Bands)
{
    /// <summary>Of fewer agencies a median says nothing.</summary>
    public const int LeastForMedian = 10;
}

/// <summary>The agencies with so many requests.</summary>
/// <param name="Label">From how many to how many: 10–99.</param>
/// <param name="Bar">In per cent of the largest band.</param>
public sealed record DistributionBand(string Label, int Agencies, int Bar);

/// <summary>How the requests of a year were concluded, by the reports of one edition: sums made by the archive.</summary>
/// <param name="Edition">Its short name.</param>
/// <param name="Agencies">How many agencies give every row of it; the sums rest on them alone.</param>
/// <param name="Total">All outcomes together.</param>
public sealed record OutcomeList(string Edition, int Agencies, string Total, ImmutableArray<OutcomeLine> Lines);

/// <summary>An outcome.</summary>
/// <param name="Label">In the words of the form.</param>
/// <param name="Share">Its share in the total: 12.3%; null where the total is too small for shares.</param>
/// <param name="Bar">In per cent of the total.</param>
public sealed record OutcomeLine(string Label, string Requests, string? Share, int Bar);
