using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Matches source rows to form rows by label and order together: of all ways to match them in the form's order, the one with the best labels.
/// So a label that occurs twice in a form finds the right row, and rows may be missing, extra or repeated.
/// </summary>
internal static class RowAlignment
{
    private sealed record Link(int Row, int Index, double Score, Link? Before);

    /// <summary>For each source row the form row that it is, or -1.</summary>
    /// <param name="rows">Candidates of each source row, in the order of the source.</param>
    /// <param name="exact">For each source row the only form row whose words it has, or -1.</param>
    /// <param name="count">How many rows the form has.</param>
    public static int[] Align(IReadOnlyList<ImmutableArray<LabelCandidate>> rows, IReadOnlyList<int> exact, int count)
    {
        // bests[i] is the best chain whose last form row is i or an earlier one.
        var bests = new Link?[count];
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var candidate in rows[row].OrderByDescending(candidate => candidate.Index))
            {
                var before = candidate.Index > 0 ? bests[candidate.Index - 1] : null;
                var link = new Link(row, candidate.Index, candidate.Score + (before?.Score ?? 0), before);
                for (var i = candidate.Index; i < count && link.Score > (bests[i]?.Score ?? 0) + 1e-9; i++)
                    bests[i] = link;
            }
        }

        var found = new int[rows.Count];
        Array.Fill(found, -1);
        for (var link = count > 0 ? bests[^1] : null; link is not null; link = link.Before)
            found[link.Row] = link.Index;

        // A row that stands elsewhere than in the form is taken where its words leave no doubt.
        var taken = found.Where(index => index >= 0).ToHashSet();
        for (var row = 0; row < rows.Count; row++)
            if (found[row] < 0 && exact[row] >= 0 && taken.Add(exact[row]))
                found[row] = exact[row];
        return found;
    }
}
