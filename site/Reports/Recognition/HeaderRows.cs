namespace DisclosureArchive.Reports.Recognition;

/// <summary>Whether a header can be trusted when it names its columns in another order than the form.</summary>
internal static class HeaderRows
{
    /// <summary>
    /// Whether all rows of a grid's header end in the same column. Where one does not, a cell of it was lost or repeated, or its span, and what stands behind that has
    /// slid: 总计 then stands above the figures of 科研机构.
    /// </summary>
    /// <param name="header">Its cells, row by row.</param>
    public static bool AreEven(IReadOnlyCollection<SourceCell> header)
    {
        var rows = header.Select(cell => cell.Cell.Location.Row).Distinct().ToList();
        var ends = rows.ConvertAll(row => header.Where(cell => cell.Cell.Location.Row <= row && cell.Cell.Location.Row + cell.Cell.RowSpan > row)
            .Max(cell => cell.Column + cell.Cell.ColumnSpan));
        return ends.Distinct().Count() <= 1;
    }
}
