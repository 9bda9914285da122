using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>A table of a page while it is being read.</summary>
internal sealed class HtmlTable(SourceLocation location)
{
    private const int WidestSpan = 200;
    private const int HighestSpan = 1000;

    private readonly List<List<GridCell>> _group = [];
    private readonly List<SourceLocation> _groupLocations = [];
    private List<GridCell>? _row;

    public GridTable Grid { get; } = new(location);

    public SourceLocation RowLocation(int line) => location with { Line = line, Row = Grid.RowCount + _group.Count + 1 };

    public SourceLocation CellLocation(int line) => RowLocation(line) with { Cell = (_row?.Count ?? 0) + 1 };

    public void BeginRow(int line)
    {
        EndRow();
        _groupLocations.Add(RowLocation(line));
        _row = [];
    }

    public void AddCell(BlockFlow content, SourceLocation at, int columnSpan, int rowSpan) =>
        _row?.Add(new GridCell(content, at, Math.Clamp(columnSpan, 1, WidestSpan))
        {
            // A span of 0 goes to the end of its row group.
            RowSpan = rowSpan == 0 ? HighestSpan : Math.Clamp(rowSpan, 1, HighestSpan),
        });

    public void EndRow()
    {
        if (_row is not null)
            _group.Add(_row);
        _row = null;
    }

    /// <summary>The end of <c>thead</c>, <c>tbody</c> or <c>tfoot</c>: no cell spans beyond it.</summary>
    public void EndGroup()
    {
        EndRow();
        for (var index = 0; index < _group.Count; index++)
        {
            foreach (var cell in _group[index])
                cell.RowSpan = Math.Min(cell.RowSpan, _group.Count - index);
        }

        for (var index = 0; index < _group.Count; index++)
            Grid.AddRow(_group[index], _groupLocations[index]);
        _group.Clear();
        _groupLocations.Clear();
    }
}
