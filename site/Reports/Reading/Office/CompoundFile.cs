using System.Buffers.Binary;
using System.Text;

namespace DisclosureArchive.Reports.Reading.Office;

/// <summary>
/// The streams that lie at the root of an OLE compound file, the container of Word, Excel and WPS before the zip packages ([MS-CFB]). Only as much is
/// read as tells what the file is; every chain is followed for as many steps as the file has sectors at most.
/// </summary>
internal sealed class CompoundFile
{
    private const int HeaderSize = 512;
    private const int EntrySize = 128;
    private const int MiniSectorSize = 64;
    private const int SectorsInHeader = 109;
    private const int LargestEntryCount = 100_000;
    private const uint LastSector = 0xFFFFFFFA;
    private const byte Root = 5;
    private const byte Stream = 2;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _sectorSize;
    private readonly List<uint> _tableSectors = [];
    private readonly Dictionary<string, (uint Start, uint Size)> _streams = new(StringComparer.OrdinalIgnoreCase);
    private (uint Start, uint Size) _miniStreams;

    private CompoundFile(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _sectorSize = 1 << Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[30..]), (ushort)7, (ushort)16);
        FindTable();
        ReadDirectory();
    }

    /// <summary>Whether bytes begin like such a file.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>The file, or null if its directory can't be read.</summary>
    public static CompoundFile? Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < HeaderSize)
            return null;
        var file = new CompoundFile(bytes);
        return file._streams.Count > 0 ? file : null;
    }

    public bool Has(string stream) => _streams.ContainsKey(stream);

    /// <summary>The first bytes of a stream, up to 64; empty if they can't be found.</summary>
    public ReadOnlySpan<byte> Start(string stream)
    {
        if (!_streams.TryGetValue(stream, out var place))
            return [];
        var smallest = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[56..]);
        var start = place.Size >= smallest ? Sector(place.Start) : MiniSector(place.Start);
        return start[..Math.Min(MiniSectorSize, start.Length)];
    }

    private ReadOnlySpan<byte> MiniSector(uint number)
    {
        var offset = (long)number * MiniSectorSize;
        var sector = _miniStreams.Start;
        for (var skip = offset / _sectorSize; skip > 0 && sector < LastSector; skip--)
            sector = Next(sector);
        var whole = Sector(sector);
        var within = (int)(offset % _sectorSize);
        return within < whole.Length ? whole[within..] : [];
    }

    private void FindTable()
    {
        var header = _bytes.Span;
        for (var index = 0; index < SectorsInHeader; index++)
            _tableSectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(header[(76 + (4 * index))..]));
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(header[68..]);
        for (var steps = _bytes.Length / _sectorSize; sector < LastSector && steps > 0; steps--)
        {
            var content = Sector(sector);
            if (content.Length < _sectorSize)
                return;
            for (var index = 0; index < (_sectorSize / 4) - 1; index++)
                _tableSectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(content[(4 * index)..]));
            sector = BinaryPrimitives.ReadUInt32LittleEndian(content[^4..]);
        }
    }

    private void ReadDirectory()
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(_bytes.Span[48..]);
        for (var steps = _bytes.Length / _sectorSize; sector < LastSector && steps > 0 && entries.Count < LargestEntryCount; steps--)
        {
            var offset = Offset(sector);
            for (var entry = offset; entry + EntrySize <= Math.Min(_bytes.Length, offset + _sectorSize); entry += EntrySize)
                entries.Add(_bytes.Slice((int)entry, EntrySize));
            sector = Next(sector);
        }

        if (entries.Count == 0 || entries[0].Span[66] != Root)
            return;
        _miniStreams = PlaceOf(entries[0].Span);
        var seen = new HashSet<uint>();
        var waiting = new Stack<uint>([BinaryPrimitives.ReadUInt32LittleEndian(entries[0].Span[76..])]);
        while (waiting.TryPop(out var index))
        {
            if (index >= entries.Count || !seen.Add(index))
                continue;
            var entry = entries[(int)index].Span;
            waiting.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            waiting.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
            if (entry[66] == Stream)
                _streams.TryAdd(Encoding.Unicode.GetString(entry[..64]).Split('\0')[0], PlaceOf(entry));
        }
    }

    private static (uint Start, uint Size) PlaceOf(ReadOnlySpan<byte> entry) =>
        (BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]));

    /// <summary>The sector behind another in its chain.</summary>
    private uint Next(uint sector)
    {
        var inSector = _sectorSize / 4;
        if (sector / inSector >= _tableSectors.Count)
            return uint.MaxValue;
        var table = Sector(_tableSectors[(int)(sector / inSector)]);
        var at = (int)(sector % inSector) * 4;
        return at + 4 <= table.Length ? BinaryPrimitives.ReadUInt32LittleEndian(table[at..]) : uint.MaxValue;
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var offset = Offset(number);
        return offset < _bytes.Length ? _bytes.Span.Slice((int)offset, (int)Math.Min(_sectorSize, _bytes.Length - offset)) : [];
    }

    private long Offset(uint sector) => ((long)sector + 1) * _sectorSize;
}
