using System.IO.Compression;
using System.Xml;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Docx;

namespace DisclosureArchive.Reports.Reading.Office;

/// <summary>
/// Reads what LibreOffice can turn into a Word file: Word 97–2003 and Word 2003 XML (<c>.doc</c>), WPS (<c>.wps</c>), RTF, OpenDocument text. What it reads and leaves out is what
/// <see cref="DocxReader"/> does; places are those of the Word file that came out. Without LibreOffice it gives a diagnostic with the remedy.
/// </summary>
/// <param name="format">The container that it reads.</param>
/// <param name="converter">LibreOffice.</param>
/// <param name="limits">What a file may ask.</param>
internal sealed class OfficeReader(DocumentFormat format, OfficeConverter converter, ReadingLimits limits) : IDocumentReader
{
    private readonly DocxReader _word = new(limits);

    public DocumentFormat Format => format;

    public ReadBy Name => new(nameof(OfficeReader), "LibreOffice");

    public Document Read(SourceFile file)
    {
        var kind = FileKind.Of(file).Name;
        if (IsEncrypted(file))
            return Document.Empty(format, DiagnosticRules.EncryptedFile.For(kind));
        Conversion conversion;
        using (ReadingClock.Pause())
            conversion = converter.Convert(file.Content, ExtensionOf(file));
        return conversion.Outcome switch
        {
            ConversionOutcome.Converted => _word.Read(new SourceFile(file.Path, conversion.Docx)) with { Format = format },
            ConversionOutcome.NoProgram => Document.Empty(format, DiagnosticRules.ConverterMissing.For(kind)),
            ConversionOutcome.TimedOut => Document.Empty(format, DiagnosticRules.TookTooLong.For($"{limits.ConversionTime.TotalSeconds:0}")),
            ConversionOutcome.TooLarge => Document.Empty(format, DiagnosticRules.ContentTooLarge.For($"> {limits.ExpandedBytes >> 20} MB")),
            _ => Document.Empty(format, DiagnosticRules.UnreadableFile.For($"{kind} (LibreOffice)")),
        };
    }

    private string ExtensionOf(SourceFile file) => format switch
    {
        DocumentFormat.Rtf => "rtf",
        DocumentFormat.Odt => "odt",
        _ => CompoundFile.IsOne(file.Content.Span) ? "doc" : "xml",
    };

    private bool IsEncrypted(SourceFile file) => format switch
    {
        DocumentFormat.Doc => CompoundFile.IsOne(file.Content.Span) && IsEncryptedDoc(file),
        DocumentFormat.Odt => IsEncryptedOdt(file),
        _ => false,
    };

    /// <summary>fEncrypted in the flags of the FIB ([MS-DOC] 2.5.2).</summary>
    private static bool IsEncryptedDoc(SourceFile file) =>
        CompoundFile.Read(file.Content) is { } compound && compound.Start("WordDocument") is { Length: > 11 } start && (start[11] & 1) != 0;

    private bool IsEncryptedOdt(SourceFile file)
    {
        try
        {
            using var zip = new ZipArchive(file.Content.AsStream(), ZipArchiveMode.Read);
            using var part = new ZipPackage(zip, limits).Open("META-INF/manifest.xml");
            if (part is null)
                return false;
            using var reader = WordXml.Open(part);
            while (reader.Read())
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" })
                    return true;
            return false;
        }
        catch (Exception problem) when (ZipPackage.IsBroken(problem))
        {
            return false;
        }
    }
}
