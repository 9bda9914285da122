using System.Security.Cryptography;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Copies bytes and tells their hash.</summary>
internal static class HashedCopy
{
    private const int LargestPiece = 1 << 20;

    /// <summary>Copies piece by piece, from where the source stands to its end.</summary>
    /// <param name="source">It must know its length.</param>
    /// <param name="target">Where to.</param>
    /// <returns>How many bytes, and their SHA-256 in lower-case hexadecimal.</returns>
    public static (long Length, string Sha256) Copy(Stream source, Stream target)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = GC.AllocateUninitializedArray<byte>((int)Math.Clamp(source.Length, 1, LargestPiece));
        var length = 0L;
        for (int read; (read = source.Read(buffer)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return (length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
