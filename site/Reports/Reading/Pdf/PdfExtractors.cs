namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Node processes that read PDF files, as many as are wanted at once, kept until disposal.</summary>
internal sealed class PdfExtractors(ReadingLimits limits) : IDisposable
{
    public ReadingLimits Limits => limits;

    public void Dispose()
    {
    }
}
