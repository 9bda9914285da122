using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Tests.Conventions;
using Shouldly;
using Xunit;

namespace DisclosureArchive.EndToEnd.Tests;

/// <summary>The commands of each workflow, in order, in a fresh clone: what they call works here as it does there. One compiles all, in no set order; the others find its compilations, and nothing else.</summary>
public sealed partial class WorkflowsRun(FreshClone clone) : IClassFixture<FreshClone>
{
    [Fact]
    public async Task A_pull_request_is_checked()
    {
        await clone.Renew();
        await Shell.Git(clone.Path, "checkout", "-q", "-b", "report");
        var report = Path.Combine(clone.Path, "input", "示例县民政局", "2022年报告.txt");
        File.AppendAllText(report, "\n特此公布。\n");
        await Shell.Git(clone.Path, "commit", "-q", "-a", "-m", "A line more");

        var place = await Run("check.yml");

        File.ReadAllText(Path.Combine(place, "comment", "comment.md")).ShouldNotBeNullOrWhiteSpace();
        File.ReadAllText(Path.Combine(place, "summary.md")).ShouldNotBeNullOrWhiteSpace();
        File.ReadAllText(Path.Combine(place, "output.txt")).ShouldNotContain("program=true");
        File.Exists(Path.Combine(clone.Path, "output", "index.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task The_archive_is_published()
    {
        await clone.Renew();
        await Run("publish.yml");

        File.Exists(Path.Combine(clone.Path, "output", "manifest-sha256.txt")).ShouldBeTrue();
        Directory.Exists(Path.Combine(clone.Path, ".cache")).ShouldBeTrue("the next build has nothing to begin with");
        (await Shell.Git(clone.Path, "status", "--porcelain")).ShouldBeEmpty("what it makes is not to be committed");
    }

    [Fact]
    public async Task A_release_is_packed()
    {
        await clone.Renew();
        await Run("release.yml");

        Directory.GetFiles(Path.Combine(clone.Path, "release")).Select(Path.GetFileName).ShouldBe(
            ["DisclosureArchive.9.8.7.nupkg", "SHA256SUMS", "disclosure-archive-9.8.7-linux-x64", "disclosure-archive-9.8.7-osx-arm64", "disclosure-archive-9.8.7-win-x64.exe"],
            ignoreOrder: true);
    }

    /// <summary>Runs the commands of a workflow; those that run the tests are left out, or they would never end.</summary>
    /// <returns>The folder of what the runner keeps: <c>summary.md</c>, <c>output.txt</c>, and what the steps put there.</returns>
    private async Task<string> Run(string name)
    {
        var place = clone.Beside("runner");
        var workflow = new Workflow(name, File.ReadAllText(Path.Combine(clone.Path, ".github", "workflows", name)));
        var given = new Dictionary<string, string>
        {
            ["CI"] = "true",
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_OUTPUT"] = Path.Combine(place, "output.txt"),
            ["GITHUB_REF_NAME"] = "v9.8.7",
            ["GITHUB_STEP_SUMMARY"] = Path.Combine(place, "summary.md"),
            ["RUNNER_TEMP"] = place,
            // No builder outlives its step.
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
        };
        // A release compiles the program once for each kind of machine; that its code is in order was said when these tests were built.
        if (name == "release.yml")
            given["RunAnalyzers"] = "false";
        File.WriteAllText(given["GITHUB_OUTPUT"], "");
        File.WriteAllText(given["GITHUB_STEP_SUMMARY"], "");

        var steps = workflow.ShellSteps.Where(step => !RunsTests().IsMatch(step.Run)).ToList();
        steps.ShouldNotBeEmpty();
        foreach (var (run, environment) in steps)
        {
            var all = new Dictionary<string, string>(given);
            foreach (var (key, value) in environment)
                all[key] = Expression().Replace(value, expression => expression.Groups[1].Value switch
                {
                    "github.base_ref" => "main",
                    "runner.temp" => place,
                    var unknown => throw new InvalidOperationException($"There is no stand-in for {unknown}."),
                });
            await Shell.Run(clone.Path, all, "bash", "--noprofile", "--norc", "-e", "-c", run);
        }

        return place;
    }

    [GeneratedRegex(@"(?:^|\s)(?:\.ci/run|tests/run)(?:\s|$)")]
    private static partial Regex RunsTests();

    [GeneratedRegex(@"\$\{\{\s*(.+?)\s*\}\}")]
    private static partial Regex Expression();
}
