using System.IO.Compression;
using System.Text.Json;
using DisclosureArchive.Browser.Tests;
using DisclosureArchive.Generator.Tests;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.EndToEnd.Tests;

/// <summary>A branch that adds a good, a bad and a hostile report to an archive: what the program says of it, and what it publishes, as a process in a git repository.</summary>
public sealed class PullRequestTests : IDisposable
{
    private const string Good = "input/示例县民政局/2024年报告.docx";

    private const string Bad = "input/示例县人民政府/2022年报告.txt";

    private const string Hostile = "input/示例县教育局/2023年报告 %0A::error::,@x.html";

    private const string HostileText = """
        <html><body><h1>示例县教育局2023年政府信息公开工作年度报告</h1>
        <script>document.title = "hacked"</script><img src="https://tracker.example/x.png" onerror="alert(1)">
        <p>::error file=input/agencies.csv::made up</p><p>&lt;script&gt;alert(2)&lt;/script&gt; @everyone [x](https://evil.example)</p>
        <p>示例县教育局</p><p>2024年1月20日</p></body></html>
        """;

    private const string ToBeWritten = "专栏全年更新7次";

    private const string Written = "专栏全年更新十二次";

    private readonly TemporaryFolder _folder = new();

    private string Archive => _folder["archive"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_branch_is_checked_compared_and_published()
    {
        await MakeMain();
        (await Program("build", "--input", "input", "--output", _folder["before"])).Code.ShouldBe(0);
        await MakeBranch();

        var (code, annotations, _) = await Program("check", "--changed", "main", "--format", "github");
        code.ShouldBe(1);
        var lines = annotations.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(1);
        lines.ShouldAllBe(line => line.StartsWith("::error ", StringComparison.Ordinal) || line.StartsWith("::warning ", StringComparison.Ordinal) || line.StartsWith("::notice ", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("::", StringComparison.Ordinal) && line.Contains($"file={Bad}", StringComparison.Ordinal));
        lines.ShouldAllBe(line => !line.Contains("file=input/agencies.csv", StringComparison.Ordinal), "a report speaks for itself");

        var (_, json, _) = await Program("check", "--changed", "main", "--format", "json");
        using (var told = JsonDocument.Parse(json))
            told.RootElement.GetRawText().ShouldNotContain("2018年报告", customMessage: "what the branch left alone is not checked");

        (await Program("build", "--input", "input", "--output", _folder["after"])).Code.ShouldBe(0);
        var (compared, markdown, _) = await Program("diff", "main", _folder["after"], "--format", "markdown");
        compared.ShouldBe(0);
        markdown.ShouldContain("2024年");
        foreach (var live in (string[])["<script", "<img", "](https://evil"])
            markdown.ShouldNotContain(live);
        (await Program("diff", _folder["before"], _folder["after"], "--format", "json")).Output.ShouldContain("2024年报告.docx");

        var page = Directory.GetFiles(_folder["after"], "2023.html", SearchOption.AllDirectories).Select(File.ReadAllText).Single(text => text.Contains("示例县教育局2023年", StringComparison.Ordinal));
        page.ShouldNotContain("hacked");
        page.ShouldNotContain("tracker.example");
        page.ShouldContain("&lt;script&gt;alert(2)");

        await LookWhileWriting();

        (await Program("verify", _folder["after"])).Code.ShouldBe(0);
        (await Program("verify", _folder["before"])).Code.ShouldBe(1, "it is not what the reports of the branch give");
        (await Program("publish", "--output", _folder["after"], "--to", _folder["web"], "--zip", _folder["archive.zip"])).Code.ShouldBe(0);
        (await Program("verify", "--manifest", _folder["web"])).Code.ShouldBe(0);
        using (var nginx = await Nginx.Start(_folder["nginx"], _folder["web"]))
            (await Program("verify", "--manifest", nginx.Address)).Code.ShouldBe(0);
        using var zip = ZipFile.OpenRead(_folder["archive.zip"]);
        zip.Entries.Count(entry => entry.Name.Length > 0).ShouldBeGreaterThanOrEqualTo(_folder.Files("web").Length);
    }

    /// <summary>A page of the branch is open in a browser while its report is written on.</summary>
    private async Task LookWhileWriting()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        using var serve = RunningProgram.Start(Archive, "serve", "--port", "0", "--output", _folder["after"]);
        var address = serve.Hear("预览 Preview: ").Split(' ')[^1];
        var page = await browser.NewPageAsync();
        page.SetDefaultTimeout(180_000);
        var hostile = Directory.GetFiles(_folder["after"], "2023.html", SearchOption.AllDirectories).Single(path => File.ReadAllText(path).Contains("alert(2)", StringComparison.Ordinal));
        await page.GotoAsync(address + Path.GetRelativePath(_folder["after"], hostile).Replace('\\', '/'));
        (await page.TitleAsync()).ShouldContain("2023");

        await page.GotoAsync(address + "agencies/shili-zhengfu/2022.html");
        (await page.GetByText(Written).CountAsync()).ShouldBe(0);
        var text = File.ReadAllText(_folder[$"archive/{Bad}"]);
        text.ShouldContain(ToBeWritten);
        File.WriteAllText(_folder[$"archive/{Bad}"], text.Replace(ToBeWritten, Written, StringComparison.Ordinal));
        await page.GetByText(Written).First.WaitForAsync();
        (await page.Locator("#live-problem").CountAsync()).ShouldBe(0);
        serve.Send(RunningProgram.Interrupt);
        serve.End().ShouldBe(0, serve.Said);
    }

    private async Task MakeMain()
    {
        foreach (var file in (string[])["input/archive.yml", "input/agencies.csv", "input/示例县民政局/2018年报告.txt", "input/示例县民政局/2023年报告.txt", "input/示例县人民政府/2021年报告.docx"])
            Take(file);
        await Shell.Git(Archive, "init", "-q", "-b", "main");
        await Commit("The archive");
    }

    private async Task MakeBranch()
    {
        await Shell.Git(Archive, "checkout", "-q", "-b", "reports");
        Take(Good);
        Take(Bad);
        _folder.Write($"archive/{Hostile}", HostileText);
        await Commit("Three reports");
    }

    private void Take(string file) => _folder.Write($"archive/{file}", File.ReadAllBytes(Path.Combine(Repository.Root, file)));

    private async Task Commit(string message)
    {
        await Shell.Git(Archive, "add", "-A");
        await Shell.Git(Archive, "commit", "-q", "-m", message);
    }

    private Task<(int Code, string Output, string Error)> Program(params string[] arguments) =>
        Shell.Try(Archive, new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = "", ["GIT_CONFIG_GLOBAL"] = "/dev/null" },
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "DisclosureArchive.Generator.dll"), .. arguments]);
}
