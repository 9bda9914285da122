using System.Diagnostics;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>The pages of a site, and how long they took to fill and render, on all threads together. Thread-safe.</summary>
internal sealed class TimedPages : IPages
{
    private readonly SitePages _pages = new();
    private long _ticks;
    private int _count;

    public TimeSpan Taken => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    public int Count => _count;

    public IEnumerable<OutputFile> Of(ReportArchive archive, IReportStore store) => _pages.Of(archive, store).Select(Timed);

    public IEnumerable<OutputFile> Last(ReportArchive archive, IReadOnlyList<DataFile> files) => _pages.Last(archive, files).Select(Timed);

    private OutputFile Timed(OutputFile page) => new(page.Path, () =>
    {
        var begun = Stopwatch.GetTimestamp();
        var content = page.Content();
        Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - begun);
        Interlocked.Increment(ref _count);
        return content;
    });
}
