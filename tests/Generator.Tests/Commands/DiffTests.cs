using System.Text.Json;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Comparing;
using DisclosureArchive.Generator.Output;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>diff</c> of two outputs, and of two commits.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public DiffTests()
    {
        _folder.Write("in/甲.txt", "agency: 甲局\nyear: 2021\nrequests.received.total: 12\nrequests.received.ngo: 3\nrequests.received.research:\n");
        _folder.Write("in/乙.txt", "agency: 乙局\nyear: 2021\n");
        Build("old");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_data_differ_in_nothing()
    {
        Build("new");
        (await Diff()).ShouldBe(0, _error.ToString());
        _output.ToString().ShouldEndWith("数据没有变化。\n");
    }

    [Fact]
    public async Task Figures_added_changed_and_lost_are_told_by_report()
    {
        _folder.Write("in/甲.txt", "agency: 甲局\nyear: 2021\nrequests.received.total: 13\nrequests.received.ngo: 三\nrequests.received.research: 4\nfailed: requests.balance.ngo\n");
        Build("new");
        await Diff("--format", "json");
        var change = Root().GetProperty("reports").EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("change").GetString().ShouldBe("changed");
        change.GetProperty("page").GetString().ShouldBe("agencies/甲局/2021.html");
        change.GetProperty("figures").EnumerateArray().Select(figure =>
                $"{figure.GetProperty("change")} {figure.GetProperty("cell")} {figure.GetProperty("old").GetProperty("state")} {figure.GetProperty("new").GetProperty("state")}")
            .ShouldBe(["added requests.received.research blank reported", "removed requests.received.ngo reported unreadable", "changed requests.received.total reported reported"]);
        change.GetProperty("figures")[0].GetProperty("label").GetString().ShouldBe("一、本年新收政府信息公开申请数量 · 科研机构");
        change.GetProperty("figures")[2].GetProperty("old").GetProperty("value").GetDecimal().ShouldBe(12);
        var check = change.GetProperty("checks").EnumerateArray().ShouldHaveSingleItem();
        (check.GetProperty("relation").GetString(), check.GetProperty("old").ValueKind, check.GetProperty("new").GetString()).ShouldBe(("requests.balance.ngo", JsonValueKind.Null, "failed"));

        await Diff();
        _output.ToString().ShouldContain("报告：新增 0，删除 0，改动 1。改动的报告中，数字：新增 1，改动 1，失去 1；勾稽关系：变为不成立 1");
        _output.ToString().ShouldContain("数字失去　一、本年新收政府信息公开申请数量 · 社会公益组织：3 → 无法辨认");
        _output.ToString().ShouldContain("数字新增　一、本年新收政府信息公开申请数量 · 科研机构：空白 → 4");
        _output.ToString().ShouldContain("勾稽关系　坏关系：未核对 → 不成立");
    }

    [Fact]
    public async Task Reports_and_pages_added_and_removed_are_told_and_one_that_moved_is_followed()
    {
        File.Delete(_folder["in/乙.txt"]);
        _folder.Write("in/丙.txt", "agency: 丙局\nyear: 2022\n");
        _folder.Write("in/甲.txt.yml", "agency: 丁局\n");
        Build("new");
        await Diff("--format", "json");
        Root().GetProperty("reports").EnumerateArray().Select(report => $"{report.GetProperty("change")} {report.GetProperty("page")}")
            .ShouldBe(["changed agencies/丁局/2021.html", "added agencies/丙局/2022.html", "removed agencies/乙局/2021.html"]);
        Root().GetProperty("reports")[0].GetProperty("facts").GetProperty("page").GetProperty("old").GetString().ShouldBe("agencies/甲局/2021.html");
        Root().GetProperty("pages").GetProperty("added").EnumerateArray().Select(page => page.GetString()).ShouldBe(["agencies/丁局/2021.html", "agencies/丙局/2022.html"]);
        Root().GetProperty("pages").GetProperty("removed").EnumerateArray().Select(page => page.GetString()).ShouldBe(["agencies/乙局/2021.html", "agencies/甲局/2021.html"]);
    }

    [Fact]
    public async Task Feeds_and_what_stands_at_former_addresses_once_more_are_no_reports()
    {
        _folder.Write("in/agencies.csv", "id,name,former_ids\njia,甲局,甲局\n");
        _folder.Write("in/乙.txt", "agency: 乙局\nyear: 2021\npublished: 2022-01-02\n");
        Build("new");
        File.Exists(_folder["new/agencies/甲局/2021.json"]).ShouldBeTrue();
        File.Exists(_folder["new/agencies/乙局/feed.json"]).ShouldBeTrue();
        await Diff("--format", "json");
        Root().GetProperty("reports").EnumerateArray().Select(report => $"{report.GetProperty("change")} {report.GetProperty("page")}")
            .ShouldBe(["changed agencies/jia/2021.html", "changed agencies/乙局/2021.html"]);
    }

    [Fact]
    public async Task Markdown_is_short_and_holds_no_markup_of_reports()
    {
        for (var i = 0; i < 60; i++)
            _folder.Write($"in/{i}.txt", $"agency: <b>@all|[x](http://example.org/) `{i}` {new string('[', 60)}\nyear: {2000 + i}\n");
        Build("new");
        (await Diff("--format", "markdown")).ShouldBe(0);
        var told = _output.ToString();
        told.ShouldStartWith("**数据变动**：报告：新增 60，删除 0，改动 0。");
        told.ShouldContain("还有 10 行没有列出");
        told.Split('\n').Count(line => line.StartsWith("| 新增 |", StringComparison.Ordinal)).ShouldBeInRange(51, 100);
        foreach (var markup in new[] { "<b>", "](", "://", "@all", "`" })
            told.ShouldNotContain(markup);
        told.Length.ShouldBeLessThan(60_000);
    }

    [Fact]
    public async Task It_is_the_same_each_time()
    {
        _folder.Write("in/丙.txt", "agency: 丙局\nyear: 2022\n");
        Build("new");
        await Diff();
        var first = _output.ToString();
        await Diff();
        _output.ToString().ShouldBe(first);
    }

    [Fact]
    public async Task Two_commits_are_built_and_compared()
    {
        using var git = new GitFolder();
        git.Write("input/agencies.csv", "id,name\njia,样例县甲局\n");
        git.Write("input/2021.md", ReportText.Of("样例县甲局", 2021, 5, 0, 0));
        git.Write(".gitattributes", "*.md export-ignore\n");
        git.Commit();
        git.Git("tag", "first");
        git.Write("input/2021.md", ReportText.Of("样例县甲局", 2021, 6, 0, 0));
        git.Write("input/2022 新.md", ReportText.Of("样例县甲局", 2022, 1, 0, 0));
        git.Commit();
        var program = new System.Diagnostics.ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DisclosureArchive.Generator.dll"), "diff", "first", "main", "--format", "json"])
        {
            WorkingDirectory = git.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = System.Diagnostics.Process.Start(program)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _output.Write(await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, await error);
        Root().GetProperty("reports").EnumerateArray().Select(report => $"{report.GetProperty("change")} {report.GetProperty("page")} {report.GetProperty("figures").GetArrayLength()}")
            .ShouldBe(["changed agencies/jia/2021.html 6", "added agencies/jia/2022.html 0"]);
        Root().GetProperty("pages").GetProperty("added").EnumerateArray().Select(page => page.GetString()).ShouldContain("agencies/jia/2022.html");
        git.Git("status", "--porcelain").ShouldBeEmpty();
    }

    [Theory, InlineData("gone"), InlineData("--output=x"), InlineData("in")]
    public async Task What_is_neither_an_output_nor_a_revision_is_refused(string name)
    {
        (await CommandLine.RunAsync(["diff", _folder["old"], name == "in" ? _folder["in"] : name], _output, _error)).ShouldNotBe(0);
        _output.ToString().ShouldBeEmpty();
        _error.ToString().ShouldStartWith("错误");
    }

    [Fact]
    public void Cells_of_one_name_are_kept_apart()
    {
        const string figures = """{"row":"a","column":"b","state":"reported","value":1},{"row":"a","column":"b #2","state":"reported","value":2},{"row":"a","column":"b","state":"reported","value":3},{"row":"a","column":"b","state":"blank"}""";
        var json = $$"""{"source":{"path":"x"},"agency":{"name":"甲"},"current":true,"tables":[{"table":"own.1","figures":[{{figures}}]}],"sections":[],"checks":[],"diagnostics":[]}""";
        var report = PublishedReport.Read("agencies/甲/2021.html", System.Text.Encoding.UTF8.GetBytes(json));
        report.Figures.Select(figure => figure.Cell).ShouldBe(["own.1.a.b", "own.1.a.b #2", "own.1.a.b #3", "own.1.a.b #4"]);
        report.Figures.Select(figure => figure.Value).ShouldBe([1, 2, 3, null]);
        ReportChange.Between(report, report).Figures.ShouldBeEmpty();
    }

    [Fact]
    public void A_report_of_another_program_is_refused()
    {
        _folder.Write("old/agencies/甲局/2021.json", "{}");
        Build("new");
        Should.Throw<UserError>(() => DataDifference.Between("old", _folder["old"], "new", _folder["new"]));
    }

    private void Build(string name)
    {
        using var output = new FolderOutput(_folder[name]);
        new SiteBuilder
        {
            Reader = MadeReport.Reader,
            Pages = new MadePages(archive => archive.Reports.Select(report => new OutputFile($"agencies/{report.AgencyKey}/{report.Slug}.html", () => new byte[] { 60 }))),
        }.Build(_folder["in"], output, TestContext.Current.CancellationToken);
    }

    private Task<int> Diff(params string[] options)
    {
        _output.GetStringBuilder().Clear();
        return CommandLine.RunAsync(["diff", _folder["old"], _folder["new"], .. options], _output, _error);
    }

    private JsonElement Root() => JsonDocument.Parse(_output.ToString()).RootElement;
}
