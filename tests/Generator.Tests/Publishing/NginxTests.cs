using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Commands;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Publishing;

/// <summary>The configuration of <c>docs/nginx.conf</c>, with Debian's nginx as a process of its own.</summary>
public sealed class NginxTests : IDisposable
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "application/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".ics"] = "text/calendar; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8",
        [".xml"] = "text/xml; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".sqlite"] = "application/vnd.sqlite3",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".zip"] = "application/zip",
        [".jsonld"] = "application/ld+json; charset=utf-8",
        [".pdf"] = "application/pdf",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("archive/")]
    public async Task Every_file_is_served_as_what_it_is(string path)
    {
        Nginx.Demand();
        foreach (var year in new[] { 2020, 2021 })
            _folder.Write($"in/{year}.md", $"# 样例县民政局{year}年政府信息公开工作年度报告\n\n样例县民政局\n\n{year + 1}年1月20日\n");
        foreach (var command in (string[][])[["build", "--no-cache", "-i", _folder["in"], "-o", _folder["out"]], ["publish", "-o", _folder["out"], "--to", _folder["www/archive"]]])
            (await CommandLine.RunAsync(command, TextWriter.Null, TextWriter.Null)).ShouldBe(0);
        _folder.Write("www/archive/.git/HEAD", "ref");
        using var nginx = await Nginx.Start(_folder["nginx"], path.Length == 0 ? _folder["www/archive"] : _folder["www"], path);
        var root = nginx.Address;

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
}
