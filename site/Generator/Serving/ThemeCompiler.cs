using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Checking;

namespace DisclosureArchive.Generator.Serving;

/// <summary>
/// Compiles the program with the theme as it stands, in a folder of its own: neither the running program nor what other builds keep is touched.
/// Nothing is left running when it is done. The first time takes longest; the folder may stay for the next preview.
/// </summary>
/// <param name="project">The program's project.</param>
/// <param name="folder">Where it works.</param>
internal sealed partial class ThemeCompiler(string project, string folder)
{
    private static readonly Dictionary<string, string> Environment = new()
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
    };

    // Style is looked after by builds that are meant to last.
    private static readonly string[] Options =
    [
        "--nologo", "-v", "quiet", "-tl:off", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false",
        "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false", "-p:GenerateDocumentationFile=false",
    ];

    private bool _isRestored;

    /// <summary>The program that the last compilation without errors gave, to be run with <c>dotnet</c>.</summary>
    public string Program => Path.Combine(folder, "bin", Path.GetFileNameWithoutExtension(project), "debug", Path.GetFileNameWithoutExtension(project) + ".dll");

    /// <summary>Compiles.</summary>
    /// <returns>What is wrong, a line each, beginning with its place; nothing if all is well.</returns>
    public ImmutableArray<string> Compile(CancellationToken cancel)
    {
        var (code, output, error) = ChildProgram.Run("dotnet", ["build", project, "--artifacts-path", folder, .. Options, .. _isRestored ? (string[])["--no-restore"] : []], Environment, cancel);
        if (code == 0)
        {
            _isRestored = true;
            return [];
        }

        ImmutableArray<string> mistakes = [.. Lines(output).Select(line => Mistake().Match(line)).Where(mistake => mistake.Success).Select(Describe).Distinct()];
        return mistakes.IsEmpty
            ? [.. Lines($"{error}\n{output}").Take(5).DefaultIfEmpty($"dotnet build: {code}")]
            : mistakes;
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ConsoleText.Safe);

    private static string Describe(Match mistake)
    {
        var file = mistake.Groups["file"].Value;
        var place = Path.IsPathRooted(file) ? Path.GetRelativePath(".", file) : file;
        return $"{place}{(mistake.Groups["line"] is { Success: true } line ? $":{line.Value}" : "")} 编译出错 Does not compile: {mistake.Groups["text"].Value} ({mistake.Groups["code"].Value})";
    }

    /// <summary>As MSBuild writes them: <c>file(line,column): error CODE: text [project]</c>.</summary>
    [GeneratedRegex(@"^(?<file>[^\s(][^(]*?)\s*(?:\((?<line>\d+)(?:,\d+){0,3}\))?\s*: error (?<code>\w+)\s*: (?<text>.+?)(?: \[[^\[\]]+\])?$")]
    private static partial Regex Mistake();
}
