namespace DisclosureArchive.Reports.Forms;

/// <summary>Names a cell in the form's own words.</summary>
public static class CellLabel
{
    /// <summary>Row and column: 本年新收政府信息公开申请数量 · 总计.</summary>
    public static string Of(FormTable table, FormRow row, FormColumn column) =>
        table.Columns.Length == 1 ? row.Label : $"{row.Label} · {column.Label}";

    /// <summary>The same for a cell by its name; the name itself if the table has no such cell.</summary>
    public static string Of(FormTable table, CellName name) =>
        table.Row(name.Row) is { } row && table.Column(name.Column) is { } column ? Of(table, row, column) : name.ToString();
}
