using System.Globalization;
using System.IO.Compression;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// <c>data/archive.xlsx</c>: a sheet a table, in Chinese, for Excel, WPS and LibreOffice (ECMA-376, SpreadsheetML). All figures of all reports,
/// one a line, would be more than a sheet takes; they are there as the tables of the form. A table that is longer than a sheet goes on in the next.
/// </summary>
internal sealed class Workbook : IDisposable
{
    /// <summary>A sheet takes no more rows (ECMA-376).</summary>
    public const int MostRows = 1_048_576;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _zip;
    private readonly int _mostRows;
    private readonly List<string> _names = [];

    /// <param name="stream">Where to write; stays open.</param>
    /// <param name="mostRows">How many rows a sheet takes, the header among them.</param>
    public Workbook(Stream stream, int mostRows = MostRows)
    {
        _mostRows = mostRows;
        _zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>A sheet that says what the workbook is.</summary>
    /// <param name="lines">Each a heading and what it says; the heading may be empty.</param>
    public void AddNotes(string name, IEnumerable<(string Heading, string Text)> lines)
    {
        using var sheet = Begin(name);
        sheet.Columns([16, 100]);
        foreach (var (heading, text) in lines)
        {
            sheet.BeginRow();
            sheet.Text(heading, SheetStyle.Header);
            sheet.Text(text, SheetStyle.Wrapped);
            sheet.EndRow();
        }

        sheet.EndData();
    }

    /// <summary>A sheet, or several, with the rows of a table.</summary>
    public void AddTable(DataTable table, Action<SheetRows> write)
    {
        using var rows = new SheetRows(table, number => Begin(number == 1 ? table.Label : $"{table.Label}（{number}）"), _mostRows);
        write(rows);
    }

    /// <summary>Ends the workbook: what names its sheets comes last.</summary>
    public void Dispose()
    {
        Part("[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(_names.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
            """);
        Part("_rels/.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Part("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{string.Concat(_names.Select((name, i) => $"<sheet name=\"{SheetWriter.Escaped(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>
            """);
        Part("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(_names.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId{_names.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        Part("xl/styles.xml", SheetStyles.Xml);
        _zip.Dispose();
    }

    /// <summary>Names of sheets are shorter than 32 characters and lack some.</summary>
    private static string SheetName(string name)
    {
        var plain = string.Concat(name.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? '·' : c));
        return plain.Length <= 31 ? plain : plain[..31];
    }

    private SheetWriter Begin(string name)
    {
        _names.Add(SheetName(name));
        return new SheetWriter(Entry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_names.Count}.xml")));
    }

    private Stream Entry(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipEntries.First;
        return entry.Open();
    }

    private void Part(string path, string xml)
    {
        using var stream = Entry(path);
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
    }
}
