using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace DisclosureArchive.Reports.Tests.Cases;

/// <summary>
/// Writes the tiny notation of the cases as a Word file: <c>h</c>, <c>p</c>, <c>table/tr/td</c> with <c>colspan</c> and
/// <c>rowspan</c>, and in them <c>ins</c>, <c>del</c>, <c>footnote</c>, <c>sup</c>, <c>r</c> (a run of its own), <c>br</c>,
/// <c>tab</c>, <c>textbox</c>, <c>hidden</c>, <c>strike</c>, <c>nbh</c> (a non-breaking hyphen), <c>softhyphen</c>, <c>field</c>,
/// <c>link</c>, <c>sdt</c>.
/// </summary>
internal static class DocxWriter
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static readonly XNamespace Wps = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";

    private static readonly XNamespace V = "urn:schemas-microsoft-com:vml";

    public static byte[] Write(string notation)
    {
        var footnotes = new List<XElement>();
        var body = Blocks(XElement.Parse($"<docx>{notation}</docx>"), footnotes).ToList();
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
                <Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
                <Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
                </Types>
                """);
            Part("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """);
            Part("word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
                <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
                <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
                </Relationships>
                """);
            Part("word/styles.xml", new XElement(W + "styles", Enumerable.Range(1, 6).Select(level =>
                new XElement(W + "style", new XAttribute(W + "type", "paragraph"), new XAttribute(W + "styleId", level),
                    Value("name", $"heading {level}"), new XElement(W + "pPr", Value("outlineLvl", level - 1))))).ToString());
            Part("word/numbering.xml", new XElement(W + "numbering",
                new XElement(W + "abstractNum", new XAttribute(W + "abstractNumId", 0),
                    new XElement(W + "lvl", new XAttribute(W + "ilvl", 0), Value("start", 1), Value("numFmt", "chineseCountingThousand"), Value("lvlText", "%1、"))),
                new XElement(W + "num", new XAttribute(W + "numId", 1), Value("abstractNumId", 0))).ToString());
            Part("word/footnotes.xml", new XElement(W + "footnotes", footnotes).ToString(SaveOptions.DisableFormatting));
            Part("word/document.xml", new XElement(W + "document", new XElement(W + "body", body, body[^1].Name == W + "tbl" ? new XElement(W + "p") : null, new XElement(W + "sectPr"))).ToString(SaveOptions.DisableFormatting));

            void Part(string name, string xml)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(false));
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
            }
        }

        return stream.ToArray();
    }

    private static IEnumerable<XElement> Blocks(XElement parent, List<XElement> footnotes)
    {
        foreach (var block in parent.Elements())
            if (block.Name == "table")
                yield return WordTable(block, footnotes);
            else if (block.Name == "sdt")
                yield return new XElement(W + "sdt", new XElement(W + "sdtContent", Blocks(block, footnotes)));
            else
                yield return WordParagraph(block, footnotes);
    }

    private static XElement WordParagraph(XElement paragraph, List<XElement> footnotes) => new(W + "p",
        new XElement(W + "pPr",
            paragraph.Name == "h" ? Value("pStyle", (int?)paragraph.Attribute("level") ?? 1) : null,
            paragraph.Attribute("numbered") is not null ? new XElement(W + "numPr", Value("ilvl", 0), Value("numId", 1)) : null),
        Inlines(paragraph, footnotes));

    private static IEnumerable<XElement> Inlines(XElement parent, List<XElement> footnotes)
    {
        foreach (var node in parent.Nodes())
            if (node is XText text)
                yield return Run(new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text.Value));
            else if (node is XElement inline)
                yield return Inline(inline, footnotes);
    }

    private static XElement Inline(XElement inline, List<XElement> footnotes)
    {
        switch (inline.Name.LocalName)
        {
            case "ins":
                return new XElement(W + "ins", Change(), Inlines(inline, footnotes));
            case "del":
                return new XElement(W + "del", Change(), Run(new XElement(W + "delText", inline.Value)));
            case "footnote":
                var id = footnotes.Count + 1;
                footnotes.Add(new XElement(W + "footnote", new XAttribute(W + "id", id), new XElement(W + "p", Run(new XElement(W + "t", inline.Value)))));
                return new XElement(W + "r", new XElement(W + "rPr", Value("vertAlign", "superscript")), new XElement(W + "footnoteReference", new XAttribute(W + "id", id)));
            case "sup":
                return new XElement(W + "r", new XElement(W + "rPr", Value("vertAlign", "superscript")), new XElement(W + "t", inline.Value));
            case "hidden":
                return new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "vanish")), new XElement(W + "t", inline.Value));
            case "strike":
                return new XElement(W + "r", new XElement(W + "rPr", new XElement(W + "strike")), new XElement(W + "t", inline.Value));
            case "nbh":
                return Run(new XElement(W + "noBreakHyphen"));
            case "softhyphen":
                return Run(new XElement(W + "softHyphen"));
            case "field":
                return new XElement(W + "fldSimple", new XAttribute(W + "instr", inline.Attribute("instr")!.Value), Inlines(inline, footnotes));
            case "br":
                return Run(new XElement(W + "br"));
            case "tab":
                return Run(new XElement(W + "tab"));
            case "link":
                return new XElement(W + "hyperlink", Inlines(inline, footnotes));
            case "textbox":
                return Run(new XElement(Mc + "AlternateContent",
                    new XElement(Mc + "Choice", new XAttribute("Requires", "wps"), new XElement(W + "drawing", new XElement(Wps + "txbx", Box()))),
                    new XElement(Mc + "Fallback", new XElement(W + "pict", new XElement(V + "textbox", Box())))));
            case "r":
                return Run(new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), inline.Value));
            default:
                throw new FormatException($"The docx notation has no <{inline.Name}>.");
        }

        XElement Box() => new(W + "txbxContent", Blocks(inline, footnotes));
    }

    private static XElement WordTable(XElement table, List<XElement> footnotes)
    {
        var covered = new Dictionary<(int Row, int Column), int>();
        var rows = table.Elements("tr").Select((tr, row) =>
        {
            var cells = new List<XElement>();
            var column = 0;
            foreach (var td in tr.Elements("td"))
            {
                Continue();
                var width = (int?)td.Attribute("colspan") ?? 1;
                var height = (int?)td.Attribute("rowspan") ?? 1;
                for (var below = 1; below < height; below++)
                    covered[(row + below, column)] = width;
                cells.Add(WordCell(width, height > 1 ? Value("vMerge", "restart") : null,
                    td.Elements().Any(element => element.Name == "p" || element.Name == "table")
                        ? [.. Blocks(td, footnotes), .. td.Elements().Last().Name == "table" ? [new XElement(W + "p")] : Array.Empty<XElement>()]
                        : [WordParagraph(td, footnotes)]));
                column += width;
            }

            Continue();
            var change = tr.Attribute("change")?.Value;
            return new XElement(W + "tr", change is null ? null : new XElement(W + "trPr", new XElement(W + change, Change())), cells);

            void Continue()
            {
                while (covered.TryGetValue((row, column), out var width))
                {
                    cells.Add(WordCell(width, new XElement(W + "vMerge"), [new XElement(W + "p")]));
                    column += width;
                }
            }
        }).ToList();
        var columns = rows.Max(row => row.Elements(W + "tc").Sum(cell => (int?)cell.Element(W + "tcPr")!.Element(W + "gridSpan")?.Attribute(W + "val") ?? 1));
        return new XElement(W + "tbl", new XElement(W + "tblPr"), new XElement(W + "tblGrid", Enumerable.Range(0, columns).Select(_ => Width("gridCol", 1))), rows);
    }

    private static XElement WordCell(int width, XElement? merge, XElement[] content) => new(W + "tc",
        new XElement(W + "tcPr", Width("tcW", width), width > 1 ? Value("gridSpan", width) : null, merge), content);

    private static XElement Width(string name, int columns) => new(W + name, new XAttribute(W + "w", columns * 900), name == "tcW" ? new XAttribute(W + "type", "dxa") : null);

    private static XElement Run(XElement content) => new(W + "r", content);

    private static XElement Value(string name, object value) => new(W + name, new XAttribute(W + "val", value));

    private static XAttribute[] Change() => [new(W + "id", 1), new(W + "author", "a"), new(W + "date", "2024-01-01T00:00:00Z")];
}
