using System.IO.Compression;
using System.Text;

namespace DisclosureArchive.Generator.Search;

/// <summary>
/// A file of the search: a script that gives its name and its bytes, packed (gzip) and written as base64, to the page. Scripts are what a page may load from a disk as well as over http.
/// </summary>
internal static class SearchScript
{
    /// <param name="version">Of the index that it belongs to; empty for what stands by itself.</param>
    /// <param name="name">By which the page waits for it.</param>
    /// <param name="content">What it holds.</param>
    public static ReadOnlyMemory<byte> Of(string version, string name, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(content);
        return Encoding.UTF8.GetBytes($"archiveFile(\"{version}\",\"{name}\",\"{Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length))}\")\n");
    }
}
