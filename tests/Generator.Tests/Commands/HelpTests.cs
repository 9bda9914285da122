using System.CommandLine;
using System.CommandLine.Help;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary>Every command, option and argument is explained in both languages, with examples that can be typed.</summary>
public sealed class HelpTests
{
    public static TheoryData<bool> Languages => [false, true];

    [Theory, MemberData(nameof(Languages))]
    public void Nothing_is_unexplained_and_nothing_explained_that_is_not_there(bool isEnglish)
    {
        var texts = Texts(isEnglish);
        var root = CommandLine.Make(texts);
        List<string> keys = ["", "--help", "--version"];
        foreach (var command in root.Subcommands)
        {
            keys.Add(command.Name);
            keys.AddRange(command.Arguments.Concat<Symbol>(command.Options.Where(option => option is not HelpOption)).Select(symbol => HelpWriter.Key(command.Name, symbol)));
        }

        texts.All.Keys.Where(key => !key.Contains(" $ ", StringComparison.Ordinal)).ShouldBe(keys, ignoreOrder: true);
        texts.All.Values.ShouldAllBe(text => text.Length > 0);
        HelpTexts.English.All.Keys.ShouldBe(HelpTexts.Chinese.All.Keys, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_command_has_an_example_that_can_be_typed(bool isEnglish)
    {
        var texts = Texts(isEnglish);
        var root = CommandLine.Make(texts);
        foreach (var command in root.Subcommands.Prepend(root))
            texts.Examples[command is RootCommand ? "" : command.Name].ShouldNotBeEmpty(command.Name);
        foreach (var (arguments, _) in texts.Examples.SelectMany(examples => examples))
            root.Parse(arguments.Replace("'", "\"").Split('>', '|')[0]).Errors.ShouldBeEmpty(arguments);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Help_tells_all_of_a_command(bool isEnglish)
    {
        var texts = Texts(isEnglish);
        var root = CommandLine.Make(texts);
        foreach (var command in root.Subcommands.Prepend(root))
        {
            var told = new StringWriter();
            new HelpWriter(texts).Write(told, command);
            var name = command is RootCommand ? "" : command.Name;
            told.ToString().ShouldStartWith(texts.All[name]);
            foreach (var option in command.Options.Where(option => option is not (HelpOption or VersionOption)))
            {
                told.ToString().ShouldContain(option.Name);
                told.ToString().ShouldContain(texts.All[HelpWriter.Key(command is RootCommand ? "build" : name, option)]);
            }
        }
    }

    [Theory, InlineData(null, null, false), InlineData(null, "zh_CN.UTF-8", false), InlineData(null, "en_GB.UTF-8", true), InlineData("zh_CN", "en_US", false), InlineData("", "en", true), InlineData("C.UTF-8", "en", false)]
    public void The_locale_chooses_the_language(string? all, string? language, bool isEnglish) =>
        HelpTexts.IsEnglishIn(name => name switch { "LC_ALL" => all, "LANG" => language, _ => null }).ShouldBe(isEnglish);

    [Theory, InlineData("bash"), InlineData("zsh"), InlineData("fish"), InlineData("pwsh")]
    public async Task Shells_can_complete(string shell)
    {
        var output = new StringWriter();
        (await CommandLine.RunAsync(["completion", shell], output, TextWriter.Null)).ShouldBe(0);
        output.ToString().ShouldContain("[suggest:");
        output.GetStringBuilder().Clear();
        (await CommandLine.RunAsync(["[suggest:30]", "disclosure-archive build --str"], output, TextWriter.Null)).ShouldBe(0);
        output.ToString().Split('\n', StringSplitOptions.TrimEntries).ShouldContain("--strict");
    }

    private static HelpTexts Texts(bool isEnglish) => isEnglish ? HelpTexts.English : HelpTexts.Chinese;
}
