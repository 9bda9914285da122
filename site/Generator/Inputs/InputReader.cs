using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>What reading an input folder gave.</summary>
/// <param name="Summaries">A small summary of each report, in the order of the files.</param>
/// <param name="Store">The whole reports.</param>
/// <param name="Read">How many files were read; the others were unchanged since the last build.</param>
public sealed record InputReading(ImmutableArray<ReportSummary> Summaries, ReportStore Store, int Read);

/// <summary>Reads one report: <see cref="ReportReader.Read"/>, or what stands for it in a test.</summary>
public delegate AnnualReport ReadReport(SourceFile file, Sidecar sidecar);

/// <summary>Reads all report files of a folder, each on its own and in parallel; what the last build read already is not read again.</summary>
public static class InputReader
{
    /// <param name="input">The files.</param>
    /// <param name="readReport">Reads one of them.</param>
    /// <param name="cacheFolder">Where the pack of the last build is kept, or null to do without.</param>
    /// <param name="cacheName">Which pack: one for each input folder.</param>
    /// <param name="done">Told after each file.</param>
    public static InputReading Read(
        InputFolder input, ReadReport readReport, string? cacheFolder, string cacheName, int workers, Action done, CancellationToken cancel)
    {
        var registerHash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input.Register.Agencies));
        var forms = new FindingForms();
        var codec = new ReportCodec(forms, input.Register);
        var store = new ReportStore(new ReportPack(cacheFolder, cacheName, Stamp(), forms), codec);
        try
        {
            var pack = store.Pack;
            var summaries = new ReportSummary[input.Files.Length];
            var read = 0;
            using var blobs = new ThreadLocal<BlobWriter>(() => new BlobWriter());
            Parallel.For(0, input.Files.Length, new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, i =>
            {
                var file = input.Files[i];
                var content = File.ReadAllBytes(file.FullPath);
                var sidecar = file.SidecarPath is null ? [] : File.ReadAllBytes(file.SidecarPath);
                var key = ReportKey.Of(file.Path, SHA256.HashData(content), sidecar, registerHash);
                var report = pack.Find(key) is { } known ? codec.Read(new BlobReader(known)) : null;
                if (report is null || report.Diagnostics.Any(diagnostic => diagnostic.Rule.IsOfMachine))
                {
                    report = Read(readReport, new SourceFile(file.Path, content), file.SidecarPath is null ? null : sidecar);
                    var blob = blobs.Value!;
                    blob.Clear();
                    codec.Write(report, blob);
                    pack.Add(key, blob.Written);
                    Interlocked.Increment(ref read);
                }

                summaries[i] = ReportSummary.Of(report);
                store.Register(file, key);
                done();
            });
            store.Seal();
            return new InputReading([.. summaries], store, read);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    /// <summary>Reads a sidecar, if there is one.</summary>
    /// <param name="file">The report.</param>
    /// <param name="sidecar">The sidecar's bytes, or null if there is none.</param>
    public static Sidecar ReadSidecar(SourceFile file, byte[]? sidecar, out ImmutableArray<Diagnostic> problems)
    {
        problems = [];
        return sidecar is null ? Sidecar.None : SidecarReader.Read(file.Name + SidecarReader.Extension, sidecar, out problems);
    }

    private static AnnualReport Read(ReadReport readReport, SourceFile file, byte[]? sidecar)
    {
        var report = readReport(file, ReadSidecar(file, sidecar, out var problems));
        return problems.IsEmpty ? report : report with { Diagnostics = [.. problems, .. report.Diagnostics] };
    }

    /// <summary>A stored report is good for the very code and form definitions that read it: both assemblies' module versions stand for them.</summary>
    private static byte[] Stamp() => SHA256.HashData(Encoding.ASCII.GetBytes(
        $"{typeof(ReportReader).Module.ModuleVersionId} {typeof(InputReader).Module.ModuleVersionId}"));
}
