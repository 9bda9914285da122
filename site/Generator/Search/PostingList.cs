using System.Buffers;

namespace DisclosureArchive.Generator.Search;

/// <summary>
/// The reports in which a gram stands, in bytes, in the smallest of these ways: the gaps between their numbers; a bit for each report of the archive; the gaps between all other numbers. After it, which of
/// them name themselves so, and which have it in a heading: bits, or gaps, over the reports of the list.
/// </summary>
/// <param name="Form">How the bytes are to be read.</param>
/// <param name="Count">How many reports there are.</param>
/// <param name="Bytes">The list, then the two parts of it.</param>
internal readonly record struct PostingList(byte Form, int Count, byte[] Bytes)
{
    public const int Names = 2;
    public const int Headings = 1;

    private const int Gaps = 0;
    private const int Bits = 1;
    private const int OtherGaps = 2;

    /// <summary>The list stands in a file of its own.</summary>
    public const int Elsewhere = 3;

    private const int PartNone = 0;
    private const int PartAll = 1;
    private const int PartBits = 2;
    private const int PartGaps = 3;

    /// <param name="reports">Number × 4 + marks, ascending, no number twice.</param>
    /// <param name="total">How many reports the archive has.</param>
    public static PostingList Of(ReadOnlySpan<uint> reports, int total)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var numbers = new int[reports.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (int)(reports[i] >> 2);

        var (gaps, bits, others) = (GapsLength(numbers), (total + 7) / 8, total - numbers.Length < numbers.Length ? GapsLength(Others(numbers, total)) : int.MaxValue);
        var form = gaps <= bits && gaps <= others ? Gaps : bits <= others ? Bits : OtherGaps;
        if (form == Bits)
            WriteBits(bytes, numbers, total);
        else
            WriteGaps(bytes, form == Gaps ? numbers : Others(numbers, total));
        return new PostingList((byte)(form | (WritePart(bytes, reports, Names) << 2) | (WritePart(bytes, reports, Headings) << 4)), reports.Length, bytes.WrittenSpan.ToArray());
    }

    private static int WritePart(ArrayBufferWriter<byte> bytes, ReadOnlySpan<uint> reports, uint mark)
    {
        var places = new List<int>();
        for (var i = 0; i < reports.Length; i++)
            if ((reports[i] & mark) != 0)
                places.Add(i);
        if (places.Count == 0)
            return PartNone;
        if (places.Count == reports.Length)
            return PartAll;
        int[] part = [.. places];
        if (GapsLength(part) + Varint.LengthOf((uint)part.Length) >= (reports.Length + 7) / 8)
        {
            WriteBits(bytes, part, reports.Length);
            return PartBits;
        }

        bytes.WriteVarint((ulong)part.Length);
        WriteGaps(bytes, part);
        return PartGaps;
    }

    private static int[] Others(int[] numbers, int total)
    {
        var others = new int[total - numbers.Length];
        var next = 0;
        for (int number = 0, i = 0; number < total; number++)
            if (i < numbers.Length && numbers[i] == number)
                i++;
            else
                others[next++] = number;
        return others;
    }

    private static int GapsLength(int[] numbers)
    {
        var length = 0;
        var last = -1;
        foreach (var number in numbers)
        {
            length += Varint.LengthOf((uint)(number - last - 1));
            last = number;
        }

        return length;
    }

    private static void WriteGaps(ArrayBufferWriter<byte> bytes, int[] numbers)
    {
        var last = -1;
        foreach (var number in numbers)
        {
            bytes.WriteVarint((ulong)(number - last - 1));
            last = number;
        }
    }

    private static void WriteBits(ArrayBufferWriter<byte> bytes, int[] numbers, int total)
    {
        var span = bytes.GetSpan((total + 7) / 8)[..((total + 7) / 8)];
        span.Clear();
        foreach (var number in numbers)
            span[number >> 3] |= (byte)(1 << (number & 7));
        bytes.Advance(span.Length);
    }
}
