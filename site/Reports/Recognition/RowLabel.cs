using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>The label found in a source row.</summary>
/// <param name="End">Index of the label's (last) cell.</param>
/// <param name="Candidates">The form rows that it may stand for.</param>
internal readonly record struct RowLabel(int End, ImmutableArray<LabelCandidate> Candidates)
{
    /// <summary>How many cells a label may be broken over.</summary>
    private const int MostParts = 3;

    public static readonly RowLabel None = new(-1, []);

    public bool IsFound => Candidates.Length > 0;

    /// <summary>The only form row whose very words the label has, or -1.</summary>
    public int Exact => Candidates is [{ Score: >= 1 } only] ? only.Index : -1;

    /// <summary>
    /// Finds the label among the cells before the row's figures. The right-most label wins, for those before it are the labels of groups;
    /// a label broken over cells is put together.
    /// </summary>
    public static RowLabel Find(SourceRow row, LabelIndex index)
    {
        var start = 0;
        while (start < row.Cells.Length && !row.Cells[start].IsLabel)
            start++;
        var end = start;
        while (end < row.Cells.Length && !row.Cells[end].IsFigure)
            end++;

        var best = None;
        for (var last = end - 1; last >= start; last--)
        {
            if (row.Cells[last].IsBlank)
                continue;
            var candidates = index.FindKey(row.Cells[last].Key);
            if (candidates.Length > 0 && (!best.IsFound || candidates[0].Score > best.Candidates[0].Score + 0.2))
                best = new RowLabel(last, candidates);
        }

        if (best.IsFound && best.Candidates[0].Score == 1)
            return best;

        for (var last = end - 1; last > start; last--)
        {
            if (row.Cells[last].IsBlank)
                continue;
            var text = row.Cells[last].Text;
            for (int first = last - 1, parts = 2; first >= start && parts <= MostParts; first--)
            {
                if (row.Cells[first].IsBlank)
                    continue;
                text = row.Cells[first].Text + text;
                parts++;
                var candidates = index.Find(text);
                if (candidates.Length > 0 && (!best.IsFound || candidates[0].Score > best.Candidates[0].Score))
                    best = new RowLabel(last, candidates);
            }
        }

        return best;
    }
}
