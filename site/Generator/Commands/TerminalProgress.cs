using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DisclosureArchive.Generator.Commands;

/// <summary>Shows how far a build has come, on a terminal.</summary>
internal sealed class TerminalProgress(ProgressContext context) : IBuildProgress
{
    private ProgressTask? _stage;

    /// <summary>Runs work and shows its progress, with counts and the time that remains, if what is not findings goes to a terminal.</summary>
    /// <param name="error">Where what is not findings goes.</param>
    public static T Show<T>(TextWriter error, Func<IBuildProgress, T> work) =>
        error == Console.Error && !Console.IsErrorRedirected
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
