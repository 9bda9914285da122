using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>The columns of a table 三 as its header gives them.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Positions">Where they stand in a grid; null if the header does not tell.</param>
/// <param name="IsAssumed">The header does not name all of them; the form's order is taken.</param>
internal sealed record RequestHeader(ImmutableArray<FormColumn> Columns, int[]? Positions, bool IsAssumed)
{
    private static readonly ImmutableArray<FormColumn> Official = FormIndexes.Requests2021.Columns;

    /// <summary>The form's own order.</summary>
    public static readonly RequestHeader Assumed = new(Official, null, true);

    /// <summary>Reads the header from the cells above (or, in a row without line breaks, before) the first row of figures; null if there is none.</summary>
    public static RequestHeader? Read(IReadOnlyList<SourceCell> cells, TableShape shape)
    {
        var found = new List<(int Index, SourceCell Cell)>();
        foreach (var cell in cells)
            if (cell.IsLabel && FormIndexes.RequestColumns.FindKey(cell.Key) is [var only] && !found.Any(other => other.Index == only.Index && only.Index < Official.Length && shape == TableShape.Ragged))
                found.Add((only.Index, cell));
        if (found.Count(label => label.Index < Official.Length) < 3)
            return null;

        if (shape == TableShape.Grid && ReadGrid(found) is { } grid)
            return grid;

        var order = Flatten([.. found.Select(label => label.Index)]);
        if (order.Count == Official.Length)
            return new RequestHeader([.. order.Select(index => Official[index])], null, false);
        return order.SequenceEqual(order.Order()) ? Assumed : null;
    }

    private static RequestHeader? ReadGrid(List<(int Index, SourceCell Cell)> found)
    {
        var columns = new List<(FormColumn Column, int Position)>();
        for (var index = 0; index < Official.Length; index++)
        {
            // 其他 and 总计 stand in the lowest row that has them; cells come row by row.
            var cell = found.LastOrDefault(label => label.Index == index && label.Cell.Cell.ColumnSpan == 1);
            if (cell.Cell.Cell is null)
                return null;
            columns.Add((Official[index], cell.Cell.Column));
        }

        if (columns.Select(column => column.Position).Distinct().Count() != columns.Count)
            return null;
        columns.Sort((a, b) => a.Position.CompareTo(b.Position));
        return new RequestHeader([.. columns.Select(column => column.Column)], [.. columns.Select(column => column.Position)], false);
    }

    /// <summary>The order of columns from labels listed row by row: the members of 法人或其他组织 stand below it, so behind 总计.</summary>
    private static List<int> Flatten(List<int> labels)
    {
        var group = labels.IndexOf(Official.Length);
        bool IsMember(int index) => index < Official.Length && Official[index].Parent is not null;
        var members = labels.Where(IsMember).Distinct().ToList();
        if (group < 0)
            return [.. labels.Distinct()];
        var before = labels.Take(group).Where(index => !IsMember(index));
        var behind = labels.Skip(group + 1).Where(index => index < Official.Length && !IsMember(index));
        return [.. before.Concat(members).Concat(behind).Distinct()];
    }
}
