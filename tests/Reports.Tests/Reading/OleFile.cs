using System.Buffers.Binary;
using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Tests.Reading;

/// <summary>Compound files, the container of old Office files, made in memory: streams at the root, and those of one storage below it.</summary>
internal static class OleFile
{
    private const int SectorSize = 512;
    private const uint EndOfChain = 0xFFFFFFFE;

    /// <summary>A file whose streams hold what is given, each padded to the least size of a stream that has sectors of its own.</summary>
    /// <param name="inner">Streams of a storage, such as an embedded workbook.</param>
    public static SourceFile Of(string path, IReadOnlyList<(string Name, byte[] Content)> streams, IReadOnlyList<string>? inner = null)
    {
        // Sector 0 is the table of sectors, then the directory, then the streams.
        var entries = 2 + streams.Count + (inner?.Count ?? 0);
        var directory = (entries + 3) / 4;
        var table = new uint[SectorSize / 4];
        Array.Fill(table, 0xFFFFFFFF);
        table[0] = 0xFFFFFFFD;
        for (var sector = 1; sector <= directory; sector++)
            table[sector] = sector == directory ? EndOfChain : (uint)sector + 1;
        var bytes = new byte[SectorSize * (2 + directory + (streams.Count * 8))];
        var next = directory + 1;
        Header(bytes);
        Entry(0, "Root Entry", 5, child: 1, right: -1, EndOfChain, 0);
        for (var index = 0; index < streams.Count; index++)
        {
            Entry(index + 1, streams[index].Name, 2, -1, index + 1 < streams.Count || inner is not null ? index + 2 : -1, (uint)next, 4096);
            streams[index].Content.CopyTo(bytes, SectorSize * (next + 1));
            for (var sector = 0; sector < 8; sector++, next++)
                table[next] = sector == 7 ? EndOfChain : (uint)next + 1;
        }

        if (inner is not null)
        {
            Entry(streams.Count + 1, "ObjectPool", 1, streams.Count + 2, -1, EndOfChain, 0);
            for (var index = 0; index < inner.Count; index++)
                Entry(streams.Count + 2 + index, inner[index], 2, -1, index + 1 < inner.Count ? streams.Count + 3 + index : -1, EndOfChain, 4096);
        }

        for (var index = 0; index < table.Length; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(SectorSize + (4 * index)), table[index]);
        return new SourceFile(path, bytes);

        void Entry(int index, string name, byte type, int child, int right, uint start, uint size)
        {
            var entry = bytes.AsSpan((SectorSize * 2) + (index * 128), 128);
            Encoding.Unicode.GetBytes(name, entry);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[64..], (ushort)((name.Length + 1) * 2));
            entry[66] = type;
            BinaryPrimitives.WriteInt32LittleEndian(entry[68..], -1);
            BinaryPrimitives.WriteInt32LittleEndian(entry[72..], right);
            BinaryPrimitives.WriteInt32LittleEndian(entry[76..], child);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[120..], size);
        }
    }

    /// <summary>A Word file as far as its header tells one.</summary>
    public static SourceFile Word(string path, bool isEncrypted = false) => Of(path, [("WordDocument", [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(isEncrypted ? 1 : 0), 0])]);

    private static void Header(Span<byte> bytes)
    {
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[26..], 3);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[28..], 0xFFFE);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[30..], 9);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[32..], 6);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[44..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[48..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[56..], 4096);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[60..], EndOfChain);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[68..], EndOfChain);
        bytes[76..512].Fill(0xFF);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[76..], 0);
    }
}
