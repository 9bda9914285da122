using System.Buffers;

namespace DisclosureArchive.Generator.Search;

/// <summary>Numbers in as many bytes as they need, seven bits in each, the lowest first.</summary>
internal static class Varint
{
    public static void WriteVarint(this IBufferWriter<byte> bytes, ulong value)
    {
        var span = bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)((value & 0x7f) | 0x80);
        span[length++] = (byte)value;
        bytes.Advance(length);
    }

    public static int LengthOf(uint value) => value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : value < 1 << 28 ? 4 : 5;
}

/// <summary>Reads what <see cref="Varint"/> wrote.</summary>
internal ref struct VarintReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    public readonly bool IsAtEnd => _position == _bytes.Length;

    public ulong Read()
    {
        var value = 0ul;
        for (var shift = 0; ; shift += 7)
        {
            var read = _bytes[_position++];
            value |= (ulong)(read & 0x7f) << shift;
            if (read < 0x80)
                return value;
        }
    }
}
