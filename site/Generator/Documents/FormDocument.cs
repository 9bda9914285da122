using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Documents;

/// <summary>
/// The official form of an edition as a Word file: the title, the headings that the law demands, the statutory tables in their layout, on A4.
/// It is made as a template whose places (<c>{{agency}}</c>, <c>{{year}}</c>, <c>{{requests.received.total}}</c>) are filled here, or by the page
/// that takes reports in its reader's browser (<c>contribute.html</c>): both give the same document.
/// </summary>
public static partial class FormDocument
{
    /// <summary>The part whose places are to be filled.</summary>
    public const string Main = "word/document.xml";

    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private const string ContentTypes = Declaration + $"""
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{ContentType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{ContentType}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="{ContentType}.settings+xml"/></Types>
        """;

    private const string PackageRelations = Declaration + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private const string DocumentRelations = Declaration + $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="{Office}/settings" Target="settings.xml"/></Relationships>
        """;

    /// <summary>Without it Word opens the file in the mode for files of older versions.</summary>
    private const string Settings = Declaration + $"""
        <w:settings xmlns:w="{Word}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>
        """;

    private const string Line = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";

    // The sizes of official documents (GB/T 9704): title 22 points, headings and text 16; the fonts are those that Windows and WPS have.
    private const string Styles = Declaration + $"""
        <w:styles xmlns:w="{Word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/></w:pPr><w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:sz w:val="44"/><w:szCs w:val="44"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Label"><w:name w:val="Table Label"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Figure"><w:name w:val="Table Figure"/><w:basedOn w:val="Label"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Form"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top {Line}<w:left {Line}<w:bottom {Line}<w:right {Line}<w:insideH {Line}<w:insideV {Line}</w:tblBorders></w:tblPr></w:style></w:styles>
        """;

    private const string HanDigits = "一二三四五六七八九十";

    /// <summary>What the Regulations of 2008 (第三十二条) demand in a report.</summary>
    private static readonly ImmutableArray<string> HeadingsOf2008 =
    [
        "主动公开政府信息的情况", "依申请公开政府信息和不予公开政府信息的情况", "政府信息公开的收费及减免情况", "因政府信息公开申请行政复议、提起行政诉讼的情况",
        "政府信息公开工作存在的主要问题及改进情况", "其他需要报告的事项",
    ];

    /// <summary>The parts of the file, names and contents, in the order in which they stand in it.</summary>
    public static ImmutableArray<(string Name, string Content)> Template(FormEdition edition) =>
    [
        ("[Content_Types].xml", ContentTypes), ("_rels/.rels", PackageRelations), (Main, Document(edition)),
        ("word/_rels/document.xml.rels", DocumentRelations), ("word/styles.xml", Styles), ("word/settings.xml", Settings),
    ];

    /// <summary>The file, the same bytes for the same words.</summary>
    /// <param name="agency">The agency's full name, for the title.</param>
    /// <param name="year">The year reported on.</param>
    /// <param name="cell">What stands in a cell, by its name; empty for a blank one.</param>
    public static byte[] Write(FormEdition edition, string agency, int year, Func<string, string> cell)
    {
        string Filled(Match place) => SecurityElement.Escape(place.Groups[1].Value switch
        {
            "agency" => agency,
            "year" => year.ToString(CultureInfo.InvariantCulture),
            var name => cell(name),
        });

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in Template(edition))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = ZipEntries.First;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes(name == Main ? Place().Replace(content, Filled) : content));
            }

        return stream.ToArray();
    }

    private static string Document(FormEdition edition)
    {
        var text = new StringBuilder(Declaration).Append($"<w:document xmlns:w=\"{Word}\"><w:body>");
        Paragraph(text, "Title", "{{agency}}");
        Paragraph(text, "Title", "{{year}}年政府信息公开工作年度报告");
        if (edition == Editions.Form2008)
        {
            for (var i = 0; i < HeadingsOf2008.Length; i++)
                Section(text, i, HeadingsOf2008[i], null);
            foreach (var table in edition.Tables)
            {
                Paragraph(text, "Heading1", table.Label);
                Table(text, FormLayout.Of(table).Blank);
            }
        }
        else
        {
            Section(text, 0, "总体情况", null);
            for (var i = 0; i < edition.Tables.Length; i++)
                Section(text, i + 1, edition.Tables[i].Label, edition.Tables[i]);
            Section(text, edition.Tables.Length + 1, "存在的主要问题及改进情况", null);
            Section(text, edition.Tables.Length + 2, "其他需要报告的事项", null);
        }

        text.Append("<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1701\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>");
        return text.Append("</w:body></w:document>").ToString();
    }

    /// <summary>A numbered heading with its table, or with room for its text.</summary>
    private static void Section(StringBuilder text, int number, string heading, FormTable? table)
    {
        Paragraph(text, "Heading1", $"{HanDigits[number]}、{heading}");
        if (table is not null)
            Table(text, FormLayout.Of(table).Blank);
        text.Append("<w:p/>");
    }

    private static void Paragraph(StringBuilder text, string style, string content)
    {
        text.Append($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        if (content.Length > 0)
            text.Append("<w:r><w:t xml:space=\"preserve\">").Append(SecurityElement.Escape(content)).Append("</w:t></w:r>");
        text.Append("</w:p>");
    }

    /// <summary>Widths of a table's columns in twentieths of a point; together about what A4 leaves between the margins.</summary>
    private static int[] Widths(TableBlock table, int columns) => table.Class switch
    {
        "proactive" => [2670, .. Enumerable.Repeat(6400 / (columns - 1), columns - 1)],
        "requests" when columns == 10 => [900, 1050, 2430, .. Enumerable.Repeat(670, 7)],
        "statistics_2008" => [6570, 900, 1600],
        _ => [.. Enumerable.Repeat(9070 / columns, columns)],
    };

    private static void Table(StringBuilder text, TableBlock table)
    {
        ImmutableArray<ImmutableArray<TableCell>> rows = [.. table.Head, .. table.Bodies.SelectMany(body => body)];
        var columns = rows[0].Sum(cell => cell.ColumnSpan);
        var widths = Widths(table, columns);
        text.Append("<w:tbl><w:tblPr><w:tblStyle w:val=\"Form\"/><w:tblW w:w=\"").Append(widths.Sum())
            .Append("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        foreach (var width in widths)
            text.Append($"<w:gridCol w:w=\"{width}\"/>");
        text.Append("</w:tblGrid>");

        // How many rows a cell from above still covers, and how many columns it has, by its first column.
        var open = new (int Rows, int Columns)[columns];
        for (var i = 0; i < rows.Length; i++)
        {
            text.Append("<w:tr><w:trPr><w:cantSplit/>").Append(i < table.Head.Length ? "<w:tblHeader/>" : "").Append("</w:trPr>");
            var cells = new Queue<TableCell>(rows[i]);
            for (var at = 0; at < columns;)
            {
                var (rowsLeft, span) = open[at];
                if (rowsLeft > 0)
                {
                    Cell(text, widths, at, span, "<w:vMerge/>", "Label", "");
                    open[at] = (rowsLeft - 1, span);
                }
                else
                {
                    var cell = cells.Dequeue();
                    span = cell.ColumnSpan;
                    var isFigure = cell is { Scope: null, Id: not null };
                    Cell(text, widths, at, span, cell.RowSpan > 1 ? "<w:vMerge w:val=\"restart\"/>" : "",
                        isFigure || cell.Scope == "col" ? "Figure" : "Label", isFigure ? $"{{{{{cell.Id}}}}}" : cell.Text);
                    open[at] = (cell.RowSpan - 1, span);
                }

                at += span;
            }

            text.Append("</w:tr>");
        }

        text.Append("</w:tbl>");
    }

    private static void Cell(StringBuilder text, int[] widths, int at, int span, string merge, string style, string content)
    {
        text.Append("<w:tc><w:tcPr><w:tcW w:w=\"").Append(widths.AsSpan(at, span).ToArray().Sum()).Append("\" w:type=\"dxa\"/>");
        if (span > 1)
            text.Append($"<w:gridSpan w:val=\"{span}\"/>");
        text.Append(merge).Append("<w:vAlign w:val=\"center\"/></w:tcPr>");
        Paragraph(text, style, content);
        text.Append("</w:tc>");
    }

    [GeneratedRegex(@"\{\{(.+?)\}\}")]
    private static partial Regex Place();
}
