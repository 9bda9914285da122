using System.Net;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>verify</c> tells each file of a published copy that is not as it should be, and nothing of a sound one.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public VerifyCommandTests() => _folder.Write("in/a.txt", "样例县民政局2021年政府信息公开工作年度报告\n\n样例县民政局\n\n2022年1月20日\n");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_just_built_is_the_same()
    {
        await Build();
        (await Verify()).ShouldBe(0, _output.ToString());
        _output.ToString().ShouldStartWith("一致：");
        (await Verify("--manifest")).ShouldBe(0, _output.ToString());
        _output.ToString().ShouldStartWith("一致：");
    }

    [Fact]
    public async Task A_changed_a_missing_and_an_extra_file_are_told_with_the_first_line_that_differs()
    {
        await Build();
        var page = File.ReadAllText(_folder["out/about.html"]);
        var line = page[..page.IndexOf("<h1", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        File.WriteAllText(_folder["out/about.html"], page.Replace("<h1", "<h1 class=\"forged\u001b[2J\""));
        File.Delete(_folder["out/robots.txt"]);
        _folder.Write("out/extra/more.bin", [0, 1]);

        (await Verify()).ShouldBe(1);
        var told = _output.ToString();
        told.ShouldContain($"不同 changed  about.html  第 {line} 行 line {line}\n");
        told.ShouldContain("<h1 class=\"forged");
        told.ShouldNotContain('\u001b');
        told.ShouldContain("缺少 missing  robots.txt\n");
        told.ShouldContain("多出 extra  extra/more.bin\n");
        told.ShouldEndWith("内容不同 1 个文件，缺少 1 个，多出 1 个。 Differs: 1 files changed, 1 missing, 1 extra.\n");

        (await Verify("--manifest")).ShouldBe(1);
        _output.ToString().ShouldContain("不同 changed  about.html\n");
        _output.ToString().ShouldEndWith("内容不同 1 个文件，缺少 1 个，多出 1 个。 Differs: 1 files changed, 1 missing, 1 extra.\n");
    }

    [Fact]
    public async Task Reports_that_changed_since_are_seen()
    {
        await Build();
        _folder.Write("in/a.txt", "样例县民政局2022年政府信息公开工作年度报告\n");
        (await Verify()).ShouldBe(1);
        _output.ToString().ShouldContain("缺少 missing  agencies/样例县民政局/2022.html");
        _output.ToString().ShouldContain("多出 extra  agencies/样例县民政局/2021.html");
        (await Verify("--manifest")).ShouldBe(0, _output.ToString());
    }

    [Fact]
    public async Task Only_so_many_are_listed()
    {
        await Build();
        for (var number = 10; number < 40; number++)
            _folder.Write($"out/x{number}.txt", "");
        (await Verify("--manifest")).ShouldBe(1);
        _output.ToString().Split('\n').Count(line => line.StartsWith("多出", StringComparison.Ordinal)).ShouldBe(20);
        _output.ToString().ShouldContain("另有 10 处。 10 more.");
        (await Verify("--manifest", "--limit", "3")).ShouldBe(1);
        _output.ToString().ShouldContain("另有 27 处。 27 more.");
    }

    [Fact]
    public async Task Links_are_not_followed()
    {
        await Build();
        _folder.Write("elsewhere/about.html", File.ReadAllText(_folder["out/about.html"]));
        File.Delete(_folder["out/about.html"]);
        File.CreateSymbolicLink(_folder["out/about.html"], _folder["elsewhere/about.html"]);
        (await Verify("--manifest")).ShouldBe(1);
        _output.ToString().ShouldContain("缺少 missing  about.html");
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task A_manifest_that_leads_out_is_refused(string path)
    {
        _folder.Write("out/manifest-sha256.txt", $"{new string('0', 64)}  {path}\n");
        (await Verify("--manifest")).ShouldBe(1);
        _error.ToString().ShouldContain("第 1 行有误");
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("http://192.0.2.1/")]
    [InlineData("http://127.0.0.1.example.org/")]
    public async Task Only_this_machine_is_asked(string address)
    {
        (await CommandLine.RunAsync(["verify", "--manifest", address], _output, _error)).ShouldBe(1);
        _error.ToString().ShouldContain("只核对本机的网址");
    }

    [Fact]
    public async Task What_a_server_gives_is_compared()
    {
        await Build();
        using var server = new HttpListener();
        var address = Listen(server);
        (await CommandLine.RunAsync(["verify", address, "--input", _folder["in"]], _output, _error)).ShouldBe(0, _error.ToString() + _output);
        (await CommandLine.RunAsync(["verify", "--manifest", address], _output, _error)).ShouldBe(0, _error.ToString() + _output);

        File.Delete(_folder["out/robots.txt"]);
        _output.GetStringBuilder().Clear();
        (await CommandLine.RunAsync(["verify", "--manifest", address], _output, _error)).ShouldBe(1, _error.ToString());
        _output.ToString().ShouldContain("缺少 missing  robots.txt");
    }

    [Fact]
    public async Task Nobody_there_is_told_in_one_line()
    {
        (await CommandLine.RunAsync(["verify", "--manifest", "http://127.0.0.1:1/"], _output, _error)).ShouldBe(1);
        _error.ToString().Trim().ShouldStartWith("错误 无法读取");
        _error.ToString().Trim().ShouldNotContain("\n");
        _error.GetStringBuilder().Clear();
        (await Verify("--manifest")).ShouldBe(1);
        _error.ToString().ShouldContain("找不到文件夹");
    }

    /// <summary>Serves the output below a path, on a port that is free.</summary>
    private string Listen(HttpListener server)
    {
        var address = "";
        for (var port = 41000; address.Length == 0; port++)
        {
            try
            {
                server.Prefixes.Add($"http://127.0.0.1:{port}/sub/");
                server.Start();
                address = $"http://127.0.0.1:{port}/sub/";
            }
            catch (HttpListenerException)
            {
                server.Prefixes.Clear();
            }
        }

        _ = Task.Run(async () =>
        {
            while (server.IsListening)
            {
                var context = await server.GetContextAsync();
                var file = _folder["out" + Uri.UnescapeDataString(context.Request.Url!.AbsolutePath["/sub".Length..])];
                context.Response.StatusCode = File.Exists(file) ? 200 : 404;
                if (File.Exists(file))
                    context.Response.OutputStream.Write(File.ReadAllBytes(file));
                context.Response.Close();
            }
        });
        return address;
    }

    private async Task Build() =>
        (await CommandLine.RunAsync(["build", "--no-cache", "--input", _folder["in"], "--output", _folder["out"]], TextWriter.Null, _error)).ShouldBe(0, _error.ToString());

    private Task<int> Verify(params string[] arguments)
    {
        _output.GetStringBuilder().Clear();
        return CommandLine.RunAsync(["verify", _folder["out"], "--input", _folder["in"], .. arguments], _output, _error);
    }
}
