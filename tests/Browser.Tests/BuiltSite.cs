using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace DisclosureArchive.Browser.Tests;

/// <summary>An archive as it is published: in a folder, and by a plain file server under a sub-path.</summary>
public abstract class BuiltSite : IAsyncDisposable
{
    private const string SubPath = "/archive";

    private readonly WebApplication _server;

    protected BuiltSite()
    {
        Folder = Directory.CreateTempSubdirectory("disclosure-archive-").FullName;
        var (input, output) = (Path.Combine(Folder, "in"), Path.Combine(Folder, "out"));
        WriteInput(input);
        using (var folder = new FolderOutput(output))
            new SiteBuilder { Pages = new SitePages().Pages }.Build(input, folder, CancellationToken.None);
        Output = output;

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(output), RequestPath = SubPath, ServeUnknownFileTypes = true });
        _server.StartAsync().GetAwaiter().GetResult();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + SubPath + "/";
    }

    /// <summary>Where the archive lies.</summary>
    public string Output { get; }

    /// <summary>Where it is served, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>The same on the disk.</summary>
    public string FileAddress => new Uri(Output + "/").AbsoluteUri;

    private string Folder { get; }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes the reports that the archive is made of.</summary>
    protected abstract void WriteInput(string folder);
}
