using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>Columns set apart by two spaces or more, a Chinese character being two columns wide; of merged cells only the first place holds text.</summary>
public sealed record AlignedTextLayout() : TextLayout("aligned-text", ".txt")
{
    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        var grid = table.Grid();
        var widths = new int[table.Columns];
        for (var column = 0; column < table.Columns; column++)
            widths[column] = grid.Max(row => row[column] is { IsOrigin: true, Cell.ColumnSpan: 1 } slot ? DisplayWidth.Of(OnOneLine(slot.Cell.Text)) : 2);

        // A spanning cell needs the room of its columns; the last of them grows if they are too narrow.
        foreach (var slot in grid.SelectMany(row => row).Where(slot => slot is { IsOrigin: true, Cell.ColumnSpan: > 1 }))
        {
            var end = slot.Column + slot.Cell.ColumnSpan - 1;
            var room = Enumerable.Range(slot.Column, slot.Cell.ColumnSpan).Sum(column => widths[column]) + 2 * (slot.Cell.ColumnSpan - 1);
            widths[end] += Math.Max(0, DisplayWidth.Of(OnOneLine(slot.Cell.Text)) - room);
        }

        text.Append('\n');
        foreach (var row in grid)
        {
            var line = new StringBuilder();
            foreach (var slot in row.Where(slot => slot.FirstColumn))
            {
                var room = Enumerable.Range(slot.Column, slot.Cell.ColumnSpan).Sum(column => widths[column] + 2);
                line.Append(DisplayWidth.Pad(slot.FirstRow ? OnOneLine(slot.Cell.Text) : "", room));
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }
}
