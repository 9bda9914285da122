using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Archive;

/// <summary>A report among the reports of one agency and year.</summary>
/// <param name="IsCurrent">Whether it is the current one; the others are earlier revisions.</param>
/// <param name="Added">What is to be said of that.</param>
public sealed record Revision(ReportSummary Report, bool IsCurrent, ImmutableArray<Diagnostic> Added);

/// <summary>
/// Tells which of several reports of one agency and year is the current one: the one that a sidecar declares current, else
/// the one published last, else the last in ordinal order of the paths, which is told as unclear.
/// </summary>
public static class Revisions
{
    /// <summary>The current one first, then the earlier revisions, newest first.</summary>
    public static ImmutableArray<Revision> Order(IEnumerable<ReportSummary> reports)
    {
        // A path is never there twice, so the order is a total one.
        var ordered = reports
            .OrderByDescending(Declared)
            .ThenByDescending(report => report.Published ?? DateOnly.MinValue)
            .ThenByDescending(report => report.Source.Path, StringComparer.Ordinal)
            .ToList();
        if (ordered.Count == 1)
            return [new Revision(ordered[0], true, [])];

        var (current, next) = (ordered[0], ordered[1]);
        var clear = Declared(current) != Declared(next)
            || (current.Published is not null && next.Published is not null && current.Published != next.Published
                && ordered.All(report => report.Published is not null || Declared(report) < Declared(current)));
        return
        [
            new Revision(current, true, clear ? [] : [DiagnosticRules.RevisionUnclear.For(current.Source.Path)]),
            .. ordered.Skip(1).Select(report => new Revision(report, false, [DiagnosticRules.RevisionKept.For(current.Source.Path)])),
        ];
    }

    private static int Declared(ReportSummary report) => report.DeclaredCurrent switch { true => 1, null => 0, false => -1 };
}
