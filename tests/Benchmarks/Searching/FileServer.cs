using System.Collections.Concurrent;
using System.IO.Compression;
using DisclosureArchive.Browser.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>A plain file server on this machine that counts the bytes it gives: here, and not in the page, the requests of a page's workers are seen too.</summary>
internal sealed class FileServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Bytes> _sizes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Bytes> _given = new();
    private readonly WebApplication _server;

    public FileServer(string folder) => (_server, Address) = LoopbackServer.Start(folder, prepare: server => server.Use((context, next) =>
    {
        // Counted before it is sent: a page that has got a file may be done with its query at once.
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
                _given.Enqueue(_sizes.GetOrAdd(context.Request.Path.Value!, path => Bytes.Of(Path.Combine(folder, path.TrimStart('/')))));
            return Task.CompletedTask;
        });
        return next(context);
    }));

    /// <summary>Where the folder is served, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>What was given since this was last asked.</summary>
    public Bytes Taken()
    {
        var sum = new Bytes(0, 0);
        while (_given.TryDequeue(out var bytes))
            sum += bytes;
        return sum;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

/// <summary>The size of files, as they are and as a server that packs them sends them; without the heads of the answers.</summary>
internal readonly record struct Bytes(long Raw, long Packed)
{
    public static Bytes operator +(Bytes one, Bytes other) => new(one.Raw + other.Raw, one.Packed + other.Packed);

    public static Bytes Of(string path)
    {
        using var packed = new MemoryStream();
        var content = File.ReadAllBytes(path);
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return new Bytes(content.Length, packed.Length);
    }

    public static Bytes Of(IEnumerable<string> paths) => paths.Aggregate(default(Bytes), (sum, path) => sum + Of(path));

    public static Bytes Median(IEnumerable<Bytes> all)
    {
        var list = all.ToList();
        return new Bytes(list.Select(bytes => bytes.Raw).Order().ElementAt(list.Count / 2), list.Select(bytes => bytes.Packed).Order().ElementAt(list.Count / 2));
    }
}
