using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>A table of a Word file while it is being read: turns its merge marks into spans.</summary>
internal sealed class WordTable(SourceLocation location)
{
    private const int WidestSpan = 200;

    // By the column where they begin: the cells that a continuation in the next row would continue.
    private Dictionary<int, GridCell> _above = [];
    private Dictionary<int, GridCell> _here = [];
    private List<GridCell> _row = [];
    private int _column;
    private GridCell? _last;
    private bool _lastIsCovered;

    public GridTable Grid { get; } = new(location);

    /// <summary>Columns left out at the row's end.</summary>
    public int GapAfter { get; set; }

    public SourceLocation RowLocation => location with { Row = Grid.RowCount + 1 };

    public SourceLocation CellLocation => RowLocation with { Cell = _row.Count + 1 };

    public void BeginRow()
    {
        _row = [];
        _here = [];
        _column = 0;
        _last = null;
        GapAfter = 0;
    }

    /// <summary>Columns left out in a row, as one empty cell.</summary>
    public void AddGap(int columns)
    {
        if (columns > 0)
            Add(new GridCell(new BlockFlow(), CellLocation, Math.Min(columns, WidestSpan)));
    }

    public void AddCell(BlockFlow content, WordCell cell)
    {
        var span = Math.Clamp(cell.ColumnSpan, 1, WidestSpan);
        if (cell.Deleted)
            return;
        if (cell.ContinuesLeft && _last is not null)
        {
            if (!_lastIsCovered)
                _last.ColumnSpan += span;
            _column += span;
            return;
        }

        if (cell.ContinuesAbove && _above.TryGetValue(_column, out var above) && (above.ColumnSpan == span || cell.BeginsRight))
        {
            above.RowSpan++;
            _here[_column] = above;
            _last = above;
            _lastIsCovered = true;
            _column += span;
            return;
        }

        var added = new GridCell(content, CellLocation, span);
        if (cell.ContinuesAbove || cell.BeginsDown)
            _here[_column] = added;
        Add(added);
    }

    public void EndRow()
    {
        AddGap(GapAfter);
        Grid.AddRow(_row, RowLocation);
        _above = _here;
    }

    private void Add(GridCell cell)
    {
        _row.Add(cell);
        _last = cell;
        _lastIsCovered = false;
        _column += cell.ColumnSpan;
    }
}

/// <summary>What <c>w:tcPr</c> says of a cell.</summary>
internal sealed class WordCell
{
    public int ColumnSpan { get; set; } = 1;

    /// <summary>It begins a merge downwards.</summary>
    public bool BeginsDown { get; set; }

    /// <summary>It is covered by the cell above.</summary>
    public bool ContinuesAbove { get; set; }

    /// <summary>It begins a merge to the right in the old way (<c>w:hMerge</c>).</summary>
    public bool BeginsRight { get; set; }

    /// <summary>It is covered by the cell to its left.</summary>
    public bool ContinuesLeft { get; set; }

    public bool Deleted { get; set; }
}
