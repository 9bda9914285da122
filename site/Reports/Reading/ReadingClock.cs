using System.Diagnostics;

namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// How long a thread has been at work on a file. Waiting for a program that has a limit of its own (Node, LibreOffice) does not count. The
/// thread itself starts and pauses its clock; others may look at it.
/// </summary>
public sealed class ReadingClock
{
    [ThreadStatic]
    private static ReadingClock? _own;

    private readonly Lock _setting = new();
    private TimeSpan _before;
    private long? _since;

    /// <summary>The time that counted so far.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_setting)
                return _before + (_since is { } since ? Stopwatch.GetElapsedTime(since) : TimeSpan.Zero);
        }
    }

    /// <summary>Makes it the clock of the calling thread, and lets it run.</summary>
    public static ReadingClock Start()
    {
        _own = new ReadingClock();
        _own.Go();
        return _own;
    }

    /// <summary>Stops the clock of the calling thread, if it has one, until what is given back is disposed.</summary>
    public static IDisposable Pause() => new Stop(_own);

    private void Go()
    {
        lock (_setting)
            _since ??= Stopwatch.GetTimestamp();
    }

    private void Halt()
    {
        lock (_setting)
        {
            if (_since is { } since)
                _before += Stopwatch.GetElapsedTime(since);
            _since = null;
        }
    }

    private sealed class Stop : IDisposable
    {
        private readonly ReadingClock? _clock;

        public Stop(ReadingClock? clock)
        {
            _clock = clock;
            _clock?.Halt();
        }

        public void Dispose() => _clock?.Go();
    }
}
