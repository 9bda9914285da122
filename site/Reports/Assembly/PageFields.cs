using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Assembly;

/// <summary>What a page prints about its report in a small table above it: <c>发布机构 | 示例县民政局 | 发文日期 | 2022-01-25</c>.</summary>
internal static class PageFields
{
    private const int BlocksSearched = 8;
    private const int MostRows = 12;
    private const int LongestLabel = 8;

    /// <summary>The fields as lines <c>发布机构:示例县民政局</c>, squeezed; and every cell, which may be such a line itself.</summary>
    public static List<string> Read(Document document)
    {
        var lines = new List<string>();
        foreach (var row in document.Blocks.Take(BlocksSearched).OfType<Table>().Where(table => table.Rows.Length <= MostRows).SelectMany(table => table.Rows))
        {
            var cells = row.Cells.Select(cell => TextFolding.Squeeze(cell.Text)).Where(text => text.Length > 0).ToList();
            for (var i = 0; i < cells.Count; i++)
                lines.Add(i + 1 < cells.Count && cells[i].TrimEnd(':').Length <= LongestLabel ? $"{cells[i].TrimEnd(':')}:{cells[i + 1]}" : cells[i]);
        }

        return lines;
    }

    /// <summary>The title that such a table prints, or null.</summary>
    public static string? TitleIn(List<string> fields) =>
        fields.Select(line => line.Split(':', 2)).FirstOrDefault(field => field is ["标题" or "名称" or "信息名称", _])?[1];
}
