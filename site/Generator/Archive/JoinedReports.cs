using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Archive;

/// <summary>The reports of an archive: files that hold the same report are joined to one. Thread-safe.</summary>
public sealed class JoinedReports : IReportStore
{
    private readonly ReportStore _files;
    private readonly FrozenDictionary<string, ImmutableArray<SourceInfo>> _further;

    /// <param name="reading">What the files gave, each for itself.</param>
    public JoinedReports(InputReading reading)
    {
        _files = reading.Store;
        var groups = SourceGroups.Find(reading.Summaries, _files.Load);
        _further = groups.Where(group => group.Length > 1).ToFrozenDictionary(group => group[0].Path, group => group[1..], StringComparer.Ordinal);
        var ofFile = reading.Summaries.ToDictionary(file => file.Source.Path, StringComparer.Ordinal);
        Summaries = [.. groups.Select(group => group.Length == 1 ? ofFile[group[0].Path] : ReportSummary.Of(Load(group[0])))];
    }

    /// <summary>A summary of each report, in the order of their main files.</summary>
    public ImmutableArray<ReportSummary> Summaries { get; }

    public AnnualReport Load(ReportEntry entry) => Load(entry.Source);

    public void CopySource(SourceInfo source, Stream target) => _files.CopySource(source, target);

    private AnnualReport Load(SourceInfo source) =>
        _further.TryGetValue(source.Path, out var others)
            ? ReportJoiner.Join(_files.Load(source), [.. others.Select(_files.Load)])
            : _files.Load(source);
}
