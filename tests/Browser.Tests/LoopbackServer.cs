using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace DisclosureArchive.Browser.Tests;

/// <summary>A plain file server on this machine, reached from it alone.</summary>
internal static class LoopbackServer
{
    /// <summary>Serves a folder, and tells the address with a slash at the end.</summary>
    /// <param name="path">Below which it is served: empty, or with a slash before it.</param>
    /// <param name="prepare">What else the server does.</param>
    public static (WebApplication Server, string Address) Start(string folder, string path = "", Action<WebApplication>? prepare = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        prepare?.Invoke(server);
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = path, ServeUnknownFileTypes = true });
        server.StartAsync().GetAwaiter().GetResult();
        return (server, server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + path + "/");
    }
}
