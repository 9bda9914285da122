using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using DisclosureArchive.Generator.Serving;

namespace DisclosureArchive.Generator.Commands;

/// <summary>The program's command line.</summary>
public static class CommandLine
{
    /// <summary>Said before all else, <c>[theme:DIR]</c>: the theme's style, scripts and words come from there. A preview has it said to a newly compiled program.</summary>
    internal const string Theme = "theme";

    /// <summary>All commands with their options.</summary>
    internal static RootCommand Make(HelpTexts texts)
    {
        var builder = new BuildCommand();
        var root = new RootCommand();
        builder.Attach(root);
        var build = new Command("build");
        builder.Attach(build);
        root.Subcommands.Add(build);
        root.Subcommands.Add(new CheckCommand().Make());
        root.Subcommands.Add(new DiffCommand().Make());
        root.Subcommands.Add(new InspectCommand().Make());
        root.Subcommands.Add(new VerifyCommand().Make());
        root.Subcommands.Add(new PublishCommand().Make());
        root.Subcommands.Add(new ServeCommand().Make());
        root.Subcommands.Add(new InitCommand().Make());
        root.Subcommands.Add(new NewCommand().Make());
        root.Subcommands.Add(new CompletionCommand().Make());
        root.Directives.Add(new Directive(Theme));
        root.Options.OfType<HelpOption>().Single().Action = new HelpWriter(texts);
        return root;
    }

    /// <summary>Runs the program. What goes wrong is told in one line.</summary>
    /// <returns>The exit code: 0 done, 1 failed, 2 the command line is wrong, 130 cancelled.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = Make(HelpTexts.Current);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
            return TellMistake(parsed, error);
        try
        {
            if (parsed.GetResult(root.Directives.Single(directive => directive.Name == Theme)) is { Values: [var theme, ..] })
                ThemeSource.TakeFiles(theme);
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            });
        }
        catch (Exception problem)
        {
            return Tell(problem, error);
        }
    }

    private static int TellMistake(ParseResult parsed, TextWriter error)
    {
        var unknown = string.Join(" ", parsed.UnmatchedTokens);
        var option = parsed.Errors.Select(mistake => mistake.SymbolResult).OfType<OptionResult>().FirstOrDefault()?.Option;
        error.WriteLine(unknown.Length > 0
            ? $"错误 命令行有误，不认识“{unknown}”。 Wrong usage: {unknown} is not known."
            : option is not null
                ? $"错误 命令行有误：{option.Name} 缺少值，或者值不对。 Wrong usage: {option.Name} has no value, or one that it can't have."
                : "错误 命令行不完整，命令后面缺少文件名。 Incomplete usage: a file name is missing.");
        error.WriteLine();
        new HelpWriter(HelpTexts.Current).Write(error, parsed.CommandResult.Command);
        return ExitCode.Usage;
    }

    private static int Tell(Exception problem, TextWriter error)
    {
        if (First(problem) is OperationCanceledException)
        {
            error.WriteLine("已中止，原有输出未改动。 Cancelled; the former output is unchanged.");
            return ExitCode.Cancelled;
        }

        error.WriteLine(Describe(problem));
        return ExitCode.Failed;
    }

    /// <summary>What went wrong, in one line.</summary>
    internal static string Describe(Exception problem) =>
        First(problem) switch
        {
            UserError told => $"错误 {told.Message}",
            IOException or UnauthorizedAccessException => $"错误 读写文件失败 Reading or writing failed: {First(problem).Message.ReplaceLineEndings(" ")}",
            var bug => $"错误 程序出错，请报告这个问题 A bug, please report it: {bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")} {FirstFrame(bug)}",
        };

    /// <summary>Of what went wrong in several threads, the first.</summary>
    private static Exception First(Exception problem) => problem is AggregateException { InnerExceptions: [var first, ..] } ? first : problem;

    /// <summary>Where a bug showed itself, without a path of the machine.</summary>
    private static string FirstFrame(Exception problem) =>
        problem.TargetSite is { } method ? $"({method.DeclaringType?.Name}.{method.Name})" : "";
}
