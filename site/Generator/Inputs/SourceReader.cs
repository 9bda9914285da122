using System.Security.Cryptography;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Reads files of the input folder, and never more of one than may be held in memory. A file of no length is not opened: it may be a pipe or a
/// device, whose end never comes.
/// </summary>
internal static class SourceReader
{
    /// <summary>How many bytes a sidecar or <c>archive.yml</c> may have.</summary>
    public const long MostOfSettings = 1 << 20;

    /// <summary>Of a file that is too large.</summary>
    private const int FirstBytes = 1024;

    /// <summary>How many bytes the register may have.</summary>
    public const long MostOfRegister = 50L << 20;

    /// <summary>A report file; of one that is larger than may be read only the first bytes.</summary>
    /// <param name="most">How many bytes may be read.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static SourceFile Read(InputFile file, long most)
    {
        if (ReadWhole(file.FullPath, most) is { } content)
            return new SourceFile(file.Path, content) { Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)) };
        using var stream = Open(file.FullPath);
        var first = new byte[Math.Min(stream.Length, FirstBytes)];
        stream.ReadExactly(first);
        stream.Position = 0;
        return new SourceFile(file.Path, first) { Size = stream.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(stream)) };
    }

    /// <summary>A file's bytes; null if there are more than may be read.</summary>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static byte[]? ReadWhole(string path, long most)
    {
        var length = new FileInfo(path).Length;
        if (length == 0 || length > most)
            return length == 0 ? [] : null;
        using var stream = Open(path);
        var content = GC.AllocateUninitializedArray<byte>((int)length);
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return read == content.Length ? content : content[..read];
    }

    /// <summary>Copies a report file piece by piece. Gives the SHA-256 of what was copied, lower-case hexadecimal.</summary>
    public static string Copy(InputFile file, Stream target)
    {
        using var source = new FileInfo(file.FullPath).Length > 0 ? Open(file.FullPath) : Stream.Null;
        return HashedCopy.Copy(source, target).Sha256;
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0);
}
