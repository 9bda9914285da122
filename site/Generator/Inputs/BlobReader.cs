using System.Globalization;
using System.Text;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Reads what <see cref="BlobWriter"/> wrote.</summary>
internal sealed class BlobReader(ReadOnlyMemory<byte> blob)
{
    private static readonly string[] SmallNumbers =
        [.. Enumerable.Range(0, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private int _position;

    /// <summary>The number as text; the same string for the same small number.</summary>
    public static string TextOf(decimal number) =>
        number.Scale == 0 && number >= 0 && number < SmallNumbers.Length && !decimal.IsNegative(number)
            ? SmallNumbers[(int)number]
            : number.ToString(CultureInfo.InvariantCulture);

    public bool IsAtEnd => _position == blob.Length;

    public int Byte() => blob.Span[_position++];

    public bool Flag() => Byte() != 0;

    public long Number()
    {
        var span = blob.Span;
        ulong zigzag = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = span[_position++];
            zigzag |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return unchecked((long)(zigzag >> 1) ^ -(long)(zigzag & 1));
        }
    }

    public int Int() => (int)Number();

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Int();
        var bytes = blob.Span.Slice(_position, length);
        _position += length;
        return bytes;
    }

    public string? Text()
    {
        var length = Int();
        if (length < 0)
            return null;
        var text = Encoding.UTF8.GetString(blob.Span.Slice(_position, length));
        _position += length;
        return text;
    }

    public string Required() => Text() ?? throw new InvalidDataException("A text is missing.");

    public decimal Decimal()
    {
        var scale = Byte();
        if (scale == BlobWriter.FullDecimal)
            return new decimal([Int(), Int(), Int(), Int()]);
        var mantissa = Number();
        if (scale == 0)
            return mantissa;
        decimal whole = mantissa;
        var bits = decimal.GetBits(whole);
        return new decimal(bits[0], bits[1], bits[2], mantissa < 0, (byte)scale);
    }
}
