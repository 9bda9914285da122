using System.Diagnostics;
using System.Text.Json;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Tests.Schemas;
using DisclosureArchive.Reports.Diagnostics;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary>What <c>check</c> prints in each of its formats, for reports that are wrong or hostile.</summary>
public sealed class CheckFormatsTests : IDisposable
{
    private const string Bad = """
        # 样例县民政局2021年政府信息公开工作年度报告

        ## 四、政府信息公开行政复议、行政诉讼情况

        | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | 0 | 0 | 0 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 甲[x](http://example.org/) | 0 | 2 | 2 |

        样例县民政局

        2022年1月20日

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_tells_both_sides_of_a_relation_with_their_cells()
    {
        var file = _folder.Write("a.md", Bad);
        (await Check(file)).ShouldBe(1);
        var told = _output.ToString();
        told.ShouldContain($"不成立 DA5001 {file}:7（第1个表第2行第5格）：行政复议：总计＝四种结果之和");
        told.ShouldContain("左边合计 2\n             2  行政复议 · 总计　第7行，第1个表第2行第5格");
        told.ShouldContain("右边合计 1\n             1  行政复议 · 结果维持　第7行，第1个表第2行第1格");
        told.ShouldContain("左边比右边多 1");
        told.ShouldContain("disputes.row_total.review");
        told.ShouldContain($"错误 DA3001 {file}:7（第1个表第2行第12格）");
        told.ShouldContain("请改成一个数字");
        told.ShouldContain("1 处错误，1 处勾稽关系不成立");
        told.ShouldNotContain("\u001B");
        _error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_ends_with_a_line_a_file()
    {
        var (good, bad) = (_folder.Write("good.md", Bad.Replace("| 1 | 0 | 0 | 0 | 2 |", "| 1 | 0 | 0 | 0 | 1 |").Replace("甲[x](http://example.org/)", "0").Replace("2022", "2023").Replace("2021", "2022")), _folder.Write("bad.md", Bad));
        await Check(good, bad);
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var table = lines[Array.FindIndex(lines, line => line.StartsWith("文件", StringComparison.Ordinal))..];
        string[] Cells(int row) => table[row].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Cells(0).ShouldBe(["文件", "机关", "年度", "数字", "不成立", "错误", "提醒"]);
        Cells(1)[..6].ShouldBe([bad, "样例县民政局", "2021", "14", "1", "1"]);
        Cells(2)[..6].ShouldBe([good, "样例县民政局", "2022", "15", "0", "0"]);
        table[3].ShouldStartWith("检查了 2 个文件");
    }

    [Fact]
    public async Task Json_is_one_object_with_recognition_findings_and_diagnostics()
    {
        var file = _folder.Write("a.md", Bad);
        (await Check("--format", "json", file)).ShouldBe(1);
        using var json = JsonDocument.Parse(_output.ToString());
        var root = json.RootElement;
        root.GetProperty("sound").GetBoolean().ShouldBeFalse();
        root.GetProperty("counts").GetProperty("failed_checks").GetInt32().ShouldBe(1);
        var report = root.GetProperty("reports")[0];
        report.GetProperty("files")[0].GetString().ShouldBe(file);
        report.GetProperty("agency").GetProperty("name").GetString().ShouldBe("样例县民政局");
        report.GetProperty("cells").GetProperty("unreadable").GetInt32().ShouldBe(1);
        var failed = report.GetProperty("failed_checks")[0];
        failed.GetProperty("relation").GetString().ShouldBe("disputes.row_total.review");
        failed.GetProperty("difference").GetDecimal().ShouldBe(1);
        failed.GetProperty("left").GetProperty("cells")[0].GetProperty("cell").GetString().ShouldBe("disputes.review.total");
        failed.GetProperty("right").GetProperty("cells").GetArrayLength().ShouldBe(4);
        var unreadable = report.GetProperty("diagnostics").EnumerateArray().Single(said => said.GetProperty("code").GetString() == "DA3001");
        unreadable.GetProperty("line").GetInt32().ShouldBe(7);
        unreadable.GetProperty("location").GetString().ShouldBe("L7 T1.R2.C12");
    }

    [Fact]
    public async Task Sarif_has_the_whole_catalogue_and_every_finding_at_its_place()
    {
        (await Check("--format", "sarif", _folder.Write("报 告#1.md", Bad))).ShouldBe(1);
        using var json = JsonDocument.Parse(_output.ToString());
        var run = json.RootElement.GetProperty("runs")[0];
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).ShouldBe(DiagnosticRules.All.Keys);
        var results = run.GetProperty("results").EnumerateArray().ToList();
        JsonElement Of(string code) => results.Single(result => result.GetProperty("ruleId").GetString() == code);
        var failed = Of("DA5001");
        failed.GetProperty("level").GetString().ShouldBe("error");
        var place = failed.GetProperty("locations")[0];
        place.GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!.ShouldEndWith("/%E6%8A%A5%20%E5%91%8A%231.md");
        place.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32().ShouldBe(7);
        place.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().ShouldBe("T1.R2.C5");
        failed.GetProperty("relatedLocations").GetArrayLength().ShouldBe(1 + 4);
        Of("DA3001").GetProperty("message").GetProperty("text").GetString()!.ShouldNotContain("](");
        foreach (var result in results)
            DiagnosticRules.All.Keys.ElementAt(result.GetProperty("ruleIndex").GetInt32()).ShouldBe(result.GetProperty("ruleId").GetString());
    }

    [Fact]
    public async Task Sarif_is_valid_against_its_schema()
    {
        _folder.Write("in/a.md", Bad);
        _folder.Write("in/坏 的.docx", "no zip");
        _folder.Write("in/b.md.yml", "year: 二\n");
        _folder.Write("in/archive.yml", "nonsense: 1\n");
        _folder.Write("in/agencies.csv", "id,name\nA B,甲\n");
        (await Check("--format", "sarif", _folder["in"])).ShouldBe(1);
        foreach (var (text, isValid) in new[] { (_output.ToString(), true), (_output.ToString().Replace("\"startLine\": 7", "\"startLine\": 0"), false) })
        {
            var log = _folder.Write("log.sarif", text);
            var wrong = await SchemaChecker.CheckSarif(log);
            (wrong.Length == 0).ShouldBe(isValid, wrong);
        }
    }

    [Fact]
    public async Task Github_shows_the_ten_worst_and_all_in_the_summary()
    {
        for (var i = 0; i < 12; i++)
            _folder.Write($"in/{i:00}.md", i < 11 ? Bad.Replace("2021年", $"{2010 + i}年") : "");
        var (code, told, summary) = await Github(_folder["in"]);
        code.ShouldBe(1);
        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(10);
        lines.ShouldAllBe(line => line.StartsWith("::error file=", StringComparison.Ordinal));
        lines[0].ShouldContain(",line=7,title=DA3001 错误::");
        summary.Split('\n').Count(line => line.StartsWith("| 不成立 | DA5001 |", StringComparison.Ordinal)).ShouldBe(11);
        summary.Split('\n').Count(line => line.StartsWith("| 错误 | DA3001 |", StringComparison.Ordinal)).ShouldBe(11);
    }

    [Fact]
    public async Task Github_commands_and_markdown_can_not_be_forged()
    {
        var hostile = Bad.Replace("甲[x](http://example.org/)", "5%0A::error::x <img src=x> @someone #1 `a` [x](http://example.org/) www.example.org");
        _folder.Write("in/::stop-commands::a,b:c%0A|x|<script>@me.md", hostile);
        var (_, told, summary) = await Github(_folder["in"]);
        var line = told.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0];
        line.ShouldStartWith("::error file=");
        var properties = line["::error ".Length..line.IndexOf("::", 2, StringComparison.Ordinal)];
        properties.Split(',').Length.ShouldBe(3);
        properties.ShouldContain("%3A%3Astop-commands%3A%3Aa%2Cb%3Ac%250A");
        line.ShouldContain("5%250A::error::x");
        told.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(each => each.StartsWith("::error ", StringComparison.Ordinal) || each.StartsWith("::warning ", StringComparison.Ordinal));
        foreach (var markup in new[] { "<img", "<script", "](", "://", "@someone", "@me", "`", "www.e" })
            summary.ShouldNotContain(markup, Case.Sensitive);
        summary.ShouldContain("&#35;&#8203;1");
        summary.Split('\n').Where(row => row.StartsWith("| ", StringComparison.Ordinal)).Select(row => row.Count(c => c == '|')).Distinct().Order().ShouldBe([6, 12]);
    }

    [Fact]
    public async Task Text_neither_steers_a_terminal_nor_commands_a_build_server()
    {
        _folder.Write("in/::error::\u001B[2J\u202Egpj.md", Bad.Replace("甲[x](http://example.org/)", "甲\u001B]0;x\u0007乙"));
        Environment.CurrentDirectory.ShouldNotBe(_folder["in"]);
        await Check(_folder["in"]);
        _output.ToString().Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        _output.ToString().ShouldNotContain("\u202E");
        _output.ToString().Split('\n').ShouldAllBe(line => !line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_of_a_sidecar_register_or_settings_is_told()
    {
        _folder.Write("in/a.md", Bad);
        _folder.Write("in/a.md.yml", "\nyear: 二\n");
        _folder.Write("in/archive.yml", "title: 甲\nbase_url: 乙\n");
        await Check(_folder["in"]);
        _output.ToString().ShouldContain($"DA6001 {_folder["in/a.md.yml"]}:2：");
        _output.ToString().ShouldContain($"DA7005 {_folder["in/archive.yml"]}:2：");
    }

    [Fact]
    public async Task A_sidecar_stands_for_the_report_beside_it_and_the_register_for_itself()
    {
        _folder.Write("in/a.md", Bad);
        var sidecar = _folder.Write("in/a.md.yml", "year: 二\n");
        var register = _folder.Write("in/agencies.csv", "id,name\nA B,甲\n");
        _folder.Write("in/b.md", "");
        (await Check(sidecar)).ShouldBe(1);
        _output.ToString().ShouldContain($"DA6001 {sidecar}:1：");
        _output.ToString().ShouldContain("检查了 1 个文件");
        _output.GetStringBuilder().Clear();
        (await Check(register)).ShouldBe(1);
        _output.ToString().ShouldContain($"DA7004 {register}:2：");
        _output.ToString().ShouldNotContain("b.md");
    }

    [Fact]
    public async Task The_sentence_that_a_table_contradicts_is_quoted()
    {
        var file = _folder.Write("a.md", ReportText.Of("样例县民政局", 2021, 5, 0, 0).Replace("## 三、", "## 一、总体情况\n\n2021年，本机关共收到政府信息公开申请9件。\n\n## 三、"));
        (await Check(file)).ShouldBe(1);
        _output.ToString().ShouldContain("左边合计 9，正文写道：“本机关共收到政府信息公开申请9件”");
        _output.ToString().ShouldContain("右边合计 5\n             5  一、本年新收政府信息公开申请数量 · 总计　第11行，第1个表第2行第8格");
        _output.ToString().ShouldContain("左边比右边多 4（text.requests_received）。");
    }

    [Theory, InlineData("--format", "xml", "a.md"), InlineData(""), InlineData("--changed"), InlineData("--changed", "main", "a", "b"), InlineData("--format")]
    public async Task A_wrong_command_line_returns_2(params string[] arguments)
    {
        (await Check(arguments)).ShouldBe(2);
        _output.ToString().ShouldBeEmpty();
    }

    private Task<int> Check(params string[] arguments) => CommandLine.RunAsync(["check", .. arguments], _output, _error);

    /// <summary>As a process, since it reads its environment.</summary>
    private async Task<(int Code, string Output, string Summary)> Github(string path)
    {
        var summary = _folder["summary.md"];
        using var program = Start("dotnet", _folder.Path, [Path.Combine(AppContext.BaseDirectory, "DisclosureArchive.Generator.dll"), "check", "--format", "github", path], ("GITHUB_STEP_SUMMARY", summary));
        var (output, error) = (program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await error).ShouldBeEmpty();
        return (program.ExitCode, await output, await File.ReadAllTextAsync(summary, TestContext.Current.CancellationToken));
    }

    private static Process Start(string program, string folder, params string[] arguments) => Start(program, folder, arguments, []);

    private static Process Start(string program, string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        var call = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment)
            call.Environment[name] = value;
        return Process.Start(call)!;
    }
}
