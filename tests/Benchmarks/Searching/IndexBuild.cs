using System.Diagnostics;
using DisclosureArchive.Benchmarks.Comparing;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Search;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>Our index made for itself, in memory, of reports that were read before.</summary>
/// <param name="Seconds">For the texts and the index, on all cores.</param>
/// <param name="Agencies">Names of the archive's agencies.</param>
internal sealed record IndexBuild(double Seconds, IReadOnlyList<string> Agencies)
{
    /// <param name="input">A folder of reports.</param>
    public static IndexBuild Measure(string input)
    {
        IndexBuild? built = null;
        ReadArchive.Give(input, (archive, store) =>
        {
            var clock = Stopwatch.StartNew();
            using var index = new SearchIndex(archive);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.ForEach(
                archive.Agencies.SelectMany(agency => agency.Reports.Select(entry => index.TextOf(agency, entry, store))), parallel,
                text => text.Content());
            index.Write(new MemoryOutput(), parallel);
            built = new IndexBuild(clock.Elapsed.TotalSeconds, [.. archive.Agencies.Select(agency => agency.Name)]);
        });
        return built!;
    }
}
