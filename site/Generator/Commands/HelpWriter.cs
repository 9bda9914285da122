using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace DisclosureArchive.Generator.Commands;

/// <summary>Shows how a command is called. The command line library has an own way, which knows only English and no examples.</summary>
internal sealed class HelpWriter(HelpTexts texts) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parsed)
    {
        Write(parsed.InvocationConfiguration.Output, parsed.CommandResult.Command);
        return ExitCode.Done;
    }

    public void Write(TextWriter console, Command command)
    {
        var name = command is RootCommand ? "" : command.Name;
        console.WriteLine(texts.All[name]);
        console.WriteLine();
        console.WriteLine(Say("用法", "Usage"));
        console.WriteLine($"  {string.Join(' ', Usage(command))}");
        if (command is RootCommand)
            console.WriteLine(Say("  在源码文件夹中：dotnet run --project site/Generator -- …", "  In the source folder: dotnet run --project site/Generator -- …"));

        if (command is RootCommand)
            Section(Say("命令", "Commands"), command.Subcommands.Select(inner => (inner.Name, FirstSentence(texts.All[inner.Name]))));
        else
            Section(Say("参数", "Arguments"), command.Arguments.Select(argument => ($"<{argument.Name}>", texts.All[Key(name, argument)])));
        Section(Say("选项", "Options"), command.Options.Where(option => option is not (HelpOption or VersionOption)).Select(option => (Names(option), texts.All[Key(command is RootCommand ? "build" : name, option)]))
            .Concat(command is RootCommand ? [("-h, --help", texts.All["--help"]), ("    --version", texts.All["--version"])] : []));
        Section(Say("返回值", "Exit codes"),
        [
            ("0", Say("完成", "done")), ("1", Say("失败，或查出了错误", "failed, or errors were found")),
            ("2", Say("命令行有误", "wrong usage")), ("130", Say("被中止", "stopped")),
        ]);
        Section(Say("例", "Examples"), texts.Examples[name].Select(example => ($"disclosure-archive {example.Arguments}", example.Meaning)));

        void Section(string title, IEnumerable<(string Name, string Meaning)> lines)
        {
            var listed = lines.ToList();
            if (listed.Count == 0)
                return;
            console.WriteLine();
            console.WriteLine(title);
            var width = Math.Min(28, listed.Max(line => TextTable.WidthOf(line.Name)));
            foreach (var (text, meaning) in listed)
            {
                var room = width - TextTable.WidthOf(text);
                console.WriteLine(room >= 0 ? $"  {text}{new string(' ', room)}  {meaning}" : $"  {text}\n  {new string(' ', width)}  {meaning}");
            }
        }
    }

    /// <summary>The key of an option's or an argument's text.</summary>
    public static string Key(string command, Symbol symbol) => $"{command} {symbol.Name}";

    private string Say(string chinese, string english) => texts.IsEnglish ? english : chinese;

    private static IEnumerable<string> Usage(Command command)
    {
        yield return "disclosure-archive";
        if (command is RootCommand)
            yield return "[build|…]";
        else
            yield return command.Name;
        foreach (var argument in command.Arguments)
            yield return argument.Arity.MaximumNumberOfValues > 1 ? $"<{argument.Name}>…" : argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : $"<{argument.Name}>";
        yield return "[--…]";
    }

    /// <summary>All its names, the short one first, and what goes with it.</summary>
    private static string Names(Option option)
    {
        var brief = option.Aliases.FirstOrDefault(alias => alias.Length == 2);
        var value = option.ValueType == typeof(bool) ? "" : $" <{option.HelpName ?? "…"}>";
        return $"{(brief is null ? "   " : brief + ",")} {option.Name}{value}";
    }

    private static string FirstSentence(string text) => text.Split(["。", ". "], 2, StringSplitOptions.None)[0].TrimEnd('.');
}
