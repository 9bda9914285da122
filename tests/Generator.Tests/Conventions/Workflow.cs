using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Commands;
using YamlDotNet.RepresentationModel;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>A workflow of the repository, and what is wrong with it.</summary>
internal sealed partial class Workflow
{
    /// <summary>Which job of which workflow may write what; all else may only read.</summary>
    private static readonly Dictionary<string, string[]> MayWrite = new(StringComparer.Ordinal)
    {
        ["preview-comment.yml/comment"] = ["pull-requests"],
        ["publish.yml/deploy"] = ["pages", "id-token"],
        ["release.yml/release"] = ["contents"],
    };

    private readonly string _name;
    private readonly string _text;
    private readonly YamlMappingNode _root;

    public Workflow(string name, string text)
    {
        (_name, _text) = (name, text);
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        _root = (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    public static string Folder => Path.Combine(Repository.Root, ".github", "workflows");

    public IEnumerable<KeyValuePair<string, YamlMappingNode>> Jobs =>
        Pairs(_root, "jobs").Select(job => KeyValuePair.Create(job.Key, (YamlMappingNode)job.Value));

    public IEnumerable<YamlMappingNode> Steps => Jobs.SelectMany(job => ((YamlSequenceNode)job.Value["steps"]).Children.Cast<YamlMappingNode>());

    /// <summary>What is written for shells, in order, with the environment that workflow, job and step give it.</summary>
    public IEnumerable<(string Run, Dictionary<string, string> Environment)> ShellSteps =>
        from job in Jobs
        from YamlMappingNode step in (YamlSequenceNode)job.Value["steps"]
        let run = Text(step, "run")
        where run is not null
        select (run, Pairs(_root, "env").Concat(Pairs(job.Value, "env")).Concat(Pairs(step, "env"))
            .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pairs => pairs.Key, pairs => Plain(pairs.Last().Value), StringComparer.Ordinal));

    /// <summary>What is written for shells.</summary>
    public IEnumerable<string> Runs => ShellSteps.Select(step => step.Run);

    /// <summary>What is written for actions/github-script.</summary>
    public IEnumerable<string> Scripts => Steps.Select(step => At(step, "with") is YamlMappingNode with ? Text(with, "script") : null).OfType<string>();

    /// <summary>All that breaks a rule, in words.</summary>
    public IEnumerable<string> Faults() => Permissions().Concat(Actions()).Concat(Texts()).Concat(Triggers()).Concat(Commands()).Select(fault => $"{_name}: {fault}");

    private IEnumerable<string> Permissions()
    {
        if (At(_root, "permissions") is not YamlMappingNode)
            yield return "the workflow does not say what it may do";
        foreach (var (right, level) in Pairs(_root, "permissions"))
            if (Plain(level) is not ("read" or "none"))
                yield return $"the whole workflow may {Plain(level)} {right}";
        foreach (var (job, node) in Jobs)
        {
            if (At(node, "permissions") is { } rights and not YamlMappingNode)
                yield return $"{job} has all rights at once: {Plain(rights)}";
            foreach (var (right, level) in Pairs(node, "permissions"))
                if (Plain(level) is not ("read" or "none") && !MayWrite.GetValueOrDefault($"{_name}/{job}", []).Contains(right))
                    yield return $"{job} may {Plain(level)} {right}";
            if (At(node, "timeout-minutes") is null)
                yield return $"{job} may run for hours";
        }
    }

    private IEnumerable<string> Actions()
    {
        foreach (Match use in Use().Matches(_text))
            if (!Pinned().IsMatch(use.Groups[1].Value))
                yield return $"not pinned by a commit with its version: {use.Groups[1].Value}";
        if (Use().Count(_text) != Steps.Count(step => Text(step, "uses") is not null))
            yield return "a use that this test does not see";
        foreach (var step in Steps.Where(step => Text(step, "uses") is { } uses && uses.StartsWith("actions/checkout@", StringComparison.Ordinal)))
            if ((At(step, "with") is YamlMappingNode with ? Text(with, "persist-credentials") : null) != "false")
                yield return "a checkout leaves its token behind";
    }

    /// <summary>An expression is put into a script as text, whatever it holds: values come through the environment alone.</summary>
    private IEnumerable<string> Texts() =>
        Runs.Concat(Scripts).Where(text => text.Contains("${{", StringComparison.Ordinal)).Select(text => $"an expression within a script: {text.Trim()}");

    private IEnumerable<string> Triggers()
    {
        var events = Pairs(_root, "on").Select(pair => pair.Key).ToList();
        if (events.Count == 0)
            yield return "what starts it is not seen";
        if (events.Contains("pull_request_target"))
            yield return "pull_request_target runs with rights beside what strangers wrote";
        if (events.Contains("pull_request") && _text.Contains("secrets.", StringComparison.Ordinal))
            yield return "secrets beside what strangers wrote";
        if (events.Contains("workflow_run") && (_text.Contains("actions/checkout@", StringComparison.Ordinal) || Runs.Any()))
            yield return "what follows a pull request's run must neither check out nor run anything";
    }

    private IEnumerable<string> Commands()
    {
        foreach (var run in Runs)
        {
            foreach (var arguments in Calls(run))
            {
                // What looks like an option that a command does not have is taken for one of its file names.
                var parsed = CommandLine.Make(HelpTexts.Current).Parse(arguments);
                var unknown = parsed.Tokens.Where(token => token.Type == TokenType.Argument && token.Value.StartsWith('-')).Select(token => token.Value);
                foreach (var mistake in parsed.Errors.Select(error => error.Message).Concat(unknown))
                    yield return $"the program has no such command: {string.Join(' ', arguments)} ({mistake})";
            }

            foreach (Match script in Script().Matches(run))
            {
                var path = Path.Combine(Repository.Root, script.Value);
                if (!File.Exists(path) || (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) == 0))
                    yield return $"no script that can be run: {script.Value}";
            }
        }
    }

    /// <summary>The arguments of each call of our program.</summary>
    internal static IEnumerable<string[]> Calls(string run) =>
        from Match call in Call().Matches(run.Replace("\\\n", " ", StringComparison.Ordinal))
        select Argument().Matches(call.Groups[1].Value).Select(argument => argument.Value.Trim('"', '\'')).ToArray();

    private static YamlNode? At(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static string? Text(YamlMappingNode node, string key) => At(node, key) is YamlScalarNode { Value: { } value } ? value : null;

    private static IEnumerable<KeyValuePair<string, YamlNode>> Pairs(YamlMappingNode node, string key) =>
        At(node, key) is YamlMappingNode pairs ? pairs.Children.Select(pair => KeyValuePair.Create(Plain(pair.Key), pair.Value)) : [];

    private static string Plain(YamlNode node) => ((YamlScalarNode)node).Value!;

    [GeneratedRegex(@"^\s*(?:- )?uses:\s*(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Use();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"--project site/Generator\b[^\n]*? -- ([^\n|>&;]+)")]
    private static partial Regex Call();

    [GeneratedRegex("""("[^"]*"|'[^']*'|\S+)""")]
    private static partial Regex Argument();

    [GeneratedRegex(@"(?<![\w/])(?:\.ci|\.github|tests)/[\w./-]+")]
    private static partial Regex Script();
}
