using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Docx;
using DisclosureArchive.Reports.Reading.Sheets;

namespace DisclosureArchive.Reports.Reading.Xlsx;

/// <summary>
/// Reads workbooks (.xlsx, .xlsm): the package's XML forward, never a DOM.
/// <para>
/// Reads: the sheets in order, of several each under its name; what cells show: shared and inline strings with raised characters, numbers by their format, dates, the kept results of
/// formulas; merged cells as spans; titles, headings and notes above, between and below tables as paragraphs. Places are the sheet's number and its rows and columns.
/// </para>
/// <para>
/// Leaves out: hidden sheets, rows and columns, struck text, comments, text boxes, pictures, charts, headers and footers; macros are never looked at. A number that its format rounds, scales or shows as a
/// date or share, and a formula without a kept result, are no figures. Does not read encrypted files and <c>.xls</c>.
/// </para>
/// </summary>
/// <param name="limits">What a file may ask.</param>
internal sealed partial class XlsxReader(ReadingLimits limits) : IDocumentReader
{
    private const string Workbook = "xl/workbook.xml";
    private const int MostSheets = 200;

    public DocumentFormat Format => DocumentFormat.Xlsx;

    public Document Read(SourceFile file) => ZipPackage.Read(file, Format, limits, Read);

    private Document Read(ZipPackage package)
    {
        var texts = new WorkbookTexts();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        diagnostics.AddRange(package.Concerns());
        var main = package.Has(Workbook) ? Workbook : TargetsOf(package, "_rels/.rels").FirstOrDefault(target => target.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target ?? Workbook;
        List<(string Name, string? Part)> sheets;
        try
        {
            sheets = ReadWorkbook(package, main, texts);
        }
        catch (Exception problem) when (ZipPackage.IsBroken(problem))
        {
            return Document.Empty(Format, DiagnosticRules.UnreadableFile.For(main));
        }

        // A broken part of strings or styles would make other text or other numbers of the cells.
        foreach (var (target, type) in TargetsOf(package, RelationsOf(main)))
        {
            try
            {
                if (type.EndsWith("/sharedStrings", StringComparison.Ordinal))
                    Use(package, target, texts.ReadStrings);
                else if (type.EndsWith("/styles", StringComparison.Ordinal))
                    Use(package, target, texts.ReadStyles);
            }
            catch (Exception problem) when (ZipPackage.IsBroken(problem))
            {
                return Document.Empty(Format, DiagnosticRules.UnreadableFile.For(target));
            }
        }

        return new Document(Format, ReadSheets(package, sheets, texts, diagnostics), DocumentMetadata.None, diagnostics.ToImmutable());
    }

    private static ImmutableArray<Block> ReadSheets(ZipPackage package, List<(string Name, string? Part)> sheets, WorkbookTexts texts, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var read = new List<(int Number, string Name, SheetReader Sheet, List<SheetCell> Cells)>();
        for (var index = 0; index < sheets.Count; index++)
        {
            if (sheets[index].Part is not { } part)
                continue;
            try
            {
                Use(package, part, reader =>
                {
                    var sheet = new SheetReader(reader, texts);
                    read.Add((index + 1, sheets[index].Name, sheet, sheet.Read()));
                });
            }
            catch (Exception problem) when (ZipPackage.IsBroken(problem))
            {
                diagnostics.Add(DiagnosticRules.UnreadableFile.For(part));
            }
        }

        read.RemoveAll(sheet => sheet.Cells.TrueForAll(cell => cell.Text.Length == 0));
        foreach (var (number, name, reader, cells) in read)
        {
            var place = new SourceLocation(Table: number);
            var sheet = new SheetBlocks(TableShape.Grid, (row, column) => place with { Row = reader.ShownRows[row - 1], Cell = column });
            if (read.Count > 1 && !DefaultName().IsMatch(name))
                sheet.AddHeading(name, place);
            sheet.Add(cells);
            blocks.AddRange(sheet.ToBlocks());
        }

        return blocks.ToImmutable();
    }

    /// <summary>The sheets in order, hidden ones without their part.</summary>
    private static List<(string Name, string? Part)> ReadWorkbook(ZipPackage package, string main, WorkbookTexts texts)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        Use(package, RelationsOf(main), reader =>
        {
            while (reader.Read())
                if (reader.LocalName == "Relationship" && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target && reader.GetAttribute("TargetMode") != "External")
                    targets[id] = Resolve(main, target);
        });
        var sheets = new List<(string, string?)>();
        Use(package, main, reader =>
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "workbookPr")
                    texts.From1904 = reader.Attribute("date1904") is "1" or "true";
                else if (reader.LocalName == "calcPr")
                    texts.Recalculates = reader.Attribute("fullCalcOnLoad") is "1" or "true";
                else if (reader.LocalName == "sheet" && sheets.Count < MostSheets)
                    sheets.Add((VisibleText.Clean(reader.Attribute("name") ?? ""), reader.Attribute("state") is null or "visible" ? targets.GetValueOrDefault(RelationOf(reader) ?? "") : null));
            }
        });
        return sheets;
    }

    private static string? RelationOf(XmlReader reader) =>
        reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private static List<(string Target, string Type)> TargetsOf(ZipPackage package, string relations)
    {
        var targets = new List<(string, string)>();
        var main = relations.Replace("_rels/", "", StringComparison.Ordinal);
        try
        {
            Use(package, relations, reader =>
            {
                while (reader.Read())
                    if (reader.LocalName == "Relationship" && reader.GetAttribute("Target") is { } target && reader.GetAttribute("Type") is { } type && reader.GetAttribute("TargetMode") != "External")
                        targets.Add((Resolve(main, target), type));
            });
        }
        catch (Exception problem) when (ZipPackage.IsBroken(problem))
        {
            // What it relates to is missing then.
        }

        return targets;
    }

    private static string RelationsOf(string part) => part.Insert(part.LastIndexOf('/') + 1, "_rels/") + ".rels";

    /// <summary>A target is named from the package's root or from the folder of the part that relates to it.</summary>
    private static string Resolve(string part, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var steps = part.Split('/').SkipLast(1).ToList();
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }

    private static void Use(ZipPackage package, string name, Action<XmlReader> read)
    {
        using var part = package.Open(name) ?? throw new InvalidDataException(name);
        using var reader = WordXml.Open(part);
        read(reader);
    }


    [GeneratedRegex(@"^(sheet|工作表) ?\d*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex DefaultName();
}
