using System.Collections.Immutable;
using CsvHelper;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Sheets;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.Csv;

/// <summary>
/// Reads values parted by commas, tabs or semicolons (.csv, and what systems export as text under the name of a spreadsheet), in UTF-8, UTF-16 or GB18030.
/// <para>
/// Reads: a list of figures in the layout of our own <c>data/figures/YEAR.csv</c>, as one table whose agency and year make the title; and tables as a spreadsheet saves them, with lines above, between and below
/// them as paragraphs. Which cells were merged is lost there.
/// </para>
/// </summary>
public sealed class CsvFileReader : IDocumentReader
{
    private const int LargestRecord = 4 << 20;
    private const int MostCells = 1_000_000;
    private static readonly char[] Separators = ['\t', ',', ';'];

    public DocumentFormat Format => DocumentFormat.Csv;

    public Document Read(SourceFile file)
    {
        var (text, encoding, replaced) = TextDecoder.Decode(file.Content);
        ContentTooLargeException.ThrowIfTooLong(text);
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (replaced)
            diagnostics.Add(DiagnosticRules.ReplacedCharacters.For(encoding));
        // A quote that is never closed would swallow the rest.
        var rows = ReadRows(text, true) ?? ReadRows(text, false)!;
        if (rows.FindIndex(row => row.Cells.Any(cell => cell.Length > 0)) is >= 0 and var first && FigureListHeader.Read(rows[first].Cells) is { } header)
            return new Document(Format, [ListOf(rows.GetRange(first, rows.Count - first))], MetadataOf(header, rows.Skip(first + 1).Select(row => row.Cells), encoding), diagnostics.ToImmutable());

        var sheet = new SheetBlocks(TableShape.Ragged, (row, column) => new SourceLocation(rows[row - 1].Line, 0, 1, row, column));
        sheet.Add([.. rows.SelectMany((row, index) => row.Cells.Select((cell, column) => new SheetCell(index + 1, column + 1, index + 1, column + 1, cell, !FigureText.LooksLikeFigure(cell))))
            .Where(cell => cell.Text.Length > 0)]);
        return new Document(Format, sheet.ToBlocks(), new DocumentMetadata(Encoding: encoding), diagnostics.ToImmutable());
    }

    /// <summary>The records; null if one has a quote that is never closed.</summary>
    private static List<(int Line, string[] Cells)>? ReadRows(string text, bool allowsLineBreaks)
    {
        var isOpen = false;
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            Separator = Separators.MaxBy(separator => text.AsSpan().Count(separator)),
            AllowLineBreaksInQuotes = allowsLineBreaks,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecord,
            OnMalformedRecord = record => isOpen |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        };
        using var csv = CsvReader.Create(new StringReader(text), options, leaveOpen: false);
        var rows = new List<(int, string[])>();
        var cells = 0L;
        while (Read(csv))
        {
            cells += csv.FieldCount;
            ContentTooLargeException.ThrowIfMore(cells, MostCells, "格 cells");
            rows.Add(((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(index => VisibleText.Clean(csv.GetString(index)))]));
        }

        return isOpen && allowsLineBreaks ? null : rows;
    }

    private static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            throw new ContentTooLargeException($"> {LargestRecord >> 20} MB 一行 a record");
        }
    }

    private static Table ListOf(List<(int Line, string[] Cells)> rows) => new(
        [.. rows.Select((row, index) => new TableRow(
            [.. row.Cells.Select((cell, column) => new Cell(cell, new SourceLocation(row.Line, 0, 1, index + 1, column + 1)))], new SourceLocation(row.Line, 0, 1, index + 1)))],
        TableShape.Ragged, new SourceLocation(rows[0].Line, 0, 1));

    /// <summary>Whose figures they are and of which year, if it is one report's.</summary>
    private static DocumentMetadata MetadataOf(FigureListHeader header, IEnumerable<string[]> rows, string encoding)
    {
        var reports = rows.Select(row => (Agency: header.Agency(row), Year: header.Year(row))).Distinct().Take(2).ToList();
        return reports is [var (agency, year)] && (agency.Length > 0 || year.Length > 0)
            ? new DocumentMetadata($"{agency}{(year.Length > 0 ? year + "年" : "")}政府信息公开工作年度报告", Publisher: agency.Length > 0 ? agency : null, Encoding: encoding)
            : new DocumentMetadata(Encoding: encoding);
    }
}
