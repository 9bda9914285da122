using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Checking;

/// <summary>A report that was checked.</summary>
/// <param name="Files">Its files as the user would call them, the main one first.</param>
/// <param name="Entry">Its place among the others.</param>
/// <param name="Report">The whole of it.</param>
/// <param name="Remarks">What is to be said of it, the worst first.</param>
/// <param name="IsNeighbour">Whether it was not changed itself, but is judged together with one that was: only that is said of it.</param>
public sealed record CheckedReport(
    ImmutableArray<string> Files, ReportEntry Entry, AnnualReport Report, ImmutableArray<Remark> Remarks, bool IsNeighbour = false)
{
    /// <summary>How many remarks are of a weight.</summary>
    public int Count(RemarkWeight weight) => Remarks.Count(remark => remark.Weight == weight);
}

/// <summary>What <c>check</c> found.</summary>
/// <param name="Reports">The reports, in ordinal order of their files.</param>
/// <param name="Archive">What is to be said of register, settings, stray sidecars and files that could not be opened.</param>
/// <param name="Changes">What a branch changed, if only that was checked; else null.</param>
public sealed record CheckResult(ImmutableArray<CheckedReport> Reports, ImmutableArray<Remark> Archive, ChangedFiles? Changes = null)
{
    /// <summary>Everything, the worst first; what weighs the same in the order of the files.</summary>
    public IEnumerable<Remark> Remarks => Archive.Concat(Reports.SelectMany(report => report.Remarks)).OrderByDescending(remark => remark.Weight);

    /// <summary>Whether there is neither an error nor a relation that does not hold.</summary>
    public bool IsSound => !Archive.Concat(Reports.SelectMany(report => report.Remarks)).Any(remark => remark.Fails);

    /// <summary>How many report files were checked, neighbours not counted.</summary>
    public int FileCount => Reports.Where(report => !report.IsNeighbour).Sum(report => report.Files.Length);

    /// <summary>How many remarks are of a weight.</summary>
    public int Count(RemarkWeight weight) => Remarks.Count(remark => remark.Weight == weight);
}
