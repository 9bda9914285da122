using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Search;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Commands;

/// <summary>Makes the pages of an archive, static assets included.</summary>
public delegate IEnumerable<OutputFile> PageMaker(ReportArchive archive, IReportStore store);

/// <summary>What a build did.</summary>
/// <param name="Archive">The archive that was published.</param>
/// <param name="Read">How many report files were read; the others were unchanged since the last build.</param>
/// <param name="Change">What changed in the output.</param>
/// <param name="Concerns">The worst errors and warnings, with their files.</param>
/// <param name="ConcernCount">How many there are in all.</param>
public sealed record BuildResult(
    ReportArchive Archive, int Read, OutputChange Change, ImmutableArray<Concern> Concerns, int ConcernCount);

/// <summary>The whole way from an input folder to a site: read, assemble, render, write.</summary>
public sealed class SiteBuilder
{
    private const int ConcernsShown = 10;

    /// <summary>Where what was read is kept for the next build; null to do without.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Makes what reads a report, given the register and what reading needs.</summary>
    public Func<AgencyRegister, ReadingTools, ReadReport> Reader { get; init; } = (register, tools) => new ReportReader(register, tools).Read;

    /// <summary>Makes the pages.</summary>
    public PageMaker Pages { get; init; } = (_, _) => [];

    /// <summary>How many files are worked on at once.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of each step of the work.</summary>
    public IBuildProgress Progress { get; init; } = IBuildProgress.None;

    /// <summary>Builds. If it fails or is cancelled, the former output stands.</summary>
    /// <exception cref="UserError">Something that the user has to mend.</exception>
    public BuildResult Build(string inputFolder, IOutput output, CancellationToken cancel)
    {
        var input = InputFinder.InFolder(inputFolder);
        Progress.Begin("读取 Reading", input.Files.Length);
        using var tools = new ReadingTools(input.Settings.Limits);
        var reading = InputReader.Read(input, Reader(input.Register, tools), CacheFolder, CacheName(inputFolder), Workers, Progress.Advance, cancel);
        using var files = reading.Store;
        var store = new JoinedReports(reading);
        var archive = ArchiveAssembler.Assemble(reading.Input, store.Summaries);

        // Every report gives a page, its data and its source; the rest is few.
        Progress.Begin("生成 Writing", input.Files.Length * 4);
        var written = new ConcurrentBag<WrittenFile>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel };
        using var search = new SearchIndex(archive);
        Parallel.ForEach(FilesOf(archive, store, search), parallel, file =>
        {
            written.Add(output.Write(file));
            Progress.Advance();
        });
        Progress.Begin("索引 Indexing", 0);
        foreach (var file in search.Write(output, parallel))
            written.Add(file);
        written.Add(output.Write(Sitemap.Of(archive.Settings.BaseUrl, written)));
        written.Add(output.Write(DataPackage.Of(archive.Settings, written)));
        output.Write(Manifest.Of(written));
        cancel.ThrowIfCancellationRequested();
        var concerns = Concern.WorstOf(archive, store, ConcernsShown);
        return new BuildResult(archive, reading.Read, output.Commit(), concerns, Concern.CountOf(archive));
    }

    /// <summary>All files that can be made at once: long ones first, then each report's files one after the other, since its report is loaded then.</summary>
    private IEnumerable<OutputFile> FilesOf(ReportArchive archive, IReportStore store, SearchIndex search)
    {
        foreach (var file in DataFiles.OfArchive(archive, store))
            yield return file;
        var reports = archive.Agencies.SelectMany(agency => agency.Reports.Select(entry => (Agency: agency, Entry: entry))).ToDictionary(report => ReportPaths.Page(report.Entry), StringComparer.Ordinal);
        foreach (var page in Pages(archive, store))
        {
            yield return page;
            if (reports.Remove(page.Path, out var report))
                foreach (var file in FilesOf(report.Agency, report.Entry))
                    yield return file;
        }

        foreach (var report in reports.Values)
            foreach (var file in FilesOf(report.Agency, report.Entry))
                yield return file;

        IEnumerable<OutputFile> FilesOf(AgencyEntry agency, ReportEntry entry) => DataFiles.OfReport(entry, store).Prepend(search.TextOf(agency, entry, store));
    }

    private static string CacheName(string inputFolder) =>
        PathName.WithHash("reports", Path.GetFullPath(inputFolder));
}
