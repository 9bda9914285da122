using System.Diagnostics;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Works on many pieces with threads of its own, each piece under a clock. A piece that takes too long is given up: another thread goes on in place
/// of its own, which is left behind, for no thread can be stopped from outside; what it may still find counts for nothing. So that those left behind don't fill
/// the machine there are only so many at a time: then the rest waits for them to end, and is given up if they don't.
/// </summary>
/// <typeparam name="T">What a piece gives.</typeparam>
internal sealed class WatchedThreads<T>
{
    /// <summary>Room for what nests deep; it is used only where it is needed.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>How long, in limits of a piece, the rest waits for those left behind.</summary>
    private const int LongestWait = 6;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly object _gate = new();
    private readonly List<Worker> _workers = [];
    private readonly List<Worker> _leftBehind = [];
    private int _next;
    private Exception? _failure;

    /// <summary>How many pieces there are.</summary>
    public required int Count { get; init; }

    /// <summary>How many threads work at once; as many and one may be left behind.</summary>
    public required int Workers { get; init; }

    /// <summary>How long a piece may take.</summary>
    public required TimeSpan Limit { get; init; }

    /// <summary>Does a piece; it must do nothing that may not be done in vain.</summary>
    public required Func<int, T> Work { get; init; }

    /// <summary>What stands for a piece that took too long.</summary>
    public required Func<int, T> GiveUp { get; init; }

    /// <summary>What stands for a piece that was not begun, since those left behind fill the machine.</summary>
    public required Func<int, T> PassOver { get; init; }

    /// <summary>Takes what a piece gave: once for each piece, from any thread.</summary>
    public required Action<int, T> Done { get; init; }

    /// <summary>Does all pieces.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="AggregateException">What was thrown on the way.</exception>
    public void Run(CancellationToken cancel)
    {
        lock (_gate)
        {
            var waiting = new Stopwatch();
            while (GoesOn(cancel) && (_workers.Count > 0 || _next < Count))
            {
                while (_workers.Count < Workers && _leftBehind.Count <= Workers && _next < Count)
                    Begin();
                Monitor.Wait(_gate, Look);
                foreach (var worker in _workers.ToList())
                    LookAfter(worker);
                if (_workers.Count > 0)
                    waiting.Reset();
                else
                    waiting.Start();
                if (waiting.Elapsed > Limit * LongestWait)
                    PassOverRest(cancel);
            }

            // Nothing is begun any more. Who is at work ends it, for what it works with is about to be closed.
            _next = Count;
            while (_workers.Count > 0)
            {
                Monitor.Wait(_gate, Look);
                _workers.RemoveAll(worker => worker.TryGiveUp(Limit) is not null);
            }
        }

        cancel.ThrowIfCancellationRequested();
        if (_failure is not null)
            throw new AggregateException(_failure);
    }

    private bool GoesOn(CancellationToken cancel) => _failure is null && !cancel.IsCancellationRequested;

    private void Begin()
    {
        var worker = new Worker();
        _workers.Add(worker);
        new Thread(() => Go(worker), StackBytes) { IsBackground = true, Name = "reader" }.Start();
    }

    private void Go(Worker worker)
    {
        try
        {
            while (Next() is >= 0 and var index)
            {
                var piece = worker.Begin(index);
                var given = Work(index);
                if (!piece.TryEnd())
                    return;
                Done(index, given);
            }
        }
        catch (Exception problem)
        {
            Fail(worker, problem);
        }
        finally
        {
            lock (_gate)
            {
                _workers.Remove(worker);
                _leftBehind.Remove(worker);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private int Next() => Interlocked.Increment(ref _next) - 1 is var next && next < Count ? next : -1;

    /// <summary>How a thread fails that was left behind is nobody's concern.</summary>
    private void Fail(Worker worker, Exception problem)
    {
        lock (_gate)
            if (_workers.Contains(worker))
                _failure ??= problem;
    }

    private void LookAfter(Worker worker)
    {
        if (worker.TryGiveUp(Limit) is not { } index)
            return;
        _workers.Remove(worker);
        _leftBehind.Add(worker);
        Done(index, GiveUp(index));
    }

    private void PassOverRest(CancellationToken cancel)
    {
        while (GoesOn(cancel) && Next() is >= 0 and var index)
            Done(index, PassOver(index));
    }

    private sealed class Worker
    {
        private volatile Piece? _piece;

        public Piece Begin(int index) => _piece = new Piece(index, ReadingClock.Start());

        /// <summary>The piece that it is at, if that took too long and has not ended by itself.</summary>
        public int? TryGiveUp(TimeSpan limit) => _piece is { } piece && piece.Clock.Elapsed > limit && piece.TryEnd() ? piece.Index : null;
    }

    private sealed class Piece(int index, ReadingClock clock)
    {
        private int _isEnded;

        public int Index => index;

        public ReadingClock Clock => clock;

        /// <summary>Ends it, for the thread that did it or for the one that gives it up; false for whoever comes second.</summary>
        public bool TryEnd() => Interlocked.Exchange(ref _isEnded, 1) == 0;
    }
}
