using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Puts labels together that the source breaks over cells, as text with a line of a cell on each line does: where the very words of a label of the forms
/// come out, and one of the parts is none by itself.
/// </summary>
internal static class BrokenLabels
{
    private const int MostParts = 24;
    private const int LongestLabel = 80;

    private static readonly FrozenSet<string> Known = Editions.All.SelectMany(edition => edition.Tables)
        .SelectMany(table => table.Rows.Concat<FormLabel>(table.Columns).Concat(table.Groups).Concat(table.ColumnGroups))
        .SelectMany(label => label.Aliases.Prepend(label.Label)).Select(LabelText.Normalise)
        .Append(LabelText.Normalise("第二十条第（一）项")).Where(key => key.Length > 1).ToFrozenSet(StringComparer.Ordinal);

    public static ImmutableArray<SourceCell> Join(ImmutableArray<SourceCell> cells)
    {
        if (!cells.Where((cell, index) => index + 1 < cells.Length && cell.IsLabel && cells[index + 1].IsLabel && !(Known.Contains(cell.Key) && Known.Contains(cells[index + 1].Key))).Any())
            return cells;
        var joined = ImmutableArray.CreateBuilder<SourceCell>(cells.Length);
        for (var index = 0; index < cells.Length;)
        {
            var (cell, parts) = At(cells, index);
            joined.Add(cell with { Column = joined.Count });
            index += parts;
        }

        return joined.ToImmutable();
    }

    /// <summary>The longest label that begins with a cell, and how many cells it takes.</summary>
    private static (SourceCell Cell, int Parts) At(ImmutableArray<SourceCell> cells, int index)
    {
        var best = (Cell: cells[index], Parts: 1);
        var text = cells[index].Text;
        var hasUnknown = !Known.Contains(cells[index].Key);
        for (var next = index + 1; cells[index].IsLabel && next < Math.Min(cells.Length, index + MostParts) && cells[next].IsLabel; next++)
        {
            text += cells[next].Text;
            hasUnknown |= !Known.Contains(cells[next].Key);
            if (text.Length > LongestLabel)
                break;
            if (hasUnknown && LabelText.Normalise(text) is var key && Known.Contains(key))
                best = (cells[index] with { Cell = cells[index].Cell with { Text = text }, Key = key }, next - index + 1);
        }

        return best;
    }
}
