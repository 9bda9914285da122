using System.CommandLine;
using DisclosureArchive.Generator.Checking;
using DisclosureArchive.Generator.Comparing;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Commands;

/// <summary>
/// <c>diff OLD NEW</c>: how the data of two outputs differ. Each is an output folder, or a git revision whose reports are built with this program
/// into a temporary folder. It returns 0 whether or not they differ.
/// </summary>
internal sealed class DiffCommand
{
    private readonly Argument<string> _old = new("旧");

    private readonly Argument<string> _new = new("新");

    private readonly Option<string> _format = new("--format")
    {
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string> _input = new("--input", "-i")
    {
        DefaultValueFactory = _ => "input",
    };

    public Command Make()
    {
        _format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new Command("diff") { _old, _new, _format, _input };
        command.SetAction((parsed, cancel) => Task.Run(
            () => Run(parsed.GetValue(_old)!, parsed.GetValue(_new)!, parsed.GetValue(_input)!, parsed.GetValue(_format)!, parsed.InvocationConfiguration, cancel), CancellationToken.None));
        return command;
    }

    private static int Run(string old, string @new, string inputFolder, string format, InvocationConfiguration told, CancellationToken cancel)
    {
        var temporary = Directory.CreateTempSubdirectory("disclosure-archive-");
        try
        {
            var difference = TerminalProgress.Show(told.Error, progress =>
            {
                // Both are built from the same path, so that the second is read from the cache of the first as far as they are alike.
                string Output(string revision, string name) =>
                    Directory.Exists(revision) ? revision : Build(revision, inputFolder, temporary.FullName, name, progress, cancel);
                return DataDifference.Between(old, Output(old, "old"), @new, Output(@new, "new"));
            });
            switch (format)
            {
                case "json":
                    told.Output.Write(Json.Text(json => DifferenceJson.Write(json, difference)));
                    break;
                case "markdown":
                    told.Output.Write(DifferenceMarkdown.Of(difference));
                    break;
                default:
                    DifferenceText.Write(told.Output, difference);
                    break;
            }

            return ExitCode.Done;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Builds the reports of a revision. Gives the output folder.</summary>
    private static string Build(string revision, string inputFolder, string temporary, string name, IBuildProgress progress, CancellationToken cancel)
    {
        var git = GitRepository.Of(".", cancel);
        var commit = git.Commit(revision);
        var below = FolderPath.Within(inputFolder, Environment.CurrentDirectory)?.TrimEnd('/')
            ?? throw new UserError($"--input {inputFolder} 不在当前文件夹之内，git 的版本里没有它。", $"--input {inputFolder} is not below the current folder, so no revision has it.");
        var input = Path.Combine(temporary, "input");
        if (Directory.Exists(input))
            Directory.Delete(input, recursive: true);
        git.Export(commit, below == "." ? git.Prefix : $"{git.Prefix}{below}/", input, _ => true);
        var folder = Path.Combine(temporary, name);
        using var output = new FolderOutput(folder);
        new SiteBuilder { Pages = new SitePages(), CacheFolder = Path.Combine(temporary, "cache"), Progress = progress }.Build(input, output, cancel);
        return folder;
    }
}
