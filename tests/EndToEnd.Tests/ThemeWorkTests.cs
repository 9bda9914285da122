using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Tests;
using Shouldly;
using Xunit;

namespace DisclosureArchive.EndToEnd.Tests;

/// <summary><c>serve</c> in a copy of the source tree whose theme is being worked on.</summary>
public sealed class ThemeWorkTests : IDisposable
{
    /// <summary>A compiler takes long where much else goes on.</summary>
    private static readonly TimeSpan ToCompile = TimeSpan.FromMinutes(20);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_changes_in_the_theme_is_seen_and_mistakes_are_shown_until_they_are_mended()
    {
        foreach (var file in (await Shell.Git(Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "site", "theme", "global.json", "Directory.*.props", "input/archive.yml")).Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct())
            if (File.Exists(Path.Combine(Repository.Root, file)))
                _folder.Write(file, File.ReadAllBytes(Path.Combine(Repository.Root, file)));
        using var serve = RunningProgram.Start(_folder.Path, "serve", "--port", "0");
        var address = serve.Hear("预览 Preview: ").Split(' ')[^1];
        serve.Hear("input 和 theme 里的文件一改");

        // The style as it stands on the disk, and words, without a compiler.
        Change("theme/wwwroot/site.css", text => text + "/* own style */\n");
        serve.Hear("已生成");
        (await Get(address + "assets/site.css")).ShouldEndWith("/* own style */\n");
        Change("theme/Words/zh-CN.json", text => text.Replace("\"privacy.title\": \"", "\"privacy.title\": \"改过的", StringComparison.Ordinal));
        serve.Hear("已生成");
        (await Get(address + "privacy.html")).ShouldContain("<h1>改过的");
        serve.Said.ShouldNotContain("正在编译");

        Change("theme/Pages/PrivacyPage.razor", text => text.Replace("Model.Title", "Model.Titel", StringComparison.Ordinal));
        var mistake = serve.Hear("编译出错 Does not compile: ", ToCompile);
        mistake.ShouldMatch(@"^theme/Pages/PrivacyPage\.razor:\d+ 编译出错 Does not compile: .*Titel.* \(CS1061\)$");
        (await Get(address + "privacy.html")).ShouldContain("<h1>改过的");
        (await News(address)).ShouldContain("PrivacyPage.razor:");

        Change("theme/Pages/PrivacyPage.razor", text => text.Replace("Model.Titel", "Model.Title", StringComparison.Ordinal).Replace("<h1>", "<h1>编译过的 ", StringComparison.Ordinal));
        serve.Hear("已生成", ToCompile);
        (await Get(address + "privacy.html")).ShouldContain("<h1>编译过的 改过的");
        (await News(address)).ShouldContain("\"heading\":\"\"");
        serve.Said.ShouldNotContain("   at ");

        // Nothing goes on working after the end.
        Change("theme/Pages/PrivacyPage.razor", text => text + "\n");
        serve.Hear("正在编译");
        serve.Send(RunningProgram.Interrupt);
        serve.End().ShouldBe(0, serve.Said);
        OfThisFolder().ShouldBeEmpty();
    }

    private void Change(string path, Func<string, string> change)
    {
        var before = File.ReadAllText(_folder[path]);
        var after = change(before);
        after.ShouldNotBe(before);
        File.WriteAllText(_folder[path], after);
    }

    private Task<string> Get(string address) => _client.GetStringAsync(address, TestContext.Current.CancellationToken);

    private async Task<string> News(string address)
    {
        using var reader = new StreamReader(await _client.GetStreamAsync(address + ".live/news", TestContext.Current.CancellationToken));
        return Regex.Unescape((await reader.ReadLineAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>The command lines of all that works with the copy.</summary>
    private IEnumerable<string> OfThisFolder() =>
        from process in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _))
        let line = CommandLineOf(process)
        where line.Contains(_folder.Path, StringComparison.Ordinal)
        select line.Replace('\0', ' ');

    private static string CommandLineOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // it has ended
        }
    }
}
