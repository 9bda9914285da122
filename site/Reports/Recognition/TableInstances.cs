using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>Parts the rows of tables that follow each other where the same form table begins anew, and takes the best of them.</summary>
internal static class TableInstances
{
    /// <summary>A row that begins the form again after this many of its rows begins another table.</summary>
    private const int FewestRows = 5;

    /// <summary>How much of the best table a table must have to be taken before it, for it stands before it.</summary>
    private const double MostOfBest = 0.6;

    /// <summary>The rows of the first table that is no mere part, with their labels, and the first row of each other.</summary>
    public static (List<(SourceRow Row, RowLabel Label)> Best, List<SourceRow> Others) ChooseBest(
        IReadOnlyList<SourceRow> rows, IReadOnlyList<RowLabel> labels, int columns)
    {
        var instances = new List<List<(SourceRow Row, RowLabel Label)>> { new() };
        var seen = new HashSet<int>();
        var open = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            var label = labels[i];
            if (label.Exact >= 0)
            {
                if (label.Exact <= 1 && seen.Contains(label.Exact) && seen.Count >= FewestRows)
                {
                    // What stands between two tables is the header of the second.
                    var current = instances[^1];
                    var header = current.GetRange(open, current.Count - open);
                    current.RemoveRange(open, current.Count - open);
                    instances.Add(header);
                    seen.Clear();
                }

                seen.Add(label.Exact);
            }

            instances[^1].Add((rows[i], label));
            if (label.IsFound)
                open = instances[^1].Count;
        }

        var scores = instances.ConvertAll(instance => instance.Sum(row => Weigh(row.Row, row.Label, columns) is [var first, ..] ? first.Score : 0));
        var best = instances[scores.FindIndex(score => score >= scores.Max() * MostOfBest)];
        return (best, [.. instances.Where(instance => instance != best && instance.Count > 0).Select(instance => instance[0].Row)]);
    }

    /// <summary>For each row the form row that it is, or -1.</summary>
    /// <param name="rows">The rows with their labels.</param>
    /// <param name="columns">How many columns of figures the form has.</param>
    /// <param name="count">How many rows it has.</param>
    /// <param name="common">Rows whose label is so common that it must stand in the form's order.</param>
    public static int[] Align(IReadOnlyList<(SourceRow Row, RowLabel Label)> rows, int columns, int count, ImmutableHashSet<int>? common = null) => RowAlignment.Align(
        [.. rows.Select(row => Weigh(row.Row, row.Label, columns))], [.. rows.Select(row => common?.Contains(row.Label.Exact) == true ? -1 : row.Label.Exact)], count);

    /// <summary>A label's candidates, those of a row that has as many figures as the form has columns, and of a numbered label, before the others.</summary>
    private static ImmutableArray<LabelCandidate> Weigh(SourceRow row, RowLabel label, int columns)
    {
        if (!label.IsFound)
            return [];
        var behind = row.Behind(label.End);
        var figures = 0;
        foreach (var cell in behind)
            if (cell.IsFigure)
                figures++;
        var bonus = figures == columns ? 0.2 : behind.Length >= columns ? 0.1 : 0;
        if (LabelText.IsNumbered(row.Cells[label.End].Text))
            bonus += 0.05;
        return bonus == 0 ? label.Candidates : [.. label.Candidates.Select(candidate => candidate with { Score = candidate.Score + bonus })];
    }
}
