using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>Collects the rows of a table found in plain text.</summary>
/// <param name="number">The table's number in the source.</param>
internal sealed class RaggedTable(int number)
{
    private readonly List<List<(string Text, int Line)>> _rows = [];

    public int RowCount => _rows.Count;

    public void Add(List<(string Text, int Line)> row)
    {
        if (row.Count > 0)
            _rows.Add(row);
    }

    public bool Any(Func<IReadOnlyList<(string Text, int Line)>, bool> condition) => _rows.Any(condition);

    /// <summary>Appends the table to the blocks; single-cell rows of running text at its edges as paragraphs before and after it.</summary>
    public void AppendTo(ImmutableArray<Block>.Builder blocks)
    {
        var first = _rows.TakeWhile(IsProse).Count();
        var last = _rows.Count - _rows.AsEnumerable().Reverse().TakeWhile(IsProse).Count();
        AppendParagraphs(blocks, _rows.Take(first));
        if (first < last)
        {
            var rows = _rows.GetRange(first, last - first).Select((row, index) => new TableRow(
                [.. row.Select((cell, position) => new Cell(cell.Text, new SourceLocation(cell.Line, 0, number, index + 1, position + 1)))],
                new SourceLocation(row[0].Line, 0, number, index + 1)));
            blocks.Add(new Table([.. rows], TableShape.Ragged, new SourceLocation(_rows[first][0].Line, 0, number)));
        }

        AppendParagraphs(blocks, _rows.Skip(Math.Max(first, last)));
    }

    private static void AppendParagraphs(ImmutableArray<Block>.Builder blocks, IEnumerable<List<(string Text, int Line)>> rows)
    {
        foreach (var (text, line) in rows.Select(row => row[0]))
            if (text.Length > 0)
                blocks.Add(new Paragraph(text, SourceLocation.AtLine(line)));
    }

    private static bool IsProse(List<(string Text, int Line)> row) =>
        row.Count == 1 && (row[0].Text.Length > 60 || row[0].Text.EndsWith('。') || row[0].Text.EndsWith('；'));
}
