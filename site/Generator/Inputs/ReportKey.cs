using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>What a report's reading depends on, hashed: its path and bytes, its sidecar, the register.</summary>
internal readonly record struct ReportKey(ulong A, ulong B)
{
    public const int Length = 16;

    public static ReportKey Of(string path, ReadOnlySpan<byte> contentHash, ReadOnlySpan<byte> sidecar, ReadOnlySpan<byte> registerHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(contentHash);
        hash.AppendData(registerHash);
        hash.AppendData(SHA256.HashData(sidecar));
        hash.AppendData(Encoding.UTF8.GetBytes(path));
        return Read(hash.GetHashAndReset());
    }

    public static ReportKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
}
