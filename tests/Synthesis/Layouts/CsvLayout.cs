using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>A sheet as a spreadsheet saves it: every row as wide as the widest, of merged cells only the first filled; in GBK as Chinese systems save it, or in UTF-8.</summary>
/// <param name="IsGbk">Whether it is encoded in GBK.</param>
public sealed record CsvLayout(bool IsGbk) : TextLayout(IsGbk ? "csv-gbk" : "csv", ".csv")
{
    private const int Width = 16;

    public override byte[] Write(PrintedReport report, SplitMix random) => IsGbk
        ? CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(WriteText(report, random))
        : [.. Encoding.UTF8.Preamble, .. base.Write(report, random)];

    public override string WriteText(PrintedReport report, SplitMix random)
    {
        var text = new StringBuilder();
        foreach (var line in report.Title)
            WriteRow(text, [line]);
        foreach (var block in report.Blocks)
        {
            if (block is PrintedBlock.Heading heading)
                WriteRow(text, [heading.Text]);
            else if (block is PrintedBlock.Paragraph paragraph)
                WriteRow(text, [paragraph.Text]);
            else if (block is PrintedBlock.Grid grid)
                WriteTable(text, grid.Table, random);
        }

        if (report.Signature.Length > 0)
        {
            WriteRow(text, [report.Signature]);
            WriteRow(text, [report.Date]);
        }

        return text.ToString();
    }

    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        foreach (var row in table.Grid())
            WriteRow(text, [.. row.Select(slot => slot.IsOrigin ? slot.Cell.Text : "")]);
    }

    private static void WriteRow(StringBuilder text, IReadOnlyList<string> cells)
    {
        var fields = Enumerable.Range(0, Width).Select(column => column < cells.Count ? cells[column] : "")
            .Select(cell => cell.AsSpan().IndexOfAny("\",\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        text.AppendJoin(',', fields).Append("\r\n");
    }
}
