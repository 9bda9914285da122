using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// Text taken from a web page: <c>|</c> after each cell; merged cells are left out, and the row is filled up with
/// <c>|</c> at its end; some cells end in a line break of their own.
/// </summary>
public sealed record WebTextLayout() : TextLayout("web-text", ".txt")
{
    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        for (var row = 0; row < table.Rows.Length; row++)
        {
            var cells = table.Rows[row];
            foreach (var cell in cells)
                text.Append(OnOneLine(cell.Text)).Append(random.OneIn(9) && cell.Text.Trim().Length > 0 ? "\n| " : " | ");
            if (row < table.Rows.Length - 1 && cells.Length < table.Columns)
                text.Append('|', table.Columns - cells.Length);
            else
                text.Length--;
            text.Append('\n');
        }
    }
}
