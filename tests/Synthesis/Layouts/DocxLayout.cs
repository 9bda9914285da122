using System.IO.Compression;
using System.Security;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>
/// A Word file: heading styles for some headings and plain bold text for others, tables with <c>gridSpan</c> and
/// <c>vMerge</c>; in some files the numbers of the headings are automatic.
/// </summary>
public sealed record DocxLayout() : Layout("docx", ".docx")
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private const string ContentTypes = Declaration + """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>
        """;

    private const string PackageRelations = Declaration + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private const string DocumentRelations = Declaration + """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>
        """;

    private const string Styles = Declaration + $"""
        <w:styles xmlns:w="{Main}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="36"/></w:rPr></w:style></w:styles>
        """;

    private const string Numbering = Declaration + $"""
        <w:numbering xmlns:w="{Main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>
        """;

    private const string Line = " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";
    private const string Borders = $"<w:tblBorders><w:top{Line}<w:left{Line}<w:bottom{Line}<w:right{Line}<w:insideH{Line}<w:insideV{Line}</w:tblBorders>";

    public override byte[] Write(PrintedReport report, SplitMix random)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", ContentTypes);
            Add(zip, "_rels/.rels", PackageRelations);
            Add(zip, "word/document.xml", WriteDocument(report, random));
            Add(zip, "word/_rels/document.xml.rels", DocumentRelations);
            Add(zip, "word/styles.xml", Styles);
            Add(zip, "word/numbering.xml", Numbering);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes(content));
    }

    private static string WriteDocument(PrintedReport report, SplitMix random)
    {
        var text = new StringBuilder(Declaration).Append($"<w:document xmlns:w=\"{Main}\"><w:body>");
        foreach (var line in report.Title)
            WriteParagraph(text, line, "<w:pStyle w:val=\"a3\"/>");
        var isNumbered = random.OneIn(3);
        var isStyled = isNumbered || random.OneIn(2);
        foreach (var block in report.Blocks)
        {
            switch (block)
            {
                case PrintedBlock.Heading heading:
                    // 一、总体情况 loses its number where Word numbers the headings.
                    var number = isNumbered ? heading.Text.IndexOf('、', StringComparison.Ordinal) : -1;
                    WriteParagraph(
                        text, number == 1 ? heading.Text[2..] : heading.Text,
                        (isStyled ? "<w:pStyle w:val=\"1\"/>" : "")
                        + (number == 1 ? "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>" : ""));
                    break;
                case PrintedBlock.Paragraph paragraph:
                    WriteParagraph(text, paragraph.Text, "<w:ind w:firstLineChars=\"200\"/>");
                    break;
                case PrintedBlock.Grid grid:
                    WriteTable(text, grid.Table);
                    break;
            }
        }

        WriteParagraph(text, report.Signature, "<w:jc w:val=\"right\"/>");
        WriteParagraph(text, report.Signature.Length > 0 ? report.Date : "", "<w:jc w:val=\"right\"/>");
        return text.Append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>").ToString();
    }

    private static void WriteParagraph(StringBuilder text, string content, string properties = "")
    {
        text.Append("<w:p>");
        if (properties.Length > 0)
            text.Append("<w:pPr>").Append(properties).Append("</w:pPr>");
        if (content.Length > 0)
            text.Append("<w:r><w:t xml:space=\"preserve\">").Append(SecurityElement.Escape(content)).Append("</w:t></w:r>");
        text.Append("</w:p>");
    }

    private static void WriteTable(StringBuilder text, PrintedTable table)
    {
        var width = 9000 / table.Columns;
        text.Append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>").Append(Borders).Append("</w:tblPr><w:tblGrid>")
            .Insert(text.Length, $"<w:gridCol w:w=\"{width}\"/>", table.Columns).Append("</w:tblGrid>");
        foreach (var row in table.Grid())
        {
            text.Append("<w:tr>");
            foreach (var slot in row.Where(slot => slot.FirstColumn))
            {
                text.Append($"<w:tc><w:tcPr><w:tcW w:w=\"{width * slot.Cell.ColumnSpan}\" w:type=\"dxa\"/>");
                if (slot.Cell.ColumnSpan > 1)
                    text.Append($"<w:gridSpan w:val=\"{slot.Cell.ColumnSpan}\"/>");
                if (slot.Cell.RowSpan > 1)
                    text.Append(slot.FirstRow ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
                text.Append("</w:tcPr>");
                foreach (var line in slot.FirstRow ? slot.Cell.Text.Split('\n') : [""])
                    WriteParagraph(text, line);
                text.Append("</w:tc>");
            }

            text.Append("</w:tr>");
        }

        text.Append("</w:tbl>");
        WriteParagraph(text, "");
    }
}
