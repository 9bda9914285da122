using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The list of years.</summary>
/// <param name="Years">Newest first.</param>
/// <param name="Unidentified">Whether reports of unidentified agencies are among them, which sums leave out.</param>
public sealed record YearList(Frame Frame, ImmutableArray<YearLine> Years, bool Unidentified);

/// <summary>A year in a list.</summary>
/// <param name="Reports">How many current reports.</param>
/// <param name="Editions">Editions in use, with counts.</param>
/// <param name="Missing">How many agencies have reports of earlier and later years but none of this one.</param>
/// <param name="FailedReports">How many of the reports have failed relations.</param>
/// <param name="Received">Requests received in all.</param>
public sealed record YearLine(Link Year, int Reports, int Missing, string Editions, int FailedReports, DerivedSum Received);

/// <summary>All reports of a year.</summary>
/// <param name="Missing">Agencies that have reports of earlier and later years but none of this one.</param>
/// <param name="Unidentified">How many of the reports are of unidentified agencies, which the sums leave out.</param>
/// <param name="FiguresData">Link to the year's figures as data.</param>
public sealed record YearOverview(
    Frame Frame, ImmutableArray<ReportLine> Reports, ImmutableArray<Link> Missing,
    DerivedSum Received, DerivedSum Concluded, DerivedSum Reviews, DerivedSum Lawsuits,
    Link? Previous, Link? Next, int Unidentified, string FiguresData);

/// <summary>A sum made by the archive.</summary>
/// <param name="Value">The sum; null if no agency gives the figure.</param>
/// <param name="Agencies">How many agencies' figures it rests on.</param>
public sealed record DerivedSum(string? Value, int Agencies);
