namespace DisclosureArchive.Reports.Reading.Office;

/// <summary>Old Word files to docx by LibreOffice, one at a time.</summary>
internal sealed class OfficeConverter(ReadingLimits limits) : IDisposable
{
    public ReadingLimits Limits => limits;

    public void Dispose()
    {
    }
}
