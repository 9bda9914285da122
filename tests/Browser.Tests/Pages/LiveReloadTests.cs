using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary><c>serve</c> as a process, seen in Chromium: a page that is open shows what was changed, and what is wrong.</summary>
public sealed class LiveReloadTests(Browser browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("disclosure-archive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_open_page_follows_the_reports()
    {
        WriteReport("第一版");
        using var serve = RunningProgram.Start(_folder, "serve", "--port", "0");
        var address = serve.Hear("预览 Preview: ").Split(' ')[^1];
        var (page, faults) = await browser.Open(address + "agencies/样例县民政局/2021.html");
        page.SetDefaultTimeout(180_000);
        await page.GetByText("第一版").First.WaitForAsync();
        (await page.Locator("#live-problem").CountAsync()).ShouldBe(0);

        WriteReport("第二版");
        await page.GetByText("第二版").First.WaitForAsync();

        // A mistake in the settings is shown over the page, which stays.
        Write("archive.yml", "title: [\n");
        var problem = page.Locator("#live-problem");
        await problem.WaitForAsync();
        (await problem.InnerTextAsync()).ShouldContain("archive.yml 有误");
        (await problem.EvaluateAsync<string>("box => getComputedStyle(box).position")).ShouldBe("fixed");
        (await page.GetByText("第二版").CountAsync()).ShouldBeGreaterThan(0);

        Write("archive.yml", "title: 改好的档案\n");
        await page.GetByText("改好的档案").First.WaitForAsync();
        (await problem.CountAsync()).ShouldBe(0);
        faults.ShouldBeEmpty();
    }

    private void WriteReport(string version) =>
        Write("a.md", $"# 样例县民政局2021年政府信息公开工作年度报告\n\n## 一、总体情况\n\n{version}，主动公开政府信息。\n\n样例县民政局\n\n2022年1月20日\n");

    private void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "input"));
        File.WriteAllText(Path.Combine(_folder, "input", name), content);
    }
}
