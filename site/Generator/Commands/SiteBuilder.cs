using System.Collections.Concurrent;
using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Feeds;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Search;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Reading;
using Microsoft.Extensions.FileSystemGlobbing;

namespace DisclosureArchive.Generator.Commands;

/// <summary>What a build did.</summary>
/// <param name="Archive">The archive that was published.</param>
/// <param name="Read">How many report files were read; the others were unchanged since the last build.</param>
/// <param name="Change">What changed in the output; null if nothing was published, because of <see cref="SiteBuilder.Strict"/>.</param>
/// <param name="Concerns">The worst errors and warnings, with their files.</param>
/// <param name="ConcernCount">How many there are in all.</param>
public sealed record BuildResult(
    ReportArchive Archive, int Read, OutputChange? Change, ImmutableArray<Concern> Concerns, int ConcernCount)
{
    /// <summary>How many problems were not allowed; 0 unless <see cref="Change"/> is null.</summary>
    public int Refused { get; init; }

    /// <summary>What is wrong with the archive itself, a line each; what is wrong with a report stands on its page.</summary>
    public IEnumerable<string> Mistakes => Archive.Diagnostics
        .Where(said => said.Diagnostic.Severity >= Severity.Error)
        .Select(said => $"{said.Diagnostic.Chinese} {said.Diagnostic.English}");
}

/// <summary>The whole way from an input folder to a site: read, assemble, render, write.</summary>
public sealed class SiteBuilder
{
    /// <summary>How many errors and warnings a result lists if it is not told otherwise.</summary>
    public const int UsuallyShown = 10;

    /// <summary>Where what was read is kept for the next build; null to do without.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether what the last build kept is not used.</summary>
    public bool IsClean { get; init; }

    /// <summary>The address of the site, instead of the one in <c>archive.yml</c>; null to take that.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Globs over the paths of report files; only those that match one are built. Empty for all.</summary>
    public ImmutableArray<string> Only { get; init; } = [];

    /// <summary>The least severe problem with which nothing is published; a relation that fails is an error here. Null to publish whatever there is.</summary>
    public Severity? Strict { get; init; }

    /// <summary>How many errors and warnings the result lists, the worst first.</summary>
    public int ConcernsShown { get; init; } = UsuallyShown;

    /// <summary>Makes what reads a report, given the register and what reading needs.</summary>
    public Func<AgencyRegister, ReadingTools, ReadReport> Reader { get; init; } = (register, tools) => new ReportReader(register, tools).Read;

    /// <summary>Makes the pages; null for data only.</summary>
    public IPages? Pages { get; init; }

    /// <summary>How many files are worked on at once.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Told of each step of the work.</summary>
    public IBuildProgress Progress { get; init; } = IBuildProgress.None;

    /// <summary>Builds. If it fails or is cancelled, the former output stands.</summary>
    /// <exception cref="UserError">Something that the user has to mend.</exception>
    public BuildResult Build(string inputFolder, IOutput output, CancellationToken cancel)
    {
        var input = Chosen(InputFinder.InFolder(inputFolder));
        Progress.Begin("读取 Reading", input.Files.Length);
        if (IsClean && CacheFolder is not null)
            ReportPack.Forget(CacheFolder, CacheName(inputFolder));
        using var tools = new ReadingTools(input.Settings.Limits);
        var reading = InputReader.Read(input, Reader(input.Register, tools), CacheFolder, CacheName(inputFolder), Workers, Progress.Advance, cancel);
        using var files = reading.Store;
        var store = new JoinedReports(reading);
        var archive = HistoryReader.Date(ArchiveAssembler.Assemble(reading.Input, store.Summaries), inputFolder, cancel);
        var concerns = Concern.WorstOf(archive, store, ConcernsShown);
        if (Strict is { } least && Concern.CountOf(archive, least) is > 0 and var refused)
            return new BuildResult(archive, reading.Read, null, concerns, Concern.CountOf(archive)) { Refused = refused };

        // Every report gives a page, its data and its source; the rest is few.
        Progress.Begin("生成 Writing", input.Files.Length * 4);
        var written = new ConcurrentBag<WrittenFile>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel };
        void Write(IEnumerable<OutputFile> made) => Parallel.ForEach(Partitioner.Create(made, EnumerablePartitionerOptions.NoBuffering), parallel, file => written.Add(output.Write(file)));
        using var search = new SearchIndex(archive);
        using var tables = new TableFiles(archive);
        Parallel.ForEach(FilesOf(archive, store, search, tables), parallel, file =>
        {
            written.Add(output.Write(file));
            Progress.Advance();
        });
        Progress.Begin("索引 Indexing", 0);
        foreach (var file in search.Write(output, parallel))
            written.Add(file);
        Progress.Begin("数据 Data", 0);
        foreach (var round in DataFiles.Rounds(archive, store, tables, output, () => DataFile.Among(written)))
            Write(round);
        Write(Pages?.Last(archive, DataFile.Among(written)) ?? []);
        Write(Sitemap.Of(archive, [.. written]));
        output.Write(Manifest.Of(written));
        cancel.ThrowIfCancellationRequested();
        return new BuildResult(archive, reading.Read, output.Commit(), concerns, Concern.CountOf(archive));
    }

    /// <summary>What is to be built of a folder, with the address that was asked for.</summary>
    private InputFolder Chosen(InputFolder input)
    {
        if (BaseUrl is { } address)
            input = input with
            {
                Settings = input.Settings with
                {
                    BaseUrl = WebAddress.Of(address) is not null
                        ? address.TrimEnd('/')
                        : throw new UserError($"--base-url 应以 http:// 或 https:// 开头：{address}。", $"--base-url must begin with http:// or https://: {address}"),
                },
            };
        if (Only.IsEmpty)
            return input;
        var globs = new Matcher(StringComparison.Ordinal);
        globs.AddIncludePatterns(Only);
        return input with
        {
            Files = [.. input.Files.Where(file => globs.Match(file.Path).HasMatches)],
            Withdrawn = [.. input.Withdrawn.Where(file => globs.Match(file.Path).HasMatches)],
            IsPart = true,
        };
    }

    /// <summary>All files that can be made at once: long ones first, then each report's files one after the other, since its report is loaded then.</summary>
    private IEnumerable<OutputFile> FilesOf(ReportArchive archive, IReportStore store, SearchIndex search, TableFiles tables)
    {
        foreach (var file in DataFiles.OfArchive(archive, store).Concat(FeedFiles.Of(archive)))
            yield return file;
        var reports = archive.Agencies.SelectMany(agency => agency.Reports.Select(entry => (Agency: agency, Entry: entry))).ToDictionary(report => ReportPaths.Page(report.Entry), StringComparer.Ordinal);
        foreach (var page in Pages?.Of(archive, store) ?? [])
        {
            yield return page;
            if (reports.Remove(page.Path, out var report))
                foreach (var file in FilesOf(report.Agency, report.Entry))
                    yield return file;
        }

        foreach (var report in reports.Values)
            foreach (var file in FilesOf(report.Agency, report.Entry))
                yield return file;

        IEnumerable<OutputFile> FilesOf(AgencyEntry agency, ReportEntry entry) =>
            DataFiles.OfReport(agency, entry, store, tables).Prepend(search.TextOf(agency, entry, store));
    }

    /// <summary>The name of the cache of what was read in an input folder.</summary>
    internal static string CacheName(string inputFolder) =>
        PathName.WithHash("reports", Path.GetFullPath(inputFolder));
}
