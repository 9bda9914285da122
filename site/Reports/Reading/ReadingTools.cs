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

    public void Dispose()
    {
        Pdf.Dispose();
        Office.Dispose();
    }
}
