using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// The text of a Word file: one cell a line, indented by a tab; rows parted by blank lines; of a cell merged downwards
/// only the tab is left in the rows below; bookmarks in brackets.
/// </summary>
public sealed record WordTextLayout() : TextLayout("word-text", ".txt")
{
    protected override void WriteHeading(StringBuilder text, string heading, SplitMix random) =>
        base.WriteHeading(text, random.OneIn(3) ? $"[bookmark: bookmark{random.Below(40)}]{heading}" : heading, random);

    protected override void WriteParagraph(StringBuilder text, string paragraph, SplitMix random) =>
        base.WriteParagraph(text, random.OneIn(6) ? $"[bookmark: _GoBack]{paragraph}" : paragraph, random);

    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        foreach (var row in table.Grid())
        {
            foreach (var slot in row.Where(slot => slot.FirstColumn))
                text.Append('\t').Append(slot.FirstRow ? slot.Cell.Text : "").Append('\n');
            text.Append('\n');
        }

        text.Append('\n');
    }
}
