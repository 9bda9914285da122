using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Conventions;

/// <summary>The scripts of preview-comment.yml, run with stand-ins for the code host.</summary>
public sealed class PreviewCommentTests : IDisposable
{
    private const string Harness = """
        const [, , scriptFile, stateFile] = process.argv;
        const fs = require('fs');
        const state = JSON.parse(fs.readFileSync(stateFile, 'utf8'));
        const done = [];
        const kept = kind => what => done.push({ kind, ...what });
        const lists = { pulls: {}, artifacts: {}, comments: {} };
        const github = {
          paginate: async list => Object.entries(lists).filter(([, value]) => value === list).flatMap(([name]) => state[name]),
          rest: {
            pulls: { list: lists.pulls },
            actions: { listWorkflowRunArtifacts: lists.artifacts },
            issues: { listComments: lists.comments, createComment: kept('create'), updateComment: kept('update') },
          },
        };
        const core = { info: () => {}, warning: () => {}, setOutput: (name, value) => done.push({ kind: 'output', name, value }) };
        const run = { id: 5, head_sha: 'aaa', head_branch: 'patch-1', head_repository: { owner: { login: 'clerk' } }, conclusion: 'failure', html_url: 'https://example.org/run' };
        const context = { repo: { owner: 'county', repo: 'archive' }, payload: { workflow_run: run } };
        const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
        new AsyncFunction('github', 'context', 'core', 'require', fs.readFileSync(scriptFile, 'utf8'))(github, context, core, require)
          .then(() => console.log(JSON.stringify(done)));
        """;

    private static readonly string[] Scripts =
        [.. new Workflow("preview-comment.yml", File.ReadAllText(Path.Combine(Workflow.Folder, "preview-comment.yml"))).Scripts];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_pull_request_is_found_by_its_commit()
    {
        var outputs = Run(Scripts[0], """{"pulls":[{"number":1,"head":{"sha":"bbb"}},{"number":2,"head":{"sha":"aaa"}}],"artifacts":[{"name":"preview","id":6},{"name":"comment","id":7,"size_in_bytes":900}]}""");
        outputs.Select(output => (output.GetProperty("name").GetString(), output.GetProperty("value").GetInt32())).ShouldBe([("pull", 2), ("result", 7)]);
    }

    [Theory]
    [InlineData("""{"pulls":[{"number":1,"head":{"sha":"bbb"}}],"artifacts":[{"name":"comment","id":7,"size_in_bytes":900}]}""")]
    [InlineData("""{"pulls":[{"number":1,"head":{"sha":"aaa"}}],"artifacts":[]}""")]
    [InlineData("""{"pulls":[{"number":1,"head":{"sha":"aaa"}}],"artifacts":[{"name":"comment","id":7,"size_in_bytes":90000000}]}""")]
    public void Without_it_or_with_a_huge_result_nothing_is_said(string state) => Run(Scripts[0], state).ShouldBeEmpty();

    [Fact]
    public void What_was_found_is_said_once_and_then_kept_up_to_date()
    {
        _folder.Write("result/comment.md", "| 数字 | 新 |\n| --- | --- |\n| 收到 | 12 |\n");
        var created = Run(Scripts[1], """{"comments":[{"id":3,"user":{"login":"clerk"},"body":"<!-- disclosure-archive: preview -->"}]}""").ShouldHaveSingleItem();
        created.GetProperty("kind").GetString().ShouldBe("create");
        created.GetProperty("issue_number").GetInt32().ShouldBe(12);
        var body = created.GetProperty("body").GetString()!;
        body.ShouldContain("| 收到 | 12 |");
        body.ShouldContain("有要改的地方");
        body.ShouldContain("(https://example.org/run#artifacts)");

        var state = JsonSerializer.Serialize(new { comments = new[] { new { id = 4, user = new { login = "github-actions[bot]" }, body } } });
        var updated = Run(Scripts[1], state).ShouldHaveSingleItem();
        updated.GetProperty("kind").GetString().ShouldBe("update");
        updated.GetProperty("comment_id").GetInt32().ShouldBe(4);
    }

    [Fact]
    public void A_hostile_result_calls_nobody_and_loads_nothing()
    {
        _folder.Write("result/comment.md", "@everyone #1 GH-2 <img src=x> <!-- x --> ![p](https://example.org/p) [a][b]\n[b]: www.example.org\n\u202etxet\u0007\n<details><summary>全部</summary>\n</details>\n");
        var body = Run(Scripts[1], """{"comments":[]}""").ShouldHaveSingleItem().GetProperty("body").GetString()!;
        var text = body[(body.IndexOf("\n\n", StringComparison.Ordinal) + 2)..body.LastIndexOf("\n\n", StringComparison.Ordinal)];
        foreach (var live in (string[])["@everyone", "#1", "GH-2", "<img", "<!--", "](", "][", "]:", "://", "www.example", "\u202e", "\u0007"])
            text.ShouldNotContain(live);
        text.ShouldContain("<details><summary>全部</summary>");
        text.ShouldContain("txet");
    }

    [Fact]
    public void A_result_that_is_no_short_text_is_not_passed_on()
    {
        _folder.Write("secret", "secret");
        Directory.CreateDirectory(_folder["result"]);
        Run(Scripts[1], """{"comments":[]}""").ShouldBeEmpty();
        File.CreateSymbolicLink(_folder["result/comment.md"], _folder["secret"]);
        Run(Scripts[1], """{"comments":[]}""").ShouldBeEmpty();
        File.Delete(_folder["result/comment.md"]);
        _folder.Write("result/comment.md", new string('x', 1_000_001));
        Run(Scripts[1], """{"comments":[]}""").ShouldBeEmpty();
    }

    [Fact]
    public void A_long_result_is_cut_at_a_line()
    {
        _folder.Write("result/comment.md", string.Concat(Enumerable.Repeat("一行文字一行文字一行文字\n", 9000)));
        var body = Run(Scripts[1], """{"comments":[]}""").ShouldHaveSingleItem().GetProperty("body").GetString()!;
        body.Length.ShouldBeLessThan(65_536);
        body.ShouldContain("一行文字\n\n……\n");
    }

    private List<JsonElement> Run(string script, string state)
    {
        var start = new ProcessStartInfo("node", [_folder.Write("harness.js", Harness), _folder.Write("script.js", script), _folder.Write("state.json", state)])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["PULL"] = "12";
        start.Environment["RESULT"] = _folder["result/comment.md"];
        using var node = Start(start);
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        node.ExitCode.ShouldBe(0);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw Repository.Lacks("Node");
        }
    }
}
