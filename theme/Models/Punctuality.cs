using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>Whether the reports of an agency came in time.</summary>
/// <param name="Summary">How many did, of how many that can be said.</param>
/// <param name="Rules">Which dates hold, by which article; and what the date of publication is.</param>
/// <param name="Lines">Its years, newest first.</param>
public sealed record PunctualityRecord(string Summary, ImmutableArray<string> Rules, ImmutableArray<PunctualityLine> Lines);

/// <summary>A year's report.</summary>
/// <param name="Year">With its report.</param>
/// <param name="Published">ISO date of the earliest version; empty if none is told.</param>
/// <param name="Due">ISO date; empty if there is none.</param>
/// <param name="State">In time, late, or open.</param>
/// <param name="Verdict">The same in words.</param>
/// <param name="Reason">Why it is open; empty if it is not.</param>
public sealed record PunctualityLine(Link Year, string Published, string Due, CoverageState State, string Verdict, string Reason);
