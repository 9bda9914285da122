using DisclosureArchive.Reports.Documents;
using Shouldly;

namespace DisclosureArchive.Reports.Tests.Reading;

/// <summary>Blocks as lines that a test can state: <c># heading</c>, a paragraph's text, and a table's rows as <c>cell | cell</c> with spans before a cell.</summary>
internal static class Blocks
{
    public static string Print(Document document) => string.Join('\n', document.Blocks.Select(Print));

    public static void ShouldRead(this Document document, string expected) => Print(document).ShouldBe(expected.ReplaceLineEndings("\n"));

    public static IEnumerable<Table> Tables(this Document document) => document.Blocks.OfType<Table>();

    /// <summary>Columns of each row, its cells and those reaching down into it counted.</summary>
    public static int[] Widths(Table table)
    {
        var widths = new int[table.Rows.Length];
        for (var row = 0; row < table.Rows.Length; row++)
        {
            foreach (var cell in table.Rows[row].Cells)
            {
                for (var reach = 0; reach < cell.RowSpan; reach++)
                    widths[row + reach] += cell.ColumnSpan;
            }
        }

        return widths;
    }

    private static string Print(Block block) => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {heading.Text}",
        Paragraph paragraph => paragraph.Text.Replace("\n", "⏎"),
        Table table => string.Join('\n', table.Rows.Select(row => "[" + string.Join(" | ", row.Cells.Select(Print)) + "]")),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static string Print(Cell cell)
    {
        var span = cell is { ColumnSpan: 1, RowSpan: 1 } ? "" : $"{cell.ColumnSpan}x{cell.RowSpan}:";
        return span + cell.Text.Replace("\n", "⏎");
    }
}
