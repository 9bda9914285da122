using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>serve</c> as a process: what it serves and refuses, and what it tells when reports change.</summary>
public sealed class ServeCommandTests : IDisposable
{
    private const string Report = "agencies/样例县民政局/2021.html";

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(3) };

    public ServeCommandTests() => WriteReport(17);

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_changed_file_is_told_and_the_page_shows_the_new_figure()
    {
        using var serve = Start(out var address);
        (await Get(address + Report)).Content.ShouldContain("17");
        await using var news = (await News(address)).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = await Next(news);
        first.GetProperty("build").GetString().ShouldNotBeNullOrEmpty();

        WriteReport(4321);

        (await Next(news)).GetProperty("build").GetString().ShouldNotBe(first.GetProperty("build").GetString());
        (await Get(address + Report)).Content.ShouldContain("4321");
        var page = await Get(address + Report, accept: "text/html");
        page.Content.ShouldContain("<script src=\"/.live/live.js?build=");
        File.ReadAllText(_folder["output/" + Report]).ShouldNotContain("/.live/");
        (await Get(address + Report)).Content.ShouldBe(File.ReadAllText(_folder["output/" + Report]));

        serve.Send(RunningProgram.Interrupt);
        serve.End().ShouldBe(0, serve.Said);
    }

    [Fact]
    public async Task Broken_settings_are_told_in_one_line_and_the_site_stays()
    {
        using var serve = Start(out var address);
        await using var news = (await News(address)).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        (await Next(news)).GetProperty("heading").GetString().ShouldBe("");

        _folder.Write("input/archive.yml", "title: [\n");
        var told = await Next(news);
        told.GetProperty("heading").GetString()!.ShouldContain("档案的设置有错");
        told.GetProperty("problems").GetString()!.ShouldContain("archive.yml 有误");
        serve.Hear("错误 archive.yml 有误");
        serve.Said.ShouldNotContain("   at ");
        (await Get(address + Report)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_build_that_fails_is_told_and_the_last_good_site_stays()
    {
        using var serve = Start(out var address);
        await using var news = (await News(address)).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await Next(news);

        Directory.Move(_folder["input"], _folder["away"]);
        var told = await Next(news);
        told.GetProperty("heading").GetString()!.ShouldContain("没有重新生成");
        told.GetProperty("problems").GetString()!.ShouldContain("找不到输入文件夹");
        serve.Hear("错误 找不到输入文件夹");
        (await Get(address + Report)).Content.ShouldContain("17");

        Directory.Move(_folder["away"], _folder["input"]);
        (await Next(news)).GetProperty("heading").GetString().ShouldBe("");
    }

    [Fact]
    public async Task Only_the_site_is_served_and_only_to_this_machine()
    {
        _folder.Write("secret.txt", "");
        using var serve = Start(out var address);

        var home = await Get(address);
        home.Type.ShouldBe("text/html; charset=utf-8");
        (await Get(address + "assets/site.css")).Type.ShouldBe("text/css; charset=utf-8");
        (await Get(address + "data/reports.csv")).Type.ShouldBe("text/csv; charset=utf-8");
        (await Get(address + "data/datapackage.json")).Type.ShouldBe("application/json; charset=utf-8");
        home.Headers.CacheControl!.NoStore.ShouldBeTrue();
        home.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);

        var missing = await Get(address + "gone.html");
        missing.Status.ShouldBe(HttpStatusCode.NotFound);
        missing.Content.ShouldBe(File.ReadAllText(_folder["output/404.html"]));
        var folder = await Get(address + "agencies");
        folder.Status.ShouldBe(HttpStatusCode.Found);
        folder.Headers.Location!.ToString().ShouldBe("/agencies/");
        foreach (var path in new[] { "..%2fsecret.txt", "%2e%2e/secret.txt", "assets/..%2f..%2fsecret.txt", "%5c..%5csecret.txt", ".lock", "/secret.txt" })
            (await Get(address + path)).Status.ShouldBe(HttpStatusCode.NotFound, path);

        (await Get(address, host: "rebound.example")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Get(address + ".live/news", host: "rebound.example")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await Get(address, host: "localhost")).Status.ShouldBe(HttpStatusCode.OK);
        using var post = await _client.PostAsync(address, null, TestContext.Current.CancellationToken);
        post.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);

        serve.Send(RunningProgram.Terminate);
        serve.End().ShouldBe(0, serve.Said);
    }

    [Theory]
    [InlineData("--bind", "example.org", "--bind 应为 IP 地址")]
    [InlineData("--port", "70000", "--port 应在 0 到 65535 之间")]
    [InlineData("--input", "gone", "找不到输入文件夹")]
    public void What_the_user_has_to_mend_is_told_in_one_line(string option, string value, string told)
    {
        using var serve = RunningProgram.Start(_folder.Path, ["serve", option, value, .. option == "--port" ? (string[])[] : ["--port", "0"]]);
        serve.End().ShouldBe(1);
        serve.Said.ShouldContain(told);
        serve.Said.ShouldNotContain("\n");
    }

    [Fact]
    public void A_port_in_use_is_said_plainly()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        using var serve = RunningProgram.Start(_folder.Path, "serve", "--port", $"{port}");
        serve.End().ShouldBe(1);
        serve.Said.ShouldBe($"错误 端口 {port} 已被别的程序占用，请用 --port 换一个。 Port {port} is in use; choose another with --port.");
        Directory.Exists(_folder["output"]).ShouldBeFalse();
    }

    private RunningProgram Start(out string address)
    {
        var serve = RunningProgram.Start(_folder.Path, "serve", "--port", "0");
        address = serve.Hear("预览 Preview: ").Split(' ')[^1];
        return serve;
    }

    private void WriteReport(int pending) => _folder.Write("input/a.md", $"""
        # 样例县民政局2021年政府信息公开工作年度报告

        ## 四、政府信息公开行政复议、行政诉讼情况

        | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | {pending} | {pending} |

        样例县民政局

        2022年1月20日

        """);

    private async Task<(HttpStatusCode Status, string Type, string Content, System.Net.Http.Headers.HttpResponseHeaders Headers)> Get(string address, string? accept = null, string? host = null)
    {
        // The path as it is written here, not as a library tidies it.
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = address.Contains('%') }));
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        request.Headers.Host = host;
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers);
    }

    private async Task<IAsyncEnumerable<string>> News(string address)
    {
        var stream = await _client.GetStreamAsync(address + ".live/news", TestContext.Current.CancellationToken);
        return Lines(new StreamReader(stream));

        static async IAsyncEnumerable<string> Lines(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                    yield return line["data: ".Length..];
        }
    }

    private static async Task<JsonElement> Next(IAsyncEnumerator<string> news)
    {
        (await news.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(3))).ShouldBeTrue();
        return JsonElement.Parse(news.Current);
    }
}
