using System.IO.Compression;
using System.Text;

namespace DisclosureArchive.Fuzzing.Text;

/// <summary>The parts of a zip package, such as a Word file.</summary>
internal static class ZipParts
{
    /// <summary>A part's text; null if there is no such part.</summary>
    public static string? Read(ReadOnlyMemory<byte> package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package.ToArray()), ZipArchiveMode.Read);
        if (zip.GetEntry(name) is not { } entry)
            return null;
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The package with another text in one part.</summary>
    public static byte[] Replace(ReadOnlyMemory<byte> package, string name, string text)
    {
        using var stream = new MemoryStream();
        using (var old = new ZipArchive(new MemoryStream(package.ToArray()), ZipArchiveMode.Read))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in old.Entries)
            {
                using var to = zip.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (entry.FullName == name)
                {
                    to.Write(Encoding.UTF8.GetBytes(text));
                    continue;
                }

                using var from = entry.Open();
                from.CopyTo(to);
            }
        }

        return stream.ToArray();
    }
}
