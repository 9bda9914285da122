using System.Buffers;

namespace DisclosureArchive.Generator.Archive;

/// <summary>What two sequences have in common, in order.</summary>
internal static class CommonSubsequence
{
    /// <summary>The largest table that is laid out, in cells of two bytes.</summary>
    private const long MostCells = 1_000_000;

    /// <summary>
    /// The places of a longest common subsequence. Where the sequences are too long for that, only what they have in common at their
    /// beginning and at their end.
    /// </summary>
    public static List<(int First, int Second)> Find(ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var common = new List<(int, int)>();
        var start = first.CommonPrefixLength(second);
        for (var i = 0; i < start; i++)
            common.Add((i, i));
        int n = first.Length, m = second.Length;
        while (n > start && m > start && first[n - 1] == second[m - 1])
        {
            n--;
            m--;
        }

        Middle(first[start..n], second[start..m], start, common);
        for (; n < first.Length; n++, m++)
            common.Add((n, m));
        return common;
    }

    private static void Middle(ReadOnlySpan<int> first, ReadOnlySpan<int> second, int start, List<(int, int)> common)
    {
        if (first.IsEmpty || second.IsEmpty || (first.Length + 1L) * (second.Length + 1L) > MostCells)
            return;
        var width = second.Length + 1;
        var rented = ArrayPool<ushort>.Shared.Rent((first.Length + 1) * width);
        var length = rented.AsSpan(0, (first.Length + 1) * width);
        length.Clear();
        for (var i = first.Length - 1; i >= 0; i--)
            for (var j = second.Length - 1; j >= 0; j--)
                length[(i * width) + j] = first[i] == second[j]
                    ? (ushort)(length[((i + 1) * width) + j + 1] + 1)
                    : Math.Max(length[((i + 1) * width) + j], length[(i * width) + j + 1]);
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
            if (first[i] == second[j])
                common.Add((start + i++, start + j++));
            else if (length[((i + 1) * width) + j] >= length[(i * width) + j + 1])
                i++;
            else
                j++;
        ArrayPool<ushort>.Shared.Return(rented);
    }
}
