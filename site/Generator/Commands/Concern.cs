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

    /// <summary>The worst of them, at most so many; only the reports that have them are loaded.</summary>
    public static ImmutableArray<Concern> WorstOf(ReportArchive archive, IReportStore store, int most) =>
        [.. Of(archive, store, Severity.Error).Concat(Of(archive, store, Severity.Warning)).Take(most)];

    private static IEnumerable<Concern> Of(ReportArchive archive, IReportStore store, Severity severity) =>
        archive.Diagnostics.Select(said => new Concern(said.Path, said.Diagnostic))
            .Concat(archive.Reports
                .Where(report => (severity == Severity.Error ? report.Errors : report.Warnings) > 0)
                .SelectMany(report => store.Load(report).Diagnostics.Concat(report.Added)
                    .Select(diagnostic => new Concern(report.Source.Path, diagnostic))))
            .Where(concern => concern.Diagnostic.Severity == severity);
}
