using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>An archive as a build has it before it writes anything.</summary>
internal static class ReadArchive
{
    /// <summary>Reads the reports of a folder and gives them away; nothing is built.</summary>
    public static void Give(string input, Action<ReportArchive, IReportStore> use)
    {
        using var enough = new CancellationTokenSource();
        var taker = new Taker((archive, store) =>
        {
            use(archive, store);
            enough.Cancel();
        });
        try
        {
            // With one worker nothing else runs meanwhile.
            new SiteBuilder { Workers = 1, Pages = taker }.Build(input, new MemoryOutput(), enough.Token);
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // What would follow is not of interest.
        }
    }

    /// <summary>A builder gives its archive to what makes the pages.</summary>
    private sealed class Taker(Action<ReportArchive, IReportStore> take) : IPages
    {
        public IEnumerable<OutputFile> Of(ReportArchive archive, IReportStore store)
        {
            take(archive, store);
            return [];
        }
    }
}
