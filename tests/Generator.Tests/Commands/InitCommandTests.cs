using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Inputs;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>init</c> makes an archive that builds at once.</summary>
public sealed class InitCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_archive_builds_at_once_without_a_concern()
    {
        (await CommandLine.RunAsync(["init", _folder["new"]], _output, _error)).ShouldBe(0, _error.ToString());
        _folder.Files("new").ShouldBe([".github/workflows/publish.yml", ".gitignore", "README.md", "input/agencies.csv", "input/archive.yml"]);
        (await CommandLine.RunAsync(["build", "--no-cache", "--input", _folder["new/input"], "--output", _folder["new/output"], "--strict", "warning"], _output, _error)).ShouldBe(0, _error.ToString());
        var input = InputFinder.InFolder(_folder["new/input"]);
        input.Diagnostics.ShouldBeEmpty();
        input.Register.Agencies.ShouldBeEmpty();
        File.ReadAllText(_folder["new/output/index.html"]).ShouldContain("政府信息公开年度报告档案");
    }

    [Fact]
    public async Task Every_setting_that_is_written_out_as_a_note_can_be_used()
    {
        await CommandLine.RunAsync(["init", _folder["new"]], _output, _error);
        var settings = File.ReadAllLines(_folder["new/input/archive.yml"]);
        var used = settings.Select(line => line.StartsWith("# ", StringComparison.Ordinal) && (line.Contains(": ", StringComparison.Ordinal) || line.EndsWith("filings:", StringComparison.Ordinal) || line.StartsWith("#   - ", StringComparison.Ordinal)) && line[2] is >= 'a' and <= 'z' or ' ' ? line[2..] : line);
        File.WriteAllLines(_folder["new/input/archive.yml"], used);
        var input = InputFinder.InFolder(_folder["new/input"]);
        input.Diagnostics.ShouldBeEmpty();
        input.Settings.BaseUrl.ShouldBe("https://example.org/archive");
        input.Settings.Filings.Length.ShouldBe(1);
        input.Settings.Licence.ShouldBe("CC0-1.0");
    }

    [Fact]
    public async Task The_example_row_of_the_register_can_be_used()
    {
        await CommandLine.RunAsync(["init", _folder["new"]], _output, _error);
        var row = File.ReadAllLines(_folder["new/README.md"]).Single(line => line.StartsWith("shili-minzheng,", StringComparison.Ordinal));
        File.AppendAllText(_folder["new/input/agencies.csv"], row + "\n");
        var input = InputFinder.InFolder(_folder["new/input"]);
        input.Diagnostics.ShouldBeEmpty();
        input.Register.Agencies.Single().Name.ShouldBe("示例县民政局");
    }

    [Fact]
    public async Task The_workflow_calls_commands_that_there_are_with_options_that_they_have()
    {
        await CommandLine.RunAsync(["init", _folder["new"]], _output, _error);
        var workflow = File.ReadAllText(_folder["new/.github/workflows/publish.yml"]);
        workflow.ShouldNotContain("{version}");
        var calls = workflow.Split('\n').Where(line => line.Contains("run: tools/disclosure-archive ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf("archive ", StringComparison.Ordinal) + 8)..].Split(' ')).ToList();
        calls.Count.ShouldBe(2);
        foreach (var call in calls)
            CommandLine.Make(HelpTexts.English).Parse(call).Errors.ShouldBeEmpty(string.Join(' ', call));
        foreach (var action in workflow.Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)))
            action.ShouldMatch("uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v");
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_and_left_alone()
    {
        _folder.Write("mine/thesis.docx", "years of work");
        (await CommandLine.RunAsync(["init", _folder["mine"]], _output, _error)).ShouldBe(1);
        _error.ToString().ShouldContain("不是空文件夹");
        _folder.Files("mine").ShouldBe(["thesis.docx"]);
    }
}
