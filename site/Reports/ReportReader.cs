using DisclosureArchive.Reports.Assembly;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Csv;
using DisclosureArchive.Reports.Reading.Docx;
using DisclosureArchive.Reports.Reading.Html;
using DisclosureArchive.Reports.Reading.Markdown;
using DisclosureArchive.Reports.Reading.Mhtml;
using DisclosureArchive.Reports.Reading.Pdf;
using DisclosureArchive.Reports.Reading.PlainText;
using DisclosureArchive.Reports.Reading.Xlsx;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports;

/// <summary>The whole way of one report: a file in, a checked report out. Thread-safe; make one and keep it.</summary>
/// <param name="register">The archive's agencies.</param>
/// <param name="tools">What reading needs beside .NET, and the limits of a file.</param>
public sealed class ReportReader(AgencyRegister register, ReadingTools tools)
{
    private readonly DocumentReaders _readers = new(
        tools.Limits, new PlainTextReader(), new MarkdownReader(), new HtmlReader(), new DocxReader(tools.Limits), new PdfReader(tools.Pdf),
        tools.Word(DocumentFormat.Doc), tools.Word(DocumentFormat.Rtf), tools.Word(DocumentFormat.Odt), new XlsxReader(tools.Limits), new CsvFileReader(), new MhtmlReader());

    /// <summary>Reads, recognises, assembles and checks a file. Bad input gives diagnostics, never an exception.</summary>
    public AnnualReport Read(SourceFile file, Sidecar sidecar) => Inspect(file, sidecar).Report;

    /// <summary>The same, keeping every stage's value.</summary>
    public Inspection Inspect(SourceFile file, Sidecar sidecar)
    {
        var document = _readers.Read(file);
        var chosen = ReportChooser.Choose(document, file, sidecar);
        var (others, notes) = TablesOfOtherYears.Find(chosen.Blocks, () => sidecar.Year ?? TitleReader.Read(chosen, []).Year);
        var recognised = TableRecogniser.Recognise(chosen, others);
        chosen = chosen with { Diagnostics = chosen.Diagnostics.AddRange(notes) };
        return new Inspection(document, recognised, ReportAssembler.Assemble(chosen, recognised, file, sidecar, register));
    }

    /// <summary>What there is to say of a file that was not read: who it seems to be of, and why it was not.</summary>
    public static Inspection Unread(AgencyRegister register, SourceFile file, Sidecar sidecar, Diagnostic reason)
    {
        var document = Document.Empty(DocumentFormat.Unsupported, reason);
        var recognised = TableRecogniser.Recognise(document);
        return new Inspection(document, recognised, ReportAssembler.Assemble(document, recognised, file, sidecar, register));
    }
}
