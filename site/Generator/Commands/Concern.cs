using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Commands;

/// <summary>A diagnostic that somebody should look at, with the file that it is about.</summary>
public sealed record Concern(string Path, Diagnostic Diagnostic)
{
    /// <summary>How many errors and warnings an archive has.</summary>
    public static int CountOf(ReportArchive archive) =>
        archive.Diagnostics.Count(said => said.Diagnostic.Severity >= Severity.Warning)
        + archive.Reports.Sum(report => report.Errors + report.Warnings);

    /// <summary>How many there are from a severity on; a relation that fails counts with the errors.</summary>
    public static int CountOf(ReportArchive archive, Severity least) =>
        archive.Diagnostics.Count(said => said.Diagnostic.Severity >= least)
        + archive.Reports.Sum(report => report.Errors + (least <= Severity.Warning ? report.Warnings : report.Failed));

    /// <summary>The worst of them, at most so many: errors, relations that fail, then other warnings. Only the reports that have them are loaded.</summary>
    public static ImmutableArray<Concern> WorstOf(ReportArchive archive, IReportStore store, int most) =>
    [
        .. Of(archive, store, report => report.Errors > 0, diagnostic => diagnostic.Severity == Severity.Error)
            .Concat(Of(archive, store, report => report.Failed > 0, IsFailedCheck))
            .Concat(Of(archive, store, report => report.Warnings > 0, diagnostic => diagnostic.Severity == Severity.Warning && !IsFailedCheck(diagnostic)))
            .Take(most),
    ];

    private static bool IsFailedCheck(Diagnostic diagnostic) => diagnostic.Rule == DiagnosticRules.CheckFailed;

    private static IEnumerable<Concern> Of(ReportArchive archive, IReportStore store, Func<ReportEntry, bool> has, Func<Diagnostic, bool> isMeant) =>
        archive.Diagnostics.Select(said => new Concern(said.Path, said.Diagnostic))
            .Concat(archive.Reports.Where(has)
                .SelectMany(report => store.Load(report).Diagnostics.Concat(report.Added)
                    .Select(diagnostic => new Concern(report.Source.Path, diagnostic))))
            .Where(concern => isMeant(concern.Diagnostic));
}
