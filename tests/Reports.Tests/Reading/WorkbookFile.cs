using System.Globalization;
using System.Security;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Tests.Reading;

/// <summary>Workbooks made in memory from the XML of their sheets; short names for what tests write again and again.</summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <param name="sheets">Name, attributes and content of each.</param>
    /// <param name="workbook">More of the workbook's part, behind the sheets.</param>
    public static SourceFile Of(IReadOnlyList<(string Name, string Attributes, string Content)> sheets, string? strings = null, string? styles = null, string workbook = "") => WordFile.Zip(
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"r{index}\" {sheet.Attributes}/>"))}</sheets>{workbook}</workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"r{index}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))}"
                + $"<Relationship Id=\"s\" Type=\"{Relations}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"),
            .. sheets.Select((sheet, index) => ($"xl/worksheets/sheet{index + 1}.xml", (string?)$"<worksheet xmlns=\"{Main}\">{sheet.Content}</worksheet>")),
        ]) with
    { Path = "report.xlsx" };

    /// <summary>A workbook of one sheet.</summary>
    public static SourceFile Of(string content, string? strings = null, string? styles = null, string workbook = "") => Of([("Sheet1", "", content)], strings, styles, workbook);

    /// <summary>Rows of cells from A1 on: numbers as numbers, an empty text as no cell.</summary>
    public static string Data(params IEnumerable<string[]> rows) =>
        $"<sheetData>{string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Select((text, c) => Cell(Name(r + 1, c + 1), text)))}</row>"))}</sheetData>";

    public static string Merges(params IEnumerable<string> places) => $"<mergeCells>{string.Concat(places.Select(place => $"<mergeCell ref=\"{place}\"/>"))}</mergeCells>";

    public static string Name(int row, int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
            name = (char)('A' + ((column - 1) % 26)) + name;
        return name + row;
    }

    /// <summary>Styles that show numbers by these formats, the first style by the first.</summary>
    public static string Formats(params IReadOnlyList<string> codes) =>
        $"<numFmts>{string.Concat(codes.Select((code, index) => $"<numFmt numFmtId=\"{200 + index}\" formatCode=\"{SecurityElement.Escape(code)}\"/>"))}</numFmts>"
        + $"<cellXfs>{string.Concat(codes.Select((_, index) => $"<xf numFmtId=\"{200 + index}\" fontId=\"0\"/>"))}</cellXfs>";

    private static string Cell(string name, string text) => text.Length == 0 ? ""
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{name}\"><v>{text}</v></c>"
        : $"<c r=\"{name}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
}
