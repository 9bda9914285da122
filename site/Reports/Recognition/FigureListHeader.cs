namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// The columns of a list of figures in the layout of our own data, <c>source,agency_id,agency,year,form,table,row,column,value,state,raw,location</c> in any order. Needed are
/// <c>table</c>, <c>row</c>, <c>column</c> and one of <c>value</c> and <c>raw</c>.
/// </summary>
internal sealed class FigureListHeader
{
    private readonly Dictionary<string, int> _columns;

    private FigureListHeader(Dictionary<string, int> columns) => _columns = columns;

    /// <summary>The header, or null if a row is none.</summary>
    public static FigureListHeader? Read(IReadOnlyList<string> row)
    {
        if (row.Count is < 4 or > 64)
            return null;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < row.Count; index++)
            columns.TryAdd(row[index].Trim().ToLowerInvariant(), index);
        return columns.ContainsKey("table") && columns.ContainsKey("row") && columns.ContainsKey("column") && (columns.ContainsKey("value") || columns.ContainsKey("raw"))
            ? new FigureListHeader(columns) : null;
    }

    public bool HasState => _columns.ContainsKey("state");

    public CellName Name(IReadOnlyList<string> row) => new(Field(row, "table"), Field(row, "row"), Field(row, "column"));

    /// <summary>Column of the text that the figure is taken from.</summary>
    public int TextColumn => _columns.TryGetValue("raw", out var raw) ? raw : _columns["value"];

    public string Value(IReadOnlyList<string> row) => Field(row, "value");

    public string State(IReadOnlyList<string> row) => Field(row, "state");

    public string Raw(IReadOnlyList<string> row) => Field(row, "raw");

    public string Form(IReadOnlyList<string> row) => Field(row, "form");

    public string Source(IReadOnlyList<string> row) => Field(row, "source");

    public string Year(IReadOnlyList<string> row) => Field(row, "year");

    /// <summary>The agency's name, else its id.</summary>
    public string Agency(IReadOnlyList<string> row) => Field(row, "agency") is { Length: > 0 } name ? name : Field(row, "agency_id");

    private string Field(IReadOnlyList<string> row, string name) => _columns.TryGetValue(name, out var index) && index < row.Count ? row[index].Trim() : "";
}
