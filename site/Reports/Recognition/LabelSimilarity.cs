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
        var similarity = 1 - ((double)Distance(source, form) / longest);
        return similarity >= Threshold ? similarity * 0.95 : 0;
    }

    private static int Distance(string a, string b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
