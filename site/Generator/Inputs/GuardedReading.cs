using System.Globalization;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Lets a file be read so that, whatever is in it, what comes of it is a value: a failure and too long a time are told as diagnostics.</summary>
internal static class GuardedReading
{
    /// <summary>What reading gives, or what stands for a file that made it fail.</summary>
    public static T Try<T>(Func<T> read, Func<Diagnostic, T> unread)
    {
        try
        {
            return read();
        }
        catch (Exception problem)
        {
            return unread(DiagnosticRules.ReadingFailed.For($"{problem.GetType().Name}{(problem.TargetSite is { } method ? $" {method.DeclaringType?.Name}.{method.Name}" : "")}"));
        }
    }

    /// <summary>The same on a thread of its own, within the time for a file.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static T TryInTime<T>(ReadingLimits limits, Func<T> read, Func<Diagnostic, T> unread, CancellationToken cancel)
    {
        var result = default(T);
        new WatchedThreads<T>
        {
            Count = 1,
            Workers = 1,
            Limit = limits.Time,
            Work = _ => Try(read, unread),
            GiveUp = _ => unread(TookTooLong(limits)),
            PassOver = _ => unread(DiagnosticRules.NotReached.For()),
            Done = (_, given) => result = given,
        }.Run(cancel);
        return result!;
    }

    public static Diagnostic TookTooLong(ReadingLimits limits) =>
        DiagnosticRules.TookTooLong.For(limits.Time.TotalSeconds.ToString(CultureInfo.InvariantCulture));
}
