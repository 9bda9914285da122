using System.Collections.Concurrent;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>What the files of a build gave, each for itself: read once, kept in their compact form in a <see cref="ReportPack"/>, loaded when needed.</summary>
public sealed class ReportStore : IDisposable
{
    internal ReportPack Pack { get; }
    private readonly ReportCodec _codec;
    private readonly ConcurrentDictionary<string, (InputFile File, ReportKey Key)> _byPath = new(StringComparer.Ordinal);

    // A longer one is kept by nobody: 16 of them on each thread would be too much.
    private const int LongestKept = 256 * 1024;

    private readonly ThreadLocal<RecentReports> _recent = new(() => new RecentReports());

    internal ReportStore(ReportPack pack, ReportCodec codec)
    {
        Pack = pack;
        _codec = codec;
    }

    /// <summary>The report of a file.</summary>
    public AnnualReport Load(SourceInfo source)
    {
        var recent = _recent.Value!;
        if (recent.Find(source) is { } known)
            return known;
        var blob = Pack.Load(_byPath[source.Path].Key);
        var report = _codec.Read(new BlobReader(blob));
        if (blob.Length <= LongestKept)
            recent.Add(report);
        return report;
    }

    /// <summary>Writes the bytes of a file.</summary>
    /// <exception cref="UserError">It changed since it was read.</exception>
    public void CopySource(SourceInfo source, Stream target)
    {
        if (SourceReader.Copy(_byPath[source.Path].File, target) != source.Sha256)
            throw new UserError($"{source.Path} 在生成过程中被改动，请重新生成。", $"{source.Path} changed during the build; build again.");
    }

    public void Dispose()
    {
        Pack.Dispose();
        _recent.Dispose();
    }

    internal void Register(InputFile file, ReportKey key) => _byPath[file.Path] = (file, key);

    /// <summary>All reports are there; from now on they can be loaded.</summary>
    /// <param name="keepsOthers">Whether the next build may want reports that this one did not read.</param>
    internal void Seal(bool keepsOthers) => Pack.Seal([.. _byPath.Values.Select(report => report.Key)], keepsOthers);
}
