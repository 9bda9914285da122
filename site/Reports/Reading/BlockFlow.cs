using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// What is read, in order: of a whole document, a table cell or a text box. The readers of containers that nest (Word, HTML)
/// fill one for each level.
/// </summary>
internal sealed class BlockFlow
{
    private readonly List<Block> _blocks = [];
    private readonly List<Block> _asides = [];
    private readonly List<string> _lines = [];

    /// <summary>Everything in reading order.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>What does not belong to the text of a cell: tables nested in it, text boxes anchored in it.</summary>
    public IReadOnlyList<Block> Asides => _asides;

    /// <summary>The flow's own text: its paragraphs, a line each.</summary>
    public string Text => _lines.Count == 1 ? _lines[0] : string.Join('\n', _lines);

    /// <summary>The same, or where there is none the cells of the one-row table that the flow consists of: figures of a row set in a table of their own.</summary>
    public string TextInRow => _asides is [Table { Rows: [var row] }] && !HasText ? string.Join(' ', row.Cells.Select(cell => cell.Text)).Trim() : Text;

    public bool HasText => _lines.Count > 0;

    public bool HasTable => _asides.Exists(block => block is Table);

    /// <summary>Whether it reads like a part of a page rather than like a cell: headings or several paragraphs.</summary>
    public bool HasProse => _lines.Count > 1 || _blocks.Exists(block => block is Heading);

    /// <param name="text">Cleaned text; a blank paragraph is left out.</param>
    /// <param name="level">The heading's level, 0 for a paragraph.</param>
    /// <param name="location">Where it stood.</param>
    public void AddText(string text, int level, SourceLocation location)
    {
        if (text.Length == 0)
            return;
        _blocks.Add(level > 0 ? new Heading(text, Math.Min(level, 6), location) : new Paragraph(text, location));
        _lines.Add(text);
    }

    public void AddAside(IReadOnlyList<Block> blocks)
    {
        _blocks.AddRange(blocks);
        _asides.AddRange(blocks);
    }

    /// <summary>
    /// Adds a table that ended: as a table followed by what its cells hold beside their text; or, if it only lays out a page,
    /// as the contents of its cells.
    /// </summary>
    public void AddTable(GridTable table)
    {
        if (table.IsLayout)
        {
            foreach (var cell in table.Contents)
                Absorb(cell);
            return;
        }

        AddAside([table.ToTable()]);
        foreach (var cell in table.Contents)
            AddAside(cell.Asides);
    }

    private void Absorb(BlockFlow inner)
    {
        _blocks.AddRange(inner._blocks);
        _asides.AddRange(inner._asides);
        _lines.AddRange(inner._lines);
    }

    public ImmutableArray<Block> ToBlocks() => [.. _blocks];
}
