using System.CommandLine;

namespace DisclosureArchive.Generator.Commands;

/// <summary><c>completion SHELL</c>: the script that lets a shell complete our commands; the program itself tells it what may stand where.</summary>
internal sealed class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new Argument<string>("外壳").AcceptOnlyFromAmong(Shells);

    public Command Make()
    {
        var command = new Command("completion") { _shell };
        command.SetAction(parsed =>
        {
            using var script = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"Completion.{parsed.GetValue(_shell)}")!);
            parsed.InvocationConfiguration.Output.Write(script.ReadToEnd());
            return ExitCode.Done;
        });
        return command;
    }
}
