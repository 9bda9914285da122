using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>The workflows call what exists, may do no more than they must, and put nothing from strangers into a script.</summary>
public sealed class WorkflowsAreSound
{
    private const string Good = """
        on:
          pull_request:
        permissions:
          contents: read
        jobs:
          reports:
            timeout-minutes: 5
            steps:
              - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
                with:
                  persist-credentials: false
              - run: |
                  .ci/run
                  dotnet run --project site/Generator -c Release --no-build -- build --input "$IN" > log
        """;

    [Fact]
    public void The_workflows_keep_the_rules()
    {
        var files = Directory.GetFiles(Workflow.Folder);
        files.ShouldNotBeEmpty();
        files.SelectMany(file => new Workflow(Path.GetFileName(file), File.ReadAllText(file)).Faults()).ShouldBeEmpty();
    }

    [Fact]
    public void The_workflow_of_a_new_archive_keeps_the_rules() =>
        new Workflow("publish.yml", File.ReadAllText(Path.Combine(Repository.Root, "site", "Generator", "Commands", "NewArchive", "publish.yml"))).Faults().ShouldBeEmpty();

    [Fact]
    public void A_workflow_that_keeps_the_rules_has_no_fault() => new Workflow("check.yml", Good).Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("contents: read", "contents: write", "may write contents")]
    [InlineData("permissions:\n  contents: read\n", "", "does not say what it may do")]
    [InlineData("    timeout-minutes: 5", "    timeout-minutes: 5\n    permissions:\n      pull-requests: write", "reports may write pull-requests")]
    [InlineData("    timeout-minutes: 5", "    timeout-minutes: 5\n    permissions: write-all", "reports has all rights")]
    [InlineData("    timeout-minutes: 5\n", "", "may run for hours")]
    [InlineData("@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@v6", "not pinned")]
    [InlineData(" # v6.0.2", "", "not pinned")]
    [InlineData("persist-credentials: false", "fetch-depth: 0", "leaves its token")]
    [InlineData("\"$IN\"", "${{ github.head_ref }}", "an expression within a script")]
    [InlineData("pull_request:", "pull_request_target:", "beside what strangers wrote")]
    [InlineData("pull_request:", "workflow_run:", "neither check out nor run")]
    [InlineData("-- build", "-- bild", "no such command")]
    [InlineData("--input", "--inputs", "no such command")]
    [InlineData("-- build", "-- check --gone", "no such command")]
    [InlineData(".ci/run", ".ci/gone", "no script that can be run")]
    public void What_breaks_a_rule_is_found(string rule, string broken, string fault)
    {
        var text = Good.Replace(rule, broken, StringComparison.Ordinal);
        text.ShouldNotBe(Good);
        new Workflow("check.yml", text).Faults().ShouldContain(found => found.Contains(fault, StringComparison.Ordinal));
    }
}
