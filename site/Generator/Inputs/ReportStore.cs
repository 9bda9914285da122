using System.Collections.Concurrent;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>The reports of a build: read once, kept in their compact form in a <see cref="ReportPack"/>, loaded when needed.</summary>
public sealed class ReportStore : IReportStore, IDisposable
{
    internal ReportPack Pack { get; }
    private readonly ReportCodec _codec;
    private readonly ConcurrentDictionary<string, (InputFile File, ReportKey Key)> _byPath = new(StringComparer.Ordinal);

    // Files of one report are mostly made one after the other by one worker.
    private readonly ThreadLocal<AnnualReport?> _last = new();

    internal ReportStore(ReportPack pack, ReportCodec codec)
    {
        Pack = pack;
        _codec = codec;
    }

    public AnnualReport Load(ReportEntry entry)
    {
        if (_last.Value is { } last && last.Source == entry.Source)
            return last;
        var report = _codec.Read(new BlobReader(Pack.Load(_byPath[entry.Source.Path].Key)));
        _last.Value = report;
        return report;
    }

    public void CopySource(ReportEntry entry, Stream target)
    {
        if (SourceReader.Copy(_byPath[entry.Source.Path].File, target) != entry.Source.Sha256)
            throw new UserError($"{entry.Source.Path} 在生成过程中被改动，请重新生成。", $"{entry.Source.Path} changed during the build; build again.");
    }

    public void Dispose()
    {
        Pack.Dispose();
        _last.Dispose();
    }

    internal void Register(InputFile file, ReportKey key) => _byPath[file.Path] = (file, key);

    /// <summary>All reports are there; from now on they can be loaded.</summary>
    internal void Seal() => Pack.Seal([.. _byPath.Values.Select(report => report.Key)]);
}
