namespace DisclosureArchive.Reports.Recognition;

/// <summary>How alike two normalised labels are.</summary>
public static class LabelSimilarity
{
    /// <summary>Below this two labels are not the same.</summary>
    public const double Threshold = 0.75;

    private const int LongestCompared = 64;

    /// <summary>
    /// 1 for equal labels, 0 for labels that can't be the same. Short labels (3 characters and fewer) are equal or not;
    /// a label cut short, or one with words added behind, is as good as one with a few wrong characters.
    /// </summary>
    public static double Of(string source, string form)
    {
        if (source == form)
            return 1;
        if (source.Length < 4 || form.Length < 4)
            return 0;
        if (source.Length > LongestCompared || form.Length > LongestCompared)
            return 0;
        if ((form.StartsWith(source, StringComparison.Ordinal) && source.Length * 2 >= form.Length)
            || (source.StartsWith(form, StringComparison.Ordinal) && form.Length * 2 >= source.Length))
            return 0.85;
        var longest = Math.Max(source.Length, form.Length);
        if (Math.Abs(source.Length - form.Length) > longest / 4)
            return 0;
        var most = (int)((1 - Threshold) * longest);
        if (CharactersOf(source, form) > 2 * most || Distance(source, form, most) is not { } distance)
            return 0;
        var similarity = 1 - ((double)distance / longest);
        return similarity >= Threshold ? similarity * 0.95 : 0;
    }

    /// <summary>At least so many characters are in one of the two and not in the other: found at once, it spares most labels the comparison.</summary>
    private static int CharactersOf(string a, string b) => System.Numerics.BitOperations.PopCount(Marks(a) ^ Marks(b));

    private static ulong Marks(string text)
    {
        ulong marks = 0;
        foreach (var c in text)
            marks |= 1ul << (c % 61);
        return marks;
    }

    /// <summary>How many characters must be changed, added or dropped to make one of the other; null if more than <paramref name="most"/>.</summary>
    private static int? Distance(string a, string b, int most)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            // What lies further from the diagonal costs more than may be.
            var (first, last) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            var diagonal = row[first - 1];
            row[first - 1] = first == 1 ? i : most + 1;
            var least = row[first - 1];
            for (var j = first; j <= last; j++)
            {
                var above = j == i + most ? most + 1 : row[j];
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, changed);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
                return null;
        }

        return row[b.Length] <= most ? row[b.Length] : null;
    }
}
