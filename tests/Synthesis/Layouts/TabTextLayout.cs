using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// Tab-separated rows, merged cells as empty cells. In some rows they have moved to the end, so that the figures stand
/// too far left.
/// </summary>
public sealed record TabTextLayout() : TextLayout("tab-text", ".txt")
{
    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random) => WriteRows(text, table, random);

    internal static void WriteRows(StringBuilder text, PrintedTable table, SplitMix random)
    {
        foreach (var row in table.Grid())
        {
            var shifted = random.OneIn(4);
            var cells = row.Where(slot => !shifted || slot.FirstColumn).Select(slot => slot.IsOrigin ? OnOneLine(slot.Cell.Text) : "").ToList();
            text.AppendJoin('\t', cells).Append('\t', table.Columns - cells.Count).Append('\n');
        }

        text.Append('\n');
    }
}
