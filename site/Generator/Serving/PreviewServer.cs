using System.Net;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Publishing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DisclosureArchive.Generator.Serving;

/// <summary>
/// Serves a built site for looking at: only what its manifest names, to this machine only (or to the address that was asked for), and never from a
/// cache. A browser's page gets one script more, which reloads it; whoever does not ask for HTML gets the bytes as they are published.
/// </summary>
internal sealed class PreviewServer : IAsyncDisposable
{
    /// <summary>What is not of the site. No file of a site begins with a dot at the top.</summary>
    private const string Live = "/.live/";

    private const string NotFound = "404.html";

    private static readonly FileExtensionContentTypeProvider ContentTypes = new();
    private static readonly byte[] EndOfBody = "</body>"u8.ToArray();

    private readonly IPAddress _address;
    private readonly SiteNews _news;
    private readonly WebApplication _server;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile BuiltSite? _site;

    private PreviewServer(IPAddress address, int port, SiteNews news)
    {
        (_address, _news) = (address, news);
        // Nothing of the surroundings has a say: no settings file, no variable.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _server = builder.Build();
        _server.Run(Answer);
    }

    /// <summary>Where it is reached, with a slash at the end.</summary>
    public string Address => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/";

    /// <summary>Begins to listen. Whoever asks for a page before the first <see cref="Show"/> waits for it.</summary>
    /// <exception cref="UserError">The port is in use, or must not be used.</exception>
    public static async Task<PreviewServer> Start(IPAddress address, int port, SiteNews news, CancellationToken cancel)
    {
        var server = new PreviewServer(address, port, news);
        try
        {
            await server._server.StartAsync(cancel);
            return server;
        }
        catch (Exception problem) when (problem is IOException or System.Net.Sockets.SocketException)
        {
            await server.DisposeAsync();
            throw problem.InnerException is AddressInUseException
                ? new UserError($"端口 {port} 已被别的程序占用，请用 --port 换一个。", $"Port {port} is in use; choose another with --port.")
                : new UserError($"不能在 {address}:{port} 上提供网页，请换 --bind 或 --port。", $"{address}:{port} can't be served; choose another --bind or --port.");
        }
    }

    /// <summary>Serves a site from now on.</summary>
    public void Show(BuiltSite site)
    {
        _site = site;
        _ready.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (!IsKnown(request.Host.Host))
        {
            await Say(context, StatusCodes.Status403Forbidden, "只按本机地址提供预览。 This preview answers to its own address only.\n");
        }
        else if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.Headers.Allow = "GET, HEAD";
            await Say(context, StatusCodes.Status405MethodNotAllowed, "只能读取。 Reading only.\n");
        }
        else if (request.Path.StartsWithSegments(Live.TrimEnd('/'), out var rest))
        {
            await AnswerLive(context, rest.Value!.TrimStart('/'));
        }
        else
        {
            await _ready.Task.WaitAsync(context.RequestAborted);
            await AnswerPage(context, _site!);
        }
    }

    /// <summary>Whether a browser that calls the server so means it: a name that a stranger's page made lead here (DNS rebinding) is refused.</summary>
    private bool IsKnown(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address)
            && (IPAddress.IsLoopback(address) || address.Equals(_address) || _address.Equals(IPAddress.Any) || _address.Equals(IPAddress.IPv6Any)));

    private async Task AnswerPage(HttpContext context, BuiltSite site)
    {
        var path = context.Request.Path.Value!.TrimStart('/');
        if (path.Length == 0 || path.EndsWith('/'))
            path += "index.html";
        if (site.Files.ContainsKey(path + "/index.html"))
        {
            context.Response.Redirect(context.Request.Path.ToUriComponent() + "/");
            return;
        }

        if (!(site.Files.ContainsKey(path) || path == Output.Manifest.Path) || Read(site, path) is not { } content)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            (path, content) = (NotFound, Read(site, NotFound) ?? []);
        }

        context.Response.ContentType = TypeOf(path);
        if (path.EndsWith(".html", StringComparison.Ordinal) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            content = WithScript(content, site.Build);
        await Send(context, content);
    }

    private async Task AnswerLive(HttpContext context, string name)
    {
        if (name == "news")
        {
            await AnswerNews(context);
        }
        else if (name is "live.js" or "live.css")
        {
            using var stream = typeof(PreviewServer).Assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            await stream.CopyToAsync(content);
            context.Response.ContentType = TypeOf(name);
            await Send(context, content.ToArray());
        }
        else
        {
            await Say(context, StatusCodes.Status404NotFound, "");
        }
    }

    private async Task AnswerNews(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await foreach (var news in _news.Follow(end.Token))
            {
                await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(news, JsonSerializerOptions.Web)}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    /// <summary>A file that is being replaced just now is not there for a moment.</summary>
    private static byte[]? Read(BuiltSite site, string path)
    {
        try
        {
            return site.Read(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static byte[] WithScript(byte[] page, string build)
    {
        var at = page.AsSpan().LastIndexOf(EndOfBody);
        if (at < 0)
            return page;
        var script = Encoding.ASCII.GetBytes($"<script src=\"{Live}live.js?build={build}\" defer></script>\n");
        return [.. page.AsSpan(0, at), .. script, .. page.AsSpan(at)];
    }

    private static string TypeOf(string path)
    {
        var type = ContentTypes.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/json" or "application/xml" ? type + "; charset=utf-8" : type;
    }

    private static Task Say(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return Send(context, Encoding.UTF8.GetBytes(text));
    }

    private static Task Send(HttpContext context, byte[] content)
    {
        context.Response.ContentLength = content.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(content).AsTask();
    }
}
