using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>What reading an input folder gave.</summary>
/// <param name="Input">The folder, with what is to be said of files that could not be opened.</param>
/// <param name="Summaries">A small summary of each report, in the order of the files.</param>
/// <param name="Store">The whole reports.</param>
/// <param name="Read">How many files were read; the others were unchanged since the last build.</param>
public sealed record InputReading(InputFolder Input, ImmutableArray<ReportSummary> Summaries, ReportStore Store, int Read);

/// <summary>Reads one report: <see cref="ReportReader.Read"/>, or what stands for it in a test.</summary>
public delegate AnnualReport ReadReport(SourceFile file, Sidecar sidecar);

/// <summary>
/// Reads all report files of a folder, each on its own and in parallel; what the last build read already is not read again. A file that takes too
/// long or makes the program fail gives a report that says so, and nothing of the others is lost.
/// </summary>
public sealed class InputReader
{
    private readonly InputFolder _input;
    private readonly ReadReport _readReport;
    private readonly ReportCodec _codec;
    private readonly ReportStore _store;
    private readonly byte[] _given;
    private readonly ReportSummary?[] _summaries;
    private readonly Diagnostic?[] _unopened;
    private readonly OpenFile?[] _open;
    private readonly ThreadLocal<BlobWriter> _blobs = new(() => new BlobWriter());
    private int _read;

    private InputReader(InputFolder input, ReadReport readReport, string? cacheFolder, string cacheName)
    {
        var forms = new FindingForms();
        _input = input;
        _readReport = readReport;
        _codec = new ReportCodec(forms, input.Register);
        _store = new ReportStore(new ReportPack(cacheFolder, cacheName, Stamp(), forms), _codec);
        _given = SHA256.HashData([
            .. JsonSerializer.SerializeToUtf8Bytes(input.Register.Agencies), .. BitConverter.GetBytes(Limits.FileBytes), .. BitConverter.GetBytes(Limits.ExpandedBytes)]);
        _summaries = new ReportSummary?[input.Files.Length];
        _unopened = new Diagnostic?[input.Files.Length];
        _open = new OpenFile?[input.Files.Length];
    }

    private ReadingLimits Limits => _input.Settings.Limits;

    /// <param name="input">The files.</param>
    /// <param name="readReport">Reads one of them.</param>
    /// <param name="cacheFolder">Where the pack of the last build is kept, or null to do without.</param>
    /// <param name="cacheName">Which pack: one for each input folder.</param>
    /// <param name="workers">How many files are read at once.</param>
    /// <param name="done">Told after each file.</param>
    public static InputReading Read(
        InputFolder input, ReadReport readReport, string? cacheFolder, string cacheName, int workers, Action done, CancellationToken cancel) =>
        new InputReader(input, readReport, cacheFolder, cacheName).Read(workers, done, cancel);

    /// <summary>Reads a file's sidecar, if it has one.</summary>
    public static Sidecar ReadSidecar(InputFile file, out ImmutableArray<Diagnostic> problems)
    {
        problems = [];
        return file.SidecarPath is { } path
            ? SidecarReader.Read(Path.GetFileName(path), SourceReader.ReadWhole(path, SourceReader.MostOfSettings), out problems)
            : Sidecar.None;
    }

    private InputReading Read(int workers, Action done, CancellationToken cancel)
    {
        try
        {
            new WatchedThreads<FileReading>
            {
                Count = _input.Files.Length,
                Workers = workers,
                Limit = Limits.Time,
                Work = Read,
                GiveUp = index => GiveUp(index, GuardedReading.TookTooLong(Limits)),
                PassOver = PassOver,
                Done = (index, reading) =>
                {
                    Keep(index, reading);
                    done();
                },
            }.Run(cancel);
            _store.Seal(_input.IsPart);
            var unopened = _input.Files.Zip(_unopened).Where(file => file.Second is not null).Select(file => (file.First.Path, file.Second!));
            return new InputReading(_input with { Diagnostics = [.. _input.Diagnostics, .. unopened] }, [.. _summaries.OfType<ReportSummary>()], _store, _read);
        }
        catch
        {
            _store.Dispose();
            throw;
        }
    }

    private FileReading Read(int index)
    {
        var file = _input.Files[index];
        if (!TryOpen(file, Limits.FileBytes, out var open, out var problem))
            return new FileReading(null, default, IsNew: false, problem);
        _open[index] = open;
        if (_store.Pack.Find(open.Key) is { } known && _codec.Read(new BlobReader(known)) is var stored && !stored.Diagnostics.Any(diagnostic => diagnostic.Rule.IsOfMachine))
            return new FileReading(stored, open.Key, IsNew: false);
        return GuardedReading.Try(
            () =>
            {
                open.Sidecar = ReadSidecar(file, out var problems);
                open.Problems = problems;
                return open.Read(_readReport(open.Source, open.Sidecar));
            },
            reason => Unread(open, reason));
    }

    private FileReading GiveUp(int index, Diagnostic reason) => _open[index] is { } open
        ? Unread(open, reason)
        : new FileReading(null, default, IsNew: false, DiagnosticRules.FileUnopened.For(_input.Files[index].Path, reason.Code));

    private FileReading PassOver(int index) => TryOpen(_input.Files[index], most: 0, out var open, out var problem)
        ? Unread(open, DiagnosticRules.NotReached.For())
        : new FileReading(null, default, IsNew: false, problem);

    private FileReading Unread(OpenFile open, Diagnostic reason) => open.Read(ReportReader.Unread(_input.Register, open.Source, open.Sidecar, reason).Report);

    private bool TryOpen(InputFile file, long most, [NotNullWhen(true)] out OpenFile? open, [NotNullWhen(false)] out Diagnostic? problem)
    {
        (open, problem) = (null, null);
        try
        {
            var source = SourceReader.Read(file, most);
            var sidecar = file.SidecarPath is null ? [] : SourceReader.ReadWhole(file.SidecarPath, SourceReader.MostOfSettings) ?? [];
            open = new OpenFile(source, ReportKey.Of(file.Path, Convert.FromHexString(source.Sha256), sidecar, _given));
            return true;
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            problem = DiagnosticRules.FileUnopened.For(file.Path, reason.GetType().Name);
            return false;
        }
    }

    private void Keep(int index, FileReading reading)
    {
        _open[index] = null;
        _unopened[index] = reading.Unopened;
        if (reading.Report is not { } report)
            return;
        if (reading.IsNew)
        {
            var blob = _blobs.Value!;
            blob.Clear();
            _codec.Write(report, blob);
            _store.Pack.Add(reading.Key, blob.Written);
            Interlocked.Increment(ref _read);
        }

        _summaries[index] = ReportSummary.Of(report);
        _store.Register(_input.Files[index], reading.Key);
    }

    /// <summary>A stored report is good for the very code and form definitions that read it: both assemblies' module versions stand for them.</summary>
    private static byte[] Stamp() => SHA256.HashData(Encoding.ASCII.GetBytes(
        $"{typeof(ReportReader).Module.ModuleVersionId} {typeof(InputReader).Module.ModuleVersionId}"));

    /// <summary>A file that is being read, as far as that is known.</summary>
    private sealed class OpenFile(SourceFile source, ReportKey key)
    {
        public SourceFile Source => source;

        public ReportKey Key => key;

        public Sidecar Sidecar { get; set; } = Sidecar.None;

        public ImmutableArray<Diagnostic> Problems { get; set; } = [];

        public FileReading Read(AnnualReport report) =>
            new(Problems.IsEmpty ? report : report with { Diagnostics = [.. Problems, .. report.Diagnostics] }, key, IsNew: true);
    }

    /// <summary>What came of a file.</summary>
    /// <param name="Report">The report; null if it could not be opened.</param>
    /// <param name="Key">Under which it is stored.</param>
    /// <param name="IsNew">Whether the last build did not store it.</param>
    /// <param name="Unopened">Why it could not be opened.</param>
    private readonly record struct FileReading(AnnualReport? Report, ReportKey Key, bool IsNew, Diagnostic? Unopened = null);
}
