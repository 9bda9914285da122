using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Office;
using DisclosureArchive.Reports.Reading.Pdf;

namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// What readers need beside .NET: programs that run on their own, Node for PDF and LibreOffice for old Word files. Each is started when it is
/// first needed and stopped on disposal. Make one for a build. Thread-safe.
/// </summary>
public sealed class ReadingTools(ReadingLimits limits) : IDisposable
{
    public ReadingLimits Limits => limits;

    internal PdfExtractors Pdf { get; } = new(limits);

    internal OfficeConverter Office { get; } = new(limits);

    /// <summary>The reader of a container that LibreOffice turns into a Word file.</summary>
    internal IDocumentReader Word(DocumentFormat format) => new OfficeReader(format, Office, limits);

    public void Dispose()
    {
        Pdf.Dispose();
        Office.Dispose();
    }
}
