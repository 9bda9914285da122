using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>A workbook: all on one sheet, a line a row, or each table on a sheet of its own that is named after its section.</summary>
/// <param name="IsSplit">Whether each table has a sheet of its own.</param>
public sealed record XlsxLayout(bool IsSplit) : Layout(IsSplit ? "xlsx-sheets" : "xlsx", ".xlsx")
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private sealed class Sheet(string name)
    {
        public string Name => name;

        public StringBuilder Rows { get; } = new();

        public StringBuilder Merges { get; } = new();

        public int Row { get; set; }
    }

    public override byte[] Write(PrintedReport report, SplitMix random)
    {
        var sheets = new List<Sheet> { new("封面") };
        foreach (var line in report.Title)
            AddLine(sheets[^1], line);
        var heading = "";
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedBlock.Heading text:
                    heading = text.Text;
                    AddLine(sheets[^1], heading);
                    break;
                case PrintedBlock.Paragraph paragraph:
                    AddLine(sheets[^1], paragraph.Text);
                    break;
                case PrintedBlock.Grid grid:
                    if (IsSplit)
                        sheets.Add(new Sheet($"{sheets.Count} {heading[..Math.Min(heading.Length, 20)]}"));
                    AddTable(sheets[^1], grid.Table);
                    if (IsSplit)
                        sheets.Add(new Sheet($"续{sheets.Count}"));
                    break;
            }
        }

        AddLine(sheets[^1], report.Signature);
        AddLine(sheets[^1], report.Signature.Length > 0 ? report.Date : "");
        return Pack(sheets);
    }

    private static byte[] Pack(List<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{string.Concat(sheets.Select((_, index) => $"<Override PartName=\"/xl/worksheets/sheet{index + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{Escape(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"r{index + 1}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"r{index + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))}</Relationships>");
            for (var index = 0; index < sheets.Count; index++)
                Add(zip, $"xl/worksheets/sheet{index + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[index].Rows}</sheetData>{(sheets[index].Merges.Length > 0 ? $"<mergeCells>{sheets[index].Merges}</mergeCells>" : "")}</worksheet>");
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(Declaration + content));
    }

    private static void AddLine(Sheet sheet, string text)
    {
        sheet.Row++;
        sheet.Rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{sheet.Row}\">{Cell(sheet.Row, 0, text)}</row>");
    }

    private static void AddTable(Sheet sheet, PrintedTable table)
    {
        foreach (var row in table.Grid())
        {
            sheet.Row++;
            sheet.Rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{sheet.Row}\">");
            foreach (var slot in row.Where(slot => slot.IsOrigin))
            {
                sheet.Rows.Append(Cell(sheet.Row, slot.Column, slot.Cell.Text));
                if (slot.Cell.ColumnSpan > 1 || slot.Cell.RowSpan > 1)
                    sheet.Merges.Append(CultureInfo.InvariantCulture, $"<mergeCell ref=\"{Place(sheet.Row, slot.Column)}:{Place(sheet.Row + slot.Cell.RowSpan - 1, slot.Column + slot.Cell.ColumnSpan - 1)}\"/>");
            }

            sheet.Rows.Append("</row>");
        }
    }

    private static string Cell(int row, int column, string text) => text.Length == 0 ? ""
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{Place(row, column)}\"><v>{text}</v></c>"
        : $"<c r=\"{Place(row, column)}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>";

    private static string Place(int row, int column) => $"{(char)('A' + column)}{row}";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
