using System.Numerics;
using System.Text;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Writes numbers and text tersely into a growing buffer. <see cref="BlobReader"/> reads them back.</summary>
internal sealed class BlobWriter
{
    /// <summary>Stands for the scale of a decimal that is written in full.</summary>
    public const byte FullDecimal = 0xFF;

    private byte[] _buffer = new byte[32 * 1024];
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Byte(int value) => Room(1)[0] = checked((byte)value);

    public void Flag(bool value) => Byte(value ? 1 : 0);

    public void Number(long value)
    {
        var zigzag = unchecked((ulong)((value << 1) ^ (value >> 63)));
        while (zigzag >= 0x80)
        {
            Byte((int)(zigzag & 0x7F) | 0x80);
            zigzag >>= 7;
        }

        Byte((int)zigzag);
    }

    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
    }

    public void Text(string? text)
    {
        if (text is null)
        {
            Number(-1);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>With its scale: 1.50 stays 1.50.</summary>
    public void Decimal(decimal value)
    {
        var mantissa = value.Scale == 0 ? value : new decimal(Bits(value)[0], Bits(value)[1], Bits(value)[2], value < 0, 0);
        if (mantissa >= long.MinValue && mantissa <= long.MaxValue && !(mantissa == 0 && decimal.IsNegative(value)))
        {
            Byte(value.Scale);
            Number((long)mantissa);
            return;
        }

        Byte(FullDecimal);
        foreach (var bits in Bits(value))
            Number(bits);
    }

    private static int[] Bits(decimal value) => decimal.GetBits(value);

    private Span<byte> Room(int count)
    {
        if (_buffer.Length - _length < count)
            Array.Resize(ref _buffer, checked((int)BitOperations.RoundUpToPowerOf2((uint)(_length + count))));
        var room = _buffer.AsSpan(_length, count);
        _length += count;
        return room;
    }
}
