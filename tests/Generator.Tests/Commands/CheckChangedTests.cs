using System.Text.Json;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>check --changed</c> in a repository made for it: what a branch changes, and what depends on that.</summary>
public sealed class CheckChangedTests : IDisposable
{
    private readonly GitFolder _git = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public CheckChangedTests()
    {
        _git.Write("input/agencies.csv", "id,name\njia,样例县甲局\nyi,样例县乙局\n");
        foreach (var year in new[] { 2021, 2022, 2023 })
        {
            _git.Write($"input/甲/{year}.md", ReportText.Of("样例县甲局", year, received: 5, carriedIn: 0, carriedOut: 0));
            _git.Write($"input/乙/{year}.md", ReportText.Of("样例县乙局", year, received: 5, carriedIn: 0, carriedOut: 1)); // 结转不符
        }

        _git.Commit();
        _git.Git("checkout", "-q", "-b", "branch");
    }

    public void Dispose() => _git.Dispose();

    [Fact]
    public async Task Only_what_the_branch_changed_and_its_neighbours_are_told()
    {
        _git.Write("input/甲/2022.md", ReportText.Of("样例县甲局", 2022, received: 5, carriedIn: 0, carriedOut: 3));
        _git.Commit();
        (await Check()).ShouldBe(1);
        var reports = Reports();
        reports.Select(report => (File(report), report.GetProperty("changed").GetBoolean())).ShouldBe([(Name("甲/2022.md"), true), (Name("甲/2023.md"), false)]);
        var neighbour = reports[1].GetProperty("failed_checks").EnumerateArray().ToList();
        neighbour.Select(check => check.GetProperty("relation").GetString()).ShouldBe(["carry_over.natural_person", "carry_over.total"]);
        var left = neighbour[0].GetProperty("left").GetProperty("cells")[0];
        left.GetProperty("file").GetString().ShouldBe(Name("甲/2022.md"));
        left.GetProperty("value").GetDecimal().ShouldBe(3);
    }

    [Fact]
    public async Task A_branch_that_changes_nothing_is_sound_whatever_the_archive_is()
    {
        (await Check()).ShouldBe(0);
        Reports().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_working_tree_and_files_that_git_does_not_know_count()
    {
        _git.Write("input/甲/2024 新.md", ReportText.Of("样例县甲局", 2024, received: 1, carriedIn: 0, carriedOut: 0));
        (await Check()).ShouldBe(0, _output.ToString());
        File(Reports().ShouldHaveSingleItem()).ShouldBe(Name("甲/2024 新.md"));
        Changes("added").ShouldBe([Name("甲/2024 新.md")]);
    }

    [Fact]
    public async Task A_deleted_report_is_told_and_its_neighbours_are_judged_anew()
    {
        _git.Delete("input/甲/2022.md");
        _git.Commit();
        (await Check()).ShouldBe(0, _output.ToString());
        Changes("deleted").ShouldBe([Name("甲/2022.md")]);
        var report = Reports().ShouldHaveSingleItem();
        File(report).ShouldBe(Name("甲/2023.md"));
        report.GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("DA7003");
    }

    [Fact]
    public async Task A_gap_that_a_branch_widens_is_told_with_the_next_report()
    {
        _git.Delete("input/甲/2022.md");
        _git.Commit();
        _git.Git("branch", "-f", "main");
        _git.Delete("input/甲/2021.md");
        _git.Write("input/甲/2020.md", ReportText.Of("样例县甲局", 2020, received: 5, carriedIn: 0, carriedOut: 0));
        (await Check()).ShouldBe(0, _output.ToString());
        Reports().Single(report => File(report) == Name("甲/2023.md")).GetProperty("diagnostics").EnumerateArray()
            .Select(said => said.GetProperty("chinese").GetString()).ShouldBe(["缺少 2021 年的报告。", "缺少 2022 年的报告。"]);
    }

    [Fact]
    public async Task The_year_before_is_not_told_of()
    {
        _git.Write("input/乙/2021.md", ReportText.Of("样例县乙局", 2021, received: 5, carriedIn: 0, carriedOut: 1));
        _git.Write("input/甲/2023.md", ReportText.Of("样例县甲局", 2023, received: 6, carriedIn: 0, carriedOut: 0));
        (await Check()).ShouldBe(0, _output.ToString());
        File(Reports().ShouldHaveSingleItem()).ShouldBe(Name("甲/2023.md"));
    }

    [Fact]
    public async Task A_changed_sidecar_has_the_report_beside_it_checked()
    {
        _git.Write("input/甲/2023.md.yml", "year: 二\n");
        (await Check()).ShouldBe(1);
        var diagnostic = Reports().Single(report => File(report) == Name("甲/2023.md")).GetProperty("diagnostics")[0];
        (diagnostic.GetProperty("code").GetString(), diagnostic.GetProperty("file").GetString(), diagnostic.GetProperty("line").GetInt32()).ShouldBe(("DA6001", Name("甲/2023.md.yml"), 1));
    }

    [Fact]
    public async Task A_second_file_of_a_year_is_judged_with_the_first()
    {
        _git.Write("input/甲/2022再.md", ReportText.Of("样例县甲局", 2022, received: 9, carriedIn: 0, carriedOut: 0));
        await Check();
        Reports().SelectMany(report => report.GetProperty("diagnostics").EnumerateArray()).Select(said => said.GetProperty("code").GetString()).ShouldContain("DA7002");
        Reports().Select(File).ShouldContain(Name("甲/2022.md"));
    }

    [Fact]
    public async Task Register_and_settings_are_told_of_only_if_they_changed()
    {
        _git.Write("input/agencies.csv", "id,name\njia,样例县甲局\nA B,样例县丙局\n");
        _git.Commit();
        (await Check()).ShouldBe(1);
        Root().GetProperty("archive")[0].GetProperty("code").GetString().ShouldBe("DA7004");
        _git.Git("checkout", "-q", "-b", "next");
        _git.Write("input/说明.png", "");
        (await Check("branch")).ShouldBe(0);
        Root().GetProperty("archive").GetArrayLength().ShouldBe(0);
        Changes("not_reports").ShouldBe([Name("说明.png")]);
    }

    [Fact]
    public async Task What_happened_on_the_other_branch_meanwhile_does_not_count()
    {
        _git.Git("checkout", "-q", "main");
        _git.Write("input/甲/2024.md", ReportText.Of("样例县甲局", 2024, received: 1, carriedIn: 7, carriedOut: 0));
        _git.Commit();
        _git.Git("checkout", "-q", "branch");
        (await Check()).ShouldBe(0);
        Root().GetProperty("changes").GetProperty("deleted").GetArrayLength().ShouldBe(0);
    }

    [Theory, InlineData("gone"), InlineData("main..branch"), InlineData("main\nbranch"), InlineData("")]
    public async Task An_unknown_base_is_refused(string revision)
    {
        (await Check(revision)).ShouldBe(1);
        _output.ToString().ShouldBeEmpty();
        _error.ToString().ShouldStartWith("错误 git 里没有");
    }

    [Fact]
    public async Task A_base_that_looks_like_an_option_is_refused()
    {
        var target = _git["owned"];
        (await CommandLine.RunAsync(["check", $"--changed=--output={target}", _git["input"]], _output, _error)).ShouldBe(1);
        _error.ToString().ShouldStartWith("错误 git 里没有");
        System.IO.File.Exists(target).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_repository_it_says_so()
    {
        using var elsewhere = new TemporaryFolder();
        (await CommandLine.RunAsync(["check", "--changed", "main", elsewhere.Path], _output, _error)).ShouldBe(1);
        _error.ToString().ShouldContain("不在 git 仓库里");
    }

    private Task<int> Check(string @base = "main")
    {
        _output.GetStringBuilder().Clear();
        return CommandLine.RunAsync(["check", "--format", "json", "--changed", @base, _git["input"]], _output, _error);
    }

    private string Name(string path) => $"{_git["input"]}/{path}";

    private JsonElement Root() => JsonDocument.Parse(_output.ToString()).RootElement;

    private List<JsonElement> Reports() => [.. Root().GetProperty("reports").EnumerateArray()];

    private IEnumerable<string?> Changes(string kind) => Root().GetProperty("changes").GetProperty(kind).EnumerateArray().Select(file => file.GetString());

    private static string? File(JsonElement report) => report.GetProperty("files")[0].GetString();
}
