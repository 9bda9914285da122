using Spectre.Console;

namespace DisclosureArchive.Generator.Commands;

/// <summary>Shows how far a build has come, on a terminal.</summary>
internal sealed class TerminalProgress(ProgressContext context) : IBuildProgress
{
    private ProgressTask? _stage;

    /// <summary>Runs work and shows its progress if this is a terminal.</summary>
    public static T Show<T>(bool terminal, Func<IBuildProgress, T> work) =>
        terminal
            ? AnsiConsole.Progress().AutoClear(true).Start(context => work(new TerminalProgress(context)))
            : work(IBuildProgress.None);

    public void Begin(string stage, int steps)
    {
        _stage?.StopTask();
        _stage = context.AddTask(stage, maxValue: Math.Max(steps, 1));
    }

    public void Advance() => _stage?.Increment(1);
}
