using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary>The program as it is called: what it prints and what it returns.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Sound = """
        # 样例县民政局2021年政府信息公开工作年度报告

        ## 四、政府信息公开行政复议、行政诉讼情况

        | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 2 |

        样例县民政局

        2022年1月20日

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Build_says_what_it_did_and_where_to_look()
    {
        _folder.Write("in/a.md", Sound);
        (await Run("build", "--no-cache", "--input", _folder["in"], "--output", _folder["out"])).ShouldBe(0, _error.ToString());
        var told = _output.ToString();
        told.ShouldContain("1 份报告，1 个机关，1 个年度");
        told.ShouldContain("1 reports, 1 agencies, 1 years");
        told.ShouldContain(Path.Combine(_folder["out"], "index.html"));
        told.ShouldContain("没有 base_url");
        File.Exists(_folder["out/index.html"]).ShouldBeTrue();
        File.Exists(_folder["out/agencies/样例县民政局/2021.html"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Build_is_what_it_does_if_it_is_not_told_otherwise()
    {
        _folder.Write("in/a.md", Sound);
        (await Run("--no-cache", "--input", _folder["in"], "--output", _folder["out"])).ShouldBe(0, _error.ToString());
        File.Exists(_folder["out/manifest-sha256.txt"]).ShouldBeTrue();
    }

    [Fact]
    public async Task An_empty_input_folder_is_built_and_says_what_to_do()
    {
        Directory.CreateDirectory(_folder["in"]);
        (await Run("--no-cache", "-i", _folder["in"], "-o", _folder["out"])).ShouldBe(0, _error.ToString());
        _output.ToString().ShouldContain("中没有报告");
    }

    [Theory]
    [InlineData("in", "gone", "gone/out")]
    [InlineData("in", "in", "in/out")]
    [InlineData("in", "in", "in")]
    [InlineData("out/in", "out/in", "out")]
    [InlineData("in", "in/", "in/out/")]
    [InlineData("out/in", "out/in", "out/")]
    [InlineData("in", "in", "other")]
    public async Task What_the_user_has_to_mend_is_told_in_one_line(string made, string input, string output)
    {
        _folder.Write($"{made}/a.md", Sound);
        _folder.Write("other/precious.txt", "");
        var before = _folder.Files();
        (await Run("--no-cache", "--input", _folder[input], "--output", _folder[output])).ShouldBe(1);
        _error.ToString().Trim().ShouldStartWith("错误");
        _error.ToString().Trim().ShouldNotContain("\n");
        _folder.Files().ShouldBe(before);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("build", "--nonsense")]
    [InlineData("check")]
    [InlineData("inspect")]
    public async Task A_wrong_command_line_returns_2_and_says_how_it_is_called(params string[] arguments)
    {
        (await Run(arguments)).ShouldBe(2);
        _error.ToString().ShouldStartWith("错误 命令行");
        _error.ToString().ShouldContain("disclosure-archive");
    }

    [Fact]
    public async Task A_value_that_an_option_can_not_have_is_named()
    {
        (await Run("build", "--strict", "much")).ShouldBe(2);
        _error.ToString().ShouldStartWith("错误 命令行有误：--strict");
    }

    [Fact]
    public async Task Strict_publishes_nothing_if_there_is_what_it_does_not_allow()
    {
        _folder.Write("in/a.md", Sound);
        (await Build()).ShouldBe(0, _error.ToString());
        var before = _folder.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal)).ToDictionary(file => file, file => File.ReadAllText(_folder[file]));
        _folder.Write("in/a.md", Sound.Replace("| 1 | 0 | 0 | 0 | 1 |", "| 1 | 0 | 0 | 0 | 2 |"));
        (await Build("--strict", "error")).ShouldBe(1);
        _error.ToString().ShouldStartWith("错误 没有发布");
        _error.ToString().ShouldContain("DA5001");
        _folder.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal)).ToDictionary(file => file, file => File.ReadAllText(_folder[file])).ShouldBe(before);
        (await Build()).ShouldBe(0);
        File.ReadAllText(_folder["out/agencies/样例县民政局/2021.html"]).ShouldNotBe(before["out/agencies/样例县民政局/2021.html"]);
    }

    [Fact]
    public async Task Strict_allows_warnings_unless_they_are_meant_too()
    {
        _folder.Write("in/a.md", Sound);
        _folder.Write("in/b.md", Sound.Replace("2022", "2025").Replace("2021", "2024"));
        (await Build("--strict", "error")).ShouldBe(0, _error.ToString());
        (await Build("--strict", "warning")).ShouldBe(1);
        _error.ToString().ShouldStartWith("错误 没有发布");
    }

    [Fact]
    public async Task Only_takes_the_reports_whose_paths_match()
    {
        _folder.Write("in/甲/2021.md", Sound);
        _folder.Write("in/乙/2022.md", Sound.Replace("2022", "2023").Replace("2021", "2022"));
        (await Build("--only", "甲/**", "--only", "没有/*")).ShouldBe(0, _error.ToString());
        File.Exists(_folder["out/agencies/样例县民政局/2021.html"]).ShouldBeTrue();
        File.Exists(_folder["out/agencies/样例县民政局/2022.html"]).ShouldBeFalse();
    }

    [Fact]
    public async Task The_address_can_be_given_for_a_build()
    {
        _folder.Write("in/a.md", Sound);
        _folder.Write("in/archive.yml", "base_url: https://one.example.com/\n");
        (await Build("--base-url", "https://two.example.com/archive/")).ShouldBe(0, _error.ToString());
        var map = File.ReadAllText(_folder["out/sitemap.xml"]);
        map.ShouldContain("https://two.example.com/archive/index.html");
        map.ShouldNotContain("one.example.com");
        (await Build("--base-url", "two.example.com")).ShouldBe(1);
        _error.ToString().ShouldContain("--base-url");
    }

    [Fact]
    public async Task Clean_writes_every_file_anew()
    {
        _folder.Write("in/a.md", Sound);
        (await Build()).ShouldBe(0, _error.ToString());
        _output.GetStringBuilder().Clear();
        (await Build()).ShouldBe(0, _error.ToString());
        _output.ToString().ShouldContain("写入 0 个文件");
        _output.GetStringBuilder().Clear();
        (await Build("--clean")).ShouldBe(0, _error.ToString());
        _output.ToString().ShouldContain("未变 0 个，删除 0 个");
    }

    [Theory, InlineData("quiet", false, false), InlineData("normal", true, false), InlineData("detailed", true, true)]
    public async Task It_says_as_much_as_is_asked_for(string verbosity, bool tells, bool tellsAll)
    {
        for (var i = 0; i < 12; i++)
            _folder.Write($"in/{i}.md", "");
        (await Build("--verbosity", verbosity)).ShouldBe(0, _error.ToString());
        (_output.ToString().Length > 0).ShouldBe(tells);
        (_output.ToString().Split("DA1").Length - 1 >= 12).ShouldBe(tellsAll);
        _output.ToString().Contains(" s\n", StringComparison.Ordinal).ShouldBe(tellsAll);
    }

    private Task<int> Build(params string[] more) => Run(["build", "--no-cache", "--input", _folder["in"], "--output", _folder["out"], .. more]);

    [Fact]
    public async Task Build_counts_earlier_revisions_apart()
    {
        _folder.Write("in/a.md", Sound.Replace("| 1 | 0 | 0 | 0 | 1 |", "| 1 | 0 | 0 | 0 | 2 |"));
        _folder.Write("in/b.md", Sound.Replace("2022年1月20日", "2022年3月20日"));
        (await Run("build", "--no-cache", "--input", _folder["in"], "--output", _folder["out"])).ShouldBe(0, _error.ToString());
        _output.ToString().ShouldContain("已生成：1 份报告，1 个机关，1 个年度，15 个法定表格数字，0 处勾稽关系不成立。");
        _output.ToString().ShouldContain("另有 1 份较早版本，其中 1 处勾稽关系不成立");
    }

    [Fact]
    public async Task Check_looks_for_all_files_before_it_tells_of_the_first()
    {
        (await Run("check", _folder.Write("a.md", Sound), _folder["gone.md"])).ShouldBe(1);
        _output.ToString().ShouldBeEmpty();
        _error.ToString().ShouldStartWith("错误 找不到文件");
    }

    [Fact]
    public async Task Inspect_of_a_folder_says_what_to_do()
    {
        Directory.CreateDirectory(_folder["in"]);
        (await Run("inspect", _folder["in"])).ShouldBe(1);
        _error.ToString().ShouldContain("整个文件夹请用 check");
    }

    [Fact]
    public async Task Check_of_a_sound_report_returns_0_and_says_what_was_recognised()
    {
        (await Run("check", _folder.Write("a.md", Sound))).ShouldBe(0, _output.ToString());
        _output.ToString().ShouldContain("机关：样例县民政局　年度：2021　格式：2021年格式");
        _output.ToString().ShouldContain("数字 15，空白 0");
        _output.ToString().ShouldContain("没有错误");
    }

    [Fact]
    public async Task Check_of_a_failed_relation_returns_1_and_says_where()
    {
        (await Run("check", _folder.Write("a.md", Sound.Replace("| 1 | 0 | 0 | 0 | 1 |", "| 1 | 0 | 0 | 0 | 2 |")))).ShouldBe(1);
        _output.ToString().ShouldContain("勾稽关系：成立 2，不成立 1");
        _output.ToString().ShouldContain("第1个表");
    }

    [Fact]
    public async Task Check_of_an_error_returns_1_and_says_the_remedy()
    {
        (await Run("check", _folder.Write("a.md", Sound.Replace("样例县民政局", "")))).ShouldBe(1);
        _output.ToString().ShouldContain("请在报告旁新建 a.md.yml");
    }

    [Fact]
    public async Task Check_of_a_folder_compares_years()
    {
        const string requests = """

            ## 三、收到和处理政府信息公开申请情况

            | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            | 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
            | 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
            | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |

            ## 四
            """;
        var report = Sound.Replace("\n## 四", requests);
        _folder.Write("in/2021.md", report);
        _folder.Write("in/2022.md", report.Replace("2022", "2023").Replace("2021", "2022"));
        (await Run("check", _folder["in"])).ShouldBe(1);
        _output.ToString().ShouldContain("自然人：上一年度结转下年度继续办理 ＝ 本年度上年结转");
        _output.ToString().ShouldContain("检查了 2 个文件");
    }

    [Fact]
    public async Task Check_compares_the_containers_of_one_report()
    {
        var rows = Sound.Replace("| 1 | 0 | 0 | 0 | 1 |", "| 0 | 1 | 0 | 0 | 1 |").Split('\n').Where(line => line.StartsWith('|') && !line.Contains("---"))
            .Select(line => $"<tr><td>{string.Join("<td>", line.Trim('|').Split('|'))}");
        var web = $"<!DOCTYPE html><html><body><h1>样例县民政局2021年政府信息公开工作年度报告</h1><h2>四、政府信息公开行政复议、行政诉讼情况</h2><table>{string.Concat(rows)}</table></body></html>";
        var pair = new[] { "check", _folder.Write("in/2021.md", Sound), _folder.Write("in/2021.html", web) };
        foreach (var arguments in new[] { pair, ["check", _folder["in"]] })
        {
            _output.GetStringBuilder().Clear();
            (await Run(arguments)).ShouldBe(1);
            var told = _output.ToString();
            told.ShouldContain($"报告 {_folder["in/2021.html"]}　＋　{_folder["in/2021.md"]}");
            told.ShouldContain("DA7007");
            told.ShouldContain("在 2021.html 中为 0，在 2021.md 中为 1");
            told.ShouldContain("13 个数字一致，2 格不同");
            told.ShouldContain("检查了 2 个文件");
        }
    }

    [Fact]
    public async Task Check_of_some_years_does_not_miss_the_others()
    {
        (await Run("check", _folder.Write("2021.md", Sound), _folder.Write("2024.md", Sound.Replace("2022", "2025").Replace("2021", "2024")))).ShouldBe(0, _output.ToString());
        _output.ToString().ShouldNotContain("DA7003");
    }

    [Fact]
    public async Task Check_honours_the_sidecar()
    {
        _folder.Write("a.md.yml", "agency: 样例县教育局\nyear: 二\n");
        (await Run("check", _folder.Write("a.md", Sound))).ShouldBe(1);
        _output.ToString().ShouldContain("机关：样例县教育局");
        _output.ToString().ShouldContain("DA6001");
    }

    [Fact]
    public async Task Inspect_shows_every_stage()
    {
        (await Run("inspect", _folder.Write("a.md", Sound))).ShouldBe(0, _error.ToString());
        foreach (var stage in new[] { "一、读取", "二、识别", "三、汇总", "四、核对", "disputes.litigation_after_review.pending = 2" })
            _output.ToString().ShouldContain(stage);
    }

    [Fact]
    public async Task Inspect_writes_json()
    {
        (await Run("inspect", "--json", _folder.Write("a.md", Sound))).ShouldBe(0, _error.ToString());
        using var json = System.Text.Json.JsonDocument.Parse(_output.ToString());
        json.RootElement.GetProperty("report").GetProperty("agency").GetProperty("name").GetString().ShouldBe("样例县民政局");
        json.RootElement.GetProperty("recognised").GetProperty("tables")[0].GetProperty("cells").GetArrayLength().ShouldBe(15);
    }

    [Fact]
    public async Task Inspect_sums_up_a_folder()
    {
        _folder.Write("in/a.md", Sound);
        _folder.Write("in/b.md", "");
        (await Run("inspect", "--summary", _folder["in"])).ShouldBe(0, _error.ToString());
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith("文件");
        lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..7].ShouldBe(["a.md", "md", "样例县民政局", "2021", "form-2021", "15", "0"]);
        lines[2].ShouldStartWith("b.md");
        lines[2].ShouldMatch(@"\bDA1\d{3}\b");
        lines[3].ShouldStartWith("合计（2 个文件）");
    }

    [Fact]
    public async Task Inspect_sums_up_a_folder_as_json()
    {
        _folder.Write("in/a.md", Sound);
        (await Run("inspect", "--summary", "--json", _folder["in"])).ShouldBe(0, _error.ToString());
        using var json = System.Text.Json.JsonDocument.Parse(_output.ToString());
        json.RootElement.GetProperty("files")[0].GetProperty("cells").GetProperty("reported").GetInt32().ShouldBe(15);
        json.RootElement.GetProperty("total").GetProperty("files").GetInt32().ShouldBe(1);
    }

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(arguments, _output, _error);
}
