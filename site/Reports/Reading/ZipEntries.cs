using System.IO.Compression;

namespace DisclosureArchive.Reports.Reading;

/// <summary>What .NET does not do for the entries of a zip file: it never looks at their checksums.</summary>
internal static class ZipEntries
{
    private const int BufferSize = 16 * 1024;

    private static readonly uint[] Remainders = MakeRemainders();

    /// <summary>
    /// Throws if an entry's content is not the one that was packed: one damaged bit can make another digit of a figure. Before its
    /// first byte is used, for what comes before the damage can't be told from what comes behind it.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="open">Opens it.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static void DemandSound(this ZipArchiveEntry entry, Func<Stream> open)
    {
        using var stream = open();
        var buffer = new byte[BufferSize];
        var remainder = uint.MaxValue;
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
            foreach (var value in buffer.AsSpan(0, count))
                remainder = Remainders[(remainder ^ value) & 0xFF] ^ (remainder >> 8);
        if (~remainder != entry.Crc32)
            throw new InvalidDataException($"{entry.FullName}: CRC-32");
    }

    /// <summary>CRC-32 as zip files use it (polynomial 0xEDB88320, reflected), for each byte.</summary>
    private static uint[] MakeRemainders()
    {
        var remainders = new uint[256];
        for (var value = 0u; value < remainders.Length; value++)
        {
            remainders[value] = value;
            for (var bit = 0; bit < 8; bit++)
                remainders[value] = (remainders[value] >> 1) ^ ((remainders[value] & 1) * 0xEDB88320);
        }

        return remainders;
    }
}
