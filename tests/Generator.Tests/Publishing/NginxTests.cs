using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Publishing;

/// <summary>The configuration of <c>docs/nginx.conf</c>, with Debian's nginx as a process of its own.</summary>
public sealed class NginxTests : IDisposable
{
    private static readonly string? Program = new[] { "/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx" }.FirstOrDefault(File.Exists);

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "application/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
        [".xml"] = "text/xml; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".pdf"] = "application/pdf",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private Process? _nginx;

    public void Dispose()
    {
        _nginx?.Kill();
        _nginx?.WaitForExit();
        _nginx?.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("archive/")]
    public async Task Every_file_is_served_as_what_it_is(string path)
    {
        if (Program is null)
            throw Repository.Lacks("nginx");
        foreach (var year in new[] { 2020, 2021 })
            _folder.Write($"in/{year}.md", $"# 样例县民政局{year}年政府信息公开工作年度报告\n\n样例县民政局\n\n{year + 1}年1月20日\n");
        foreach (var command in (string[][])[["build", "--no-cache", "-i", _folder["in"], "-o", _folder["out"]], ["publish", "-o", _folder["out"], "--to", _folder["www/archive"]]])
            (await CommandLine.RunAsync(command, TextWriter.Null, TextWriter.Null)).ShouldBe(0);
        _folder.Write("www/archive/.git/HEAD", "ref");
        var root = await Start(path);

        var policy = Regex.Match(File.ReadAllText(_folder["out/index.html"]), "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;
        foreach (var file in _folder.Files("out"))
        {
            using var response = await Get(root + string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
            response.StatusCode.ShouldBe(HttpStatusCode.OK, file);
            response.Content.Headers.ContentType!.ToString().ShouldBe(Types[Path.GetExtension(file)], file);
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(File.ReadAllBytes(_folder["out/" + file]), file);
            MustBeGuarded(response, policy);
        }

        (await CommandLine.RunAsync(["verify", "--manifest", root], TextWriter.Null, TextWriter.Null)).ShouldBe(0);

        foreach (var gone in new[] { "gone.html", "agencies/gone/2021.html", ".git/HEAD" })
        {
            using var missing = await Get(root + gone);
            missing.StatusCode.ShouldBe(HttpStatusCode.NotFound, gone);
            (await missing.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(File.ReadAllBytes(_folder["out/404.html"]));
            MustBeGuarded(missing, policy);
        }

        using (var folder = await Get(root + "agencies/"))
            (await folder.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(File.ReadAllBytes(_folder["out/agencies/index.html"]));
        using (var bare = await Get(root + "agencies"))
            bare.Headers.Location!.ToString().ShouldBe($"/{path}agencies/");

        using var home = await Get(root);
        using (var again = await Get(root, request => request.Headers.IfNoneMatch.Add(home.Headers.ETag!)))
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var packed = await Get(root, request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip")));
        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        packed.Headers.Vary.ShouldBe(["Accept-Encoding"]);
    }

    private static void MustBeGuarded(HttpResponseMessage response, string policy)
    {
        response.Headers.GetValues("Content-Security-Policy").ShouldBe([policy + "; frame-ancestors 'none'"]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"]);
        response.Headers.GetValues("Cache-Control").ShouldBe(["no-cache"]);
        response.Headers.Server.ToString().ShouldBe("nginx");
    }

    private Task<HttpResponseMessage> Get(string address, Action<HttpRequestMessage>? prepare = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        prepare?.Invoke(request);
        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Starts it with the configuration as it stands in the docs, but for the lines that are the reader's to change.</summary>
    private async Task<string> Start(string path)
    {
        var port = FreePort();
        var site = Changed("    listen ", $"    listen 127.0.0.1:{port};")
            .Concat(Changed("    server_name ", "    server_name localhost;"))
            .Concat(Changed("    root ", $"    root {(path.Length == 0 ? _folder["www/archive"] : _folder["www"])};"))
            .Concat(Changed("    error_page ", $"    error_page 404 /{path}404.html;"))
            .Concat(Changed("    location / ", $"    location /{path} {{"))
            .Aggregate(File.ReadAllLines(Path.Combine(Repository.Root, "docs", "nginx.conf")), (lines, change) => [.. lines.Select(line => line == change.Old ? change.New : line)]);
        _folder.Write("nginx/site.conf", string.Join('\n', site));
        File.Copy("/etc/nginx/mime.types", _folder["nginx/mime.types"]);
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(kind => $"  {kind}_temp_path {kind};\n"));
        _folder.Write("nginx/nginx.conf", $"daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n  access_log off;\n{temporary}  include site.conf;\n}}\n");
        _nginx = Process.Start(new ProcessStartInfo(Program!, ["-p", _folder["nginx"], "-c", _folder["nginx/nginx.conf"], "-e", "stderr"]) { RedirectStandardError = true })!;
        var error = _nginx.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var root = $"http://127.0.0.1:{port}/{path}";
        while (!_nginx.HasExited)
        {
            try
            {
                using var _ = await Get(root);
                return root;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }

        throw new InvalidOperationException($"nginx did not start: {await error}");

        static IEnumerable<(string Old, string New)> Changed(string begin, string line) =>
            [(File.ReadAllLines(Path.Combine(Repository.Root, "docs", "nginx.conf")).Single(old => old.StartsWith(begin, StringComparison.Ordinal) && old.Contains("# <-", StringComparison.Ordinal)), line)];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
