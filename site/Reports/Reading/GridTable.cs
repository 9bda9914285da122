using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>A table of a container that states rows, cells and spans, while it is being read.</summary>
internal sealed class GridTable(SourceLocation location)
{
    private readonly List<List<GridCell>> _rows = [];
    private readonly List<SourceLocation> _rowLocations = [];

    /// <summary>Where it began; <see cref="SourceLocation.Table"/> is its number.</summary>
    public SourceLocation Location => location;

    public int RowCount => _rows.Count;

    /// <summary>What stands in its cells, row by row.</summary>
    public IEnumerable<BlockFlow> Contents => _rows.SelectMany(row => row).Select(cell => cell.Content);

    /// <summary>
    /// Whether it only lays out a page: one column, so that nothing stands beside a label; or nested tables without any text beside
    /// them, or among headings and paragraphs in one cell.
    /// </summary>
    public bool IsLayout =>
        _rows.TrueForAll(row => row.Count <= 1)
        || (Contents.Any(cell => cell.HasTable)
            && (Contents.Any(cell => cell.HasTable && cell.HasProse) || !Contents.Any(cell => cell.HasText)));

    public void AddRow(List<GridCell> cells, SourceLocation rowLocation)
    {
        _rows.Add(cells);
        _rowLocations.Add(rowLocation);
    }

    public Table ToTable()
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>(_rows.Count);
        for (var index = 0; index < _rows.Count; index++)
        {
            var cells = ImmutableArray.CreateBuilder<Cell>(_rows[index].Count);
            foreach (var cell in _rows[index])
            {
                var rowSpan = Math.Clamp(cell.RowSpan, 1, _rows.Count - index);
                cells.Add(new Cell(cell.Content.TextInRow, cell.Location with { Cell = cells.Count + 1 }, cell.ColumnSpan, rowSpan));
            }

            rows.Add(new TableRow(cells.MoveToImmutable(), _rowLocations[index]));
        }

        return new Table(rows.MoveToImmutable(), TableShape.Grid, location);
    }
}

/// <summary>A cell of a <see cref="GridTable"/>.</summary>
internal sealed class GridCell(BlockFlow content, SourceLocation location, int columnSpan)
{
    public BlockFlow Content => content;

    public SourceLocation Location => location;

    public int ColumnSpan { get; set; } = columnSpan;

    /// <summary>Rows that it covers; more than the table has means: to its end.</summary>
    public int RowSpan { get; set; } = 1;
}
