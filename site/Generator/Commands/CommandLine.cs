using System.CommandLine;

namespace DisclosureArchive.Generator.Commands;

/// <summary>The program's command line.</summary>
public static class CommandLine
{
    /// <summary>Runs the program. What goes wrong is told in one line.</summary>
    /// <returns>The exit code: 0 done, 1 failed, 2 the command line is wrong, 130 cancelled.</returns>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var builder = new BuildCommand();
        var root = new RootCommand("把政府信息公开工作年度报告做成公开档案网站。 Turns annual disclosure reports into a public archive.");
        builder.Attach(root);
        var build = new Command("build", "生成网站（默认） Build the site (the default)");
        builder.Attach(build);
        root.Subcommands.Add(build);
        root.Subcommands.Add(new CheckCommand().Make());
        root.Subcommands.Add(new InspectCommand().Make());

        var parsed = root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
            });
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (Exception problem)
        {
            return Tell(problem is AggregateException { InnerExceptions: [var only, ..] } ? only : problem, error);
        }
    }

    private static int Tell(Exception problem, TextWriter error)
    {
        if (problem is OperationCanceledException)
        {
            error.WriteLine("已中止，原有输出未改动。 Cancelled; the former output is unchanged.");
            return ExitCode.Cancelled;
        }

        error.WriteLine(problem switch
        {
            UserError => $"错误 {problem.Message}",
            IOException or UnauthorizedAccessException => $"错误 读写文件失败 Reading or writing failed: {problem.Message.ReplaceLineEndings(" ")}",
            _ => $"错误 程序出错，请报告这个问题 A bug, please report it: {problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")} {FirstFrame(problem)}",
        });
        return ExitCode.Failed;
    }

    /// <summary>Where a bug showed itself, without a path of the machine.</summary>
    private static string FirstFrame(Exception problem) =>
        problem.TargetSite is { } method ? $"({method.DeclaringType?.Name}.{method.Name})" : "";
}
