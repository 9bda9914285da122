using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>The columns of a table 三 as its header gives them.</summary>
/// <param name="Columns">From left to right.</param>
/// <param name="Places">Where they stand, from 0, spans counted; null if the header does not tell.</param>
/// <param name="IsAssumed">The header does not name all of them; the form's order is taken.</param>
internal sealed record RequestHeader(ImmutableArray<FormColumn> Columns, ImmutableArray<int>? Places, bool IsAssumed)
{
    private const int FewestColumns = 3;
    private const int LongestLabel = 10;

    private static readonly ImmutableArray<FormColumn> Official = FormIndexes.Requests2021.Columns;
    private static readonly int Total = Official.Length - 1;

    /// <summary>What a single column of figures is headed by, if by anything.</summary>
    private static readonly ImmutableHashSet<string> Counts = ["数量", "件数", "数值", "统计数", "办理数量", "申请数量", "数量件", "情况", "数"];

    /// <summary>The form's own order.</summary>
    public static readonly RequestHeader Assumed = new(Official, null, true);

    /// <summary>There is a header, but which column is which it does not tell: no figure below it can be read.</summary>
    public static readonly RequestHeader Unclear = new(Official, null, false) { IsUnclear = true };

    public bool IsUnclear { get; private init; }

    /// <summary>Columns that the header names and the form has not: 备注, 上年总计.</summary>
    public ImmutableArray<int> Others { get; private init; } = [];

    /// <summary>How many columns the header covers.</summary>
    public int Width { get; private init; }

    /// <summary>Reads the header from the cells above (or, in a row without line breaks, before) the first row of figures; null if there is none.</summary>
    /// <param name="cells">Its cells, row by row.</param>
    /// <param name="shape">Shape of the table.</param>
    /// <param name="isOneRow">Whether they are all of one row, so that their places are those of the cells below.</param>
    public static RequestHeader? Read(IReadOnlyList<SourceCell> cells, TableShape shape, bool isOneRow)
    {
        var found = new List<(int Index, SourceCell Cell)>();
        foreach (var cell in cells)
            if (cell.IsLabel && FormIndexes.RequestColumns.FindKey(cell.Key) is [var only] && !found.Any(other => other.Index == only.Index && only.Index < Official.Length && shape == TableShape.Ragged))
                found.Add((only.Index, cell));
        var exact = found.Count(label => label.Index < Official.Length);
        AddAlike(found, cells);
        found.Sort((one, other) => PlaceIn(cells, one.Cell).CompareTo(PlaceIn(cells, other.Cell)));
        if (exact == 0 || found.Count(label => label.Index < Official.Length) < FewestColumns)
            return null;

        var header = ((shape == TableShape.Grid || isOneRow) ? ReadPlaces(found, cells) : null) ?? ReadOrder(found);
        return header.Columns.SequenceEqual(Official) || IsSound(found, cells, shape, isOneRow) ? header : Unclear;
    }

    private static int PlaceIn(IReadOnlyList<SourceCell> cells, SourceCell cell)
    {
        var place = 0;
        while (!ReferenceEquals(cells[place].Cell, cell.Cell))
            place++;
        return place;
    }

    /// <summary>
    /// Whether nothing is wrong with a header that has another order than the form: no name in two places, none unknown among the others, no row of another length. Else
    /// something was lost from it, and the order with it.
    /// </summary>
    private static bool IsSound(List<(int Index, SourceCell Cell)> found, IReadOnlyList<SourceCell> cells, TableShape shape, bool isOneRow)
    {
        var first = PlaceIn(cells, found[0].Cell);
        var stub = cells.Take(first).Select(cell => cell.Key).ToHashSet();
        var among = cells.Skip(first).Take(PlaceIn(cells, found[^1].Cell) - first + 1).Where(cell => cell.IsLabel).ToList();
        if (among.Exists(cell => !stub.Contains(cell.Key) && !found.Exists(label => label.Cell.Key == cell.Key)))
            return false;
        var twice = cells.Where(cell => cell.IsLabel && cell.Cell.ColumnSpan == 1).SelectMany(cell => FormIndexes.RequestColumns.FindKey(cell.Key).Select(label => (label.Index, cell.Column)))
            .Where(label => label.Index < Official.Length).Distinct().GroupBy(label => label.Index).Any(label => label.Count() > 1);
        var hasGroup = found.Exists(label => label.Index == Official.Length);
        return !twice && (shape == TableShape.Grid ? HeaderRows.AreEven(cells) : isOneRow || hasGroup);
    }

    /// <summary>The header of a table with a single column of figures: it names a column of the form, or just says that it counts. Null if it says anything else.</summary>
    public static RequestHeader? ReadSingle(IEnumerable<SourceCell> cells)
    {
        var labels = cells.Where(cell => cell.IsLabel && cell.Column > 0).ToList();
        var named = labels.SelectMany(cell => FormIndexes.RequestColumns.FindKey(cell.Key)).Select(candidate => candidate.Index).Distinct().ToList();
        if (named is [var only] && only < Official.Length)
            return new RequestHeader([Official[only]], null, false);
        return named.Count == 0 && labels.TrueForAll(cell => Counts.Contains(cell.Key)) ? new RequestHeader([Official[Total]], null, true) : null;
    }

    /// <summary>Names that are none of the form's but are like one that is not found yet: 企业类, 公益类, 总量.</summary>
    private static void AddAlike(List<(int Index, SourceCell Cell)> found, IReadOnlyList<SourceCell> cells)
    {
        var missing = Enumerable.Range(0, Official.Length).Where(index => !found.Exists(label => label.Index == index)).ToList();
        if (missing.Count == 0)
            return;
        var alike = cells.Where(cell => cell.IsLabel && cell.Key.Length is > 1 and <= LongestLabel && FormIndexes.RequestColumns.FindKey(cell.Key).IsEmpty)
            .SelectMany(cell => missing.Where(index => IsLike(cell.Key, Official[index].Label)).Select(index => (Index: index, Cell: cell))).ToList();
        found.AddRange(alike.Where(pair => alike.Count(other => other.Index == pair.Index || other.Cell.Cell == pair.Cell.Cell) == 1));
    }

    private static bool IsLike(string key, string label) => label.Length > 2 ? key.Distinct().Count(label.Contains) >= 2 : key[0] == label[0];

    /// <summary>The header by the places of its names; null if two stand in one place, so that merged cells were left out.</summary>
    private static RequestHeader? ReadPlaces(List<(int Index, SourceCell Cell)> found, IReadOnlyList<SourceCell> cells)
    {
        var places = new int?[Official.Length];
        for (var index = 0; index < Official.Length; index++)
        {
            // 其他 and 总计 stand in the lowest row that has them; cells come row by row.
            var cell = found.LastOrDefault(label => label.Index == index && label.Cell.Cell.ColumnSpan == 1);
            places[index] = cell.Cell.Cell is null ? null : cell.Cell.Column;
        }

        var known = places.Where(place => place is not null).ToList();
        if (known.Distinct().Count() != known.Count || known.Count < FewestColumns)
            return null;
        var isAssumed = known.Count < Official.Length;
        if (isAssumed)
        {
            // A name that is missing stands in the form's order if all others do, and nothing else stands in its place.
            var first = Enumerable.Range(0, Official.Length).Where(index => places[index] is not null).Select(index => places[index]!.Value - index).Distinct().ToList();
            if (first.Count != 1 || first[0] < 0)
                return Unclear;
            for (var index = 0; index < Official.Length; index++)
            {
                if (places[index] is null && cells.Any(cell => cell.IsLabel && cell.Cell.ColumnSpan == 1 && cell.Column == first[0] + index && cell.Key.Length > 0))
                    return Unclear;
                places[index] = first[0] + index;
            }
        }

        var order = Enumerable.Range(0, Official.Length).OrderBy(index => places[index]).ToList();
        return new RequestHeader([.. order.Select(index => Official[index])], [.. order.Select(index => places[index]!.Value)], isAssumed)
        {
            Others = [.. cells.Where(cell => cell.IsLabel && !places.Contains(cell.Column)).Select(cell => cell.Column).Distinct()],
            Width = cells.Max(cell => cell.Column + cell.Cell.ColumnSpan),
        };
    }

    private static RequestHeader ReadOrder(List<(int Index, SourceCell Cell)> found)
    {
        var order = Flatten([.. found.Select(label => label.Index)]);
        if (order.Count == Official.Length)
            return new RequestHeader([.. order.Select(index => Official[index])], null, false);
        return order.SequenceEqual(order.Order()) ? Assumed : Unclear;
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
