using System.Diagnostics;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Search;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>Our index made for itself, in memory, of reports that were read before.</summary>
/// <param name="Seconds">For the texts and the index, on all cores.</param>
/// <param name="Agencies">Names of the archive's agencies.</param>
internal sealed record IndexBuild(double Seconds, IReadOnlyList<string> Agencies)
{
    /// <param name="input">A folder of reports.</param>
    /// <param name="output">An empty folder; it stays so.</param>
    public static IndexBuild Measure(string input, string output)
    {
        IndexBuild? built = null;
        using var enough = new CancellationTokenSource();
        using var folder = new FolderOutput(output);

        // A builder gives its archive to what makes the pages; with one worker nothing else runs meanwhile.
        var builder = new SiteBuilder
        {
            Workers = 1,
            Pages = (archive, store) =>
            {
                var clock = Stopwatch.StartNew();
                using var index = new SearchIndex(archive);
                var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
                Parallel.ForEach(
                    archive.Agencies.SelectMany(agency => agency.Reports.Select(entry => index.TextOf(agency, entry, store))), parallel,
                    text => text.Content());
                index.Write(new MemoryOutput(), parallel);
                built = new IndexBuild(clock.Elapsed.TotalSeconds, [.. archive.Agencies.Select(agency => agency.Name)]);
                enough.Cancel();
                return [];
            },
        };
        try
        {
            builder.Build(input, folder, enough.Token);
        }
        catch (OperationCanceledException) when (built is not null)
        {
            return built;
        }

        throw new InvalidOperationException("The build did not stop.");
    }
}
