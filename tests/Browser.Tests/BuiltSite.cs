using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using Microsoft.AspNetCore.Builder;

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
            new SiteBuilder { Pages = new SitePages() }.Build(input, folder, CancellationToken.None);
        Output = output;

        (_server, Address) = LoopbackServer.Start(output, SubPath);
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

    /// <summary>Takes all files of a folder.</summary>
    protected static void CopyFrom(string source, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
