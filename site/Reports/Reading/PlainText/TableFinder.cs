using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>Tries each layout of tables in plain text at a line.</summary>
internal static class TableFinder
{
    private delegate RaggedTable? Layout(List<TextLine> lines, ref int i, int number);

    private static readonly Layout[] Layouts =
        [PipeTable.TryRead, WordTextTable.TryRead, TabTable.TryRead, SpacedTable.TryRead, StackedTable.TryRead];

    /// <summary>Reads the table that begins at line <paramref name="i"/>, if one does, and moves behind it.</summary>
    public static bool TryRead(List<TextLine> lines, ref int i, int number, ImmutableArray<Block>.Builder blocks)
    {
        if (lines[i].IsBlank)
            return false;
        if (lines[i].IsBox)
            return BoxTable.TryRead(lines, ref i, number, blocks);

        foreach (var layout in Layouts)
        {
            var next = i;
            if (layout(lines, ref next, number) is not { } table)
                continue;
            i = next;
            table.AppendTo(blocks);
            return true;
        }

        return false;
    }

    /// <summary>A rule between rows that a converter leaves, such as <c>---------</c> tab <c>---</c>.</summary>
    public static bool IsRule(IEnumerable<string> cells)
    {
        var any = false;
        foreach (var cell in cells)
        {
            var text = cell.Trim();
            if (text.Length == 0)
                continue;
            if (text.Length < 3 || text.Any(c => c is not ('-' or ':' or '=' or '—')))
                return false;
            any = true;
        }

        return any;
    }
}
