using System.Security.Cryptography;
using System.Text;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>Ids that are the same wherever and whenever they are made of the same name: UUIDs of version 5 (RFC 9562) as <c>urn:uuid:</c>.</summary>
public static class NameUuid
{
    /// <summary>The namespace of all ids that this program makes. It never changes: every id in every feed would.</summary>
    private static readonly Guid Namespace = new("5b1c0b9e-6e0a-4b7e-9a55-0d7e3c1f4a26");

    /// <summary>The id of a name.</summary>
    public static string Of(string name)
    {
        // Version 5 demands SHA-1; nothing is kept safe by it.
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash[..16], bigEndian: true)}";
    }
}
