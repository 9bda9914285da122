using System.IO.Compression;
using System.Xml.Linq;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Tests.Reading;

/// <summary>Word files made in memory from the XML of their body; short names for what tests write again and again.</summary>
internal static class WordFile
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Namespaces =
        $"""
        xmlns:w="{Word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
        xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        """;

    public static SourceFile Of(string body, string? styles = null, string? numbering = null) => Zip(
        ("word/document.xml", Document(body)),
        ("word/styles.xml", styles is null ? null : $"<w:styles {Namespaces}>{styles}</w:styles>"),
        ("word/numbering.xml", numbering is null ? null : $"<w:numbering {Namespaces}>{numbering}</w:numbering>"));

    public static string Document(string body) => $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    public static SourceFile Zip(params IEnumerable<(string Name, string? Content)> parts) => Zip(CompressionLevel.Optimal, parts);

    public static SourceFile Zip(CompressionLevel compression, params IEnumerable<(string Name, string? Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts.Where(part => part.Content is not null))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, compression).Open());
                writer.Write(content);
            }
        }

        return new SourceFile("report.docx", bytes.ToArray());
    }

    /// <summary>A Word file with another main part.</summary>
    public static byte[] Change(byte[] content, Action<XDocument> change)
    {
        using var bytes = new MemoryStream();
        bytes.Write(content);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.GetEntry("word/document.xml")!.Open();
            var document = XDocument.Load(part, LoadOptions.PreserveWhitespace);
            change(document);
            part.SetLength(0);
            document.Save(part, SaveOptions.DisableFormatting);
        }

        return bytes.ToArray();
    }

    /// <summary>The file as it is when the main part's XML breaks off before a mark.</summary>
    public static SourceFile BrokenAt(string mark, string body)
    {
        var xml = $"<w:document {Namespaces}><w:body>{body}";
        return Zip(("word/document.xml", xml[..xml.IndexOf(mark, StringComparison.Ordinal)]));
    }

    public static string P(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr>{R(text)}</w:p>";

    public static string R(string text, string properties = "") => $"<w:r><w:rPr>{properties}</w:rPr>{T(text)}</w:r>";

    public static string T(string text) => $"""<w:t xml:space="preserve">{text}</w:t>""";

    public static string Tbl(params IEnumerable<string> rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public static string Tr(params IEnumerable<string> cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Tc(string text, string properties = "") => TcOf(P(text), properties);

    public static string TcOf(string blocks, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>";

    public static string Style(string id, string name, string properties = "", string? basedOn = null) =>
        $"""<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{(basedOn is null ? "" : $"<w:basedOn w:val=\"{basedOn}\"/>")}<w:pPr>{properties}</w:pPr></w:style>""";

    /// <summary>A list definition 1, list 1 of it, whose levels are given as format and text.</summary>
    public static string Numbering(params IEnumerable<(string Format, string Text)> levels) =>
        $"""<w:abstractNum w:abstractNumId="1">{string.Concat(levels.Select((level, index) => Level(index, level.Format, level.Text)))}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""";

    public static string Level(int index, string format, string text, string more = "") =>
        $"""<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";

    public static string Numbered(int list, int level = 0) => $"""<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>""";
}
