using System.Diagnostics;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>How long pages took to fill and render, on all threads together. Thread-safe.</summary>
internal sealed class PageTimes
{
    private long _ticks;
    private int _count;

    public TimeSpan Taken => Stopwatch.GetElapsedTime(0, Interlocked.Read(ref _ticks));

    public int Count => _count;

    /// <summary>The same file, timed when its content is made.</summary>
    public OutputFile Timed(OutputFile page) => new(page.Path, () =>
    {
        var begun = Stopwatch.GetTimestamp();
        var content = page.Content();
        Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - begun);
        Interlocked.Increment(ref _count);
        return content;
    });
}
