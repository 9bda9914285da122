extern alias OpenXml;

using System.Globalization;
using DisclosureArchive.Generator.Data.Tables;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Spreadsheet;
using OpenXml::DocumentFormat.OpenXml.Validation;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>A sheet as another program reads it.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Rows">All cells; the header is the first.</param>
/// <param name="IsFrozen">Whether the first row stays in sight.</param>
internal sealed record SheetTable(string Name, List<SheetCell[]> Rows, bool IsFrozen)
{
    /// <summary>The sheets of a workbook, in order.</summary>
    public static List<SheetTable> Read(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = document.WorkbookPart!;
        return [.. book.Workbook!.Sheets!.Elements<Sheet>().Select(sheet =>
        {
            var content = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet!;
            return new SheetTable(
                sheet.Name!.Value!, [.. content.Descendants<Row>().Select(row => row.Elements<Cell>().Select(Read).ToArray())],
                content.Descendants<Pane>().Any(pane => pane.State?.Value == PaneStateValues.Frozen && pane.VerticalSplit?.Value == 1 && pane.TopLeftCell?.Value == "A2"));
        })];
    }

    /// <summary>What is not as the standard has it; empty for nothing.</summary>
    public static IEnumerable<string> Errors(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2013) { MaxNumberOfErrors = 20 }.Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    private static SheetCell Read(Cell cell) => new(
        cell.DataType?.Value == CellValues.InlineString ? cell.InlineString!.Text!.Text : cell.CellValue?.Text ?? "",
        cell.DataType is null && cell.CellValue is not null, (SheetStyle)(cell.StyleIndex?.Value ?? 0));
}

/// <summary>A cell of a sheet.</summary>
/// <param name="Text">Its text, or its number as it is written.</param>
/// <param name="IsNumber">Whether a spreadsheet reckons with it.</param>
internal readonly record struct SheetCell(string Text, bool IsNumber, SheetStyle Style)
{
    /// <summary>The number, which a spreadsheet keeps as a double.</summary>
    public decimal Number => IsNumber
        ? (decimal)double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : decimal.Parse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    public override string ToString() => Text;
}
