using System.IO.Compression;
using System.Security;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// A workbook: in some files all on one sheet, the prose in merged rows above and below the tables; in others a sheet for the prose and one for each
/// table. Figures are numbers with a format, or text, as offices type them.
/// </summary>
public sealed record XlsxLayout() : Layout("xlsx", ".xlsx")
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    // Styles 0 to 2: General, 0, #,##0.##.
    private const string Styles = Declaration + $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.##"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    private sealed class Sheet(string name)
    {
        public string Name => name;

        public StringBuilder Rows { get; } = new();

        public List<string> Merged { get; } = [];

        public int Row { get; set; } = 1;
    }

    public override byte[] Write(PrintedReport report, SplitMix random)
    {
        var strings = new Dictionary<string, int>(StringComparer.Ordinal);
        var prose = new Sheet("报告");
        List<Sheet> sheets = [prose];
        var isApart = random.OneIn(2);
        foreach (var line in report.Title)
            WriteLine(prose, line, strings);
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedBlock.Heading heading:
                    WriteLine(prose, heading.Text, strings);
                    break;
                case PrintedBlock.Paragraph paragraph:
                    WriteLine(prose, paragraph.Text, strings);
                    break;
                case PrintedBlock.Grid grid:
                    var sheet = prose;
                    if (isApart)
                        sheets.Add(sheet = new Sheet($"表{sheets.Count}"));
                    WriteTable(sheet, grid.Table, strings, random);
                    break;
            }
        }

        if (report.Signature.Length > 0)
        {
            WriteLine(sheets[^1], report.Signature, strings);
            WriteLine(sheets[^1], report.Date, strings);
        }

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            WriteParts(zip, sheets, strings);
        return stream.ToArray();
    }

    private static void WriteLine(Sheet sheet, string text, Dictionary<string, int> strings)
    {
        sheet.Rows.Append($"<row r=\"{sheet.Row}\">").Append(TextCell(0, sheet.Row, text, strings)).Append("</row>");
        sheet.Merged.Add($"A{sheet.Row}:J{sheet.Row}");
        sheet.Row++;
    }

    private static void WriteTable(Sheet sheet, PrintedTable table, Dictionary<string, int> strings, SplitMix random)
    {
        foreach (var row in table.Grid())
        {
            sheet.Rows.Append($"<row r=\"{sheet.Row}\">");
            foreach (var slot in row.Where(slot => slot.IsOrigin))
            {
                var (text, (width, height)) = (slot.Cell.Text, (slot.Cell.ColumnSpan, slot.Cell.RowSpan));
                if (width > 1 || height > 1)
                    sheet.Merged.Add($"{CellOf(slot.Column, sheet.Row)}:{CellOf(slot.Column + width - 1, sheet.Row + height - 1)}");
                if (text.Length > 0)
                    sheet.Rows.Append(text.All(c => char.IsAsciiDigit(c) || c == '.') && random.Between(0, 9) > 0
                        ? $"<c r=\"{CellOf(slot.Column, sheet.Row)}\" s=\"{random.Between(0, text.Contains('.', StringComparison.Ordinal) ? 0 : 2)}\"><v>{text}</v></c>"
                        : TextCell(slot.Column, sheet.Row, text, strings));
            }

            sheet.Rows.Append("</row>");
            sheet.Row++;
        }

        // A blank row, as people leave one below a table.
        sheet.Row++;
    }

    private static string TextCell(int column, int row, string text, Dictionary<string, int> strings)
    {
        if (!strings.TryGetValue(text, out var number))
            strings.Add(text, number = strings.Count);
        return $"<c r=\"{CellOf(column, row)}\" t=\"s\"><v>{number}</v></c>";
    }

    /// <summary>B7. No form has more than 26 columns.</summary>
    private static string CellOf(int column, int row) => $"{(char)('A' + column)}{row}";

    private static void WriteParts(ZipArchive zip, List<Sheet> sheets, Dictionary<string, int> strings)
    {
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        Add(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/>{string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"))}</Types>
            """);
        Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{sheets[n - 1].Name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))}</sheets></workbook>
            """);
        Add(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Package}/relationships">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id="rId{sheets.Count + 1}" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId{sheets.Count + 2}" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """);
        Add(zip, "xl/styles.xml", Styles[Declaration.Length..]);
        foreach (var n in numbers)
        {
            var merged = sheets[n - 1].Merged;
            var merges = merged.Count == 0 ? "" : $"<mergeCells count=\"{merged.Count}\">{string.Concat(merged.Select(range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>";
            Add(zip, $"xl/worksheets/sheet{n}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[n - 1].Rows}</sheetData>{merges}</worksheet>");
        }

        Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(strings.OrderBy(entry => entry.Value).Select(entry => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(entry.Key)}</t></si>"))}</sst>");
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(Declaration + content.Trim()));
    }
}
