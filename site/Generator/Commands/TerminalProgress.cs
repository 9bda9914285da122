using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DisclosureArchive.Generator.Commands;

/// <summary>Shows how far a build has come, on a terminal.</summary>
internal sealed class TerminalProgress(ProgressContext context) : IBuildProgress
{
    private ProgressTask? _stage;

    /// <summary>Runs work and shows its progress, with counts and the time that remains, on the standard error stream if that is a terminal.</summary>
    public static T Show<T>(bool terminal, Func<IBuildProgress, T> work) =>
        terminal
            ? AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
                .Progress().AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new RemainingTimeColumn())
                .Start(context => work(new TerminalProgress(context)))
            : work(IBuildProgress.None);

    /// <summary>How many steps of a stage are made: 120/3000.</summary>
    private sealed class CountColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}")).RightJustified();
    }

    public void Begin(string stage, int steps)
    {
        _stage?.StopTask();
        _stage = context.AddTask(stage, maxValue: Math.Max(steps, 1));
    }

    public void Advance() => _stage?.Increment(1);
}
