using System.Globalization;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>All readers at hand; takes for each file the one of its kind, told from its content first and from its name second.</summary>
/// <param name="limits">How much a file may ask.</param>
/// <param name="readers">One for each container that can be read.</param>
public sealed class DocumentReaders(ReadingLimits limits, params IEnumerable<IDocumentReader> readers)
{
    private readonly Dictionary<DocumentFormat, IDocumentReader> _readers = readers.ToDictionary(reader => reader.Format);

    /// <summary>Reads a file of any kind; one that can't be read, or holds no text, gives a diagnostic.</summary>
    public Document Read(SourceFile file)
    {
        if (file.Size > limits.FileBytes)
            return Document.Empty(DocumentFormat.Unsupported, DiagnosticRules.FileTooLarge.For(InMegabytes(file.Size), InMegabytes(limits.FileBytes)));
        if (file.Size == 0)
            return Document.Empty(DocumentFormat.Unsupported, DiagnosticRules.EmptyFile.For());
        var kind = FileKind.Of(file);
        if (kind.Refusal is { } refusal)
            return Document.Empty(DocumentFormat.Unsupported, refusal);
        if (!_readers.TryGetValue(kind.Format, out var reader))
            return Document.Empty(DocumentFormat.Unsupported, DiagnosticRules.UnsupportedFormat.For(kind.Name));
        var document = Read(reader, file);
        return document.Blocks.IsEmpty && document.Diagnostics.IsEmpty
            ? document with { Diagnostics = [DiagnosticRules.EmptyDocument.For()] }
            : document;
    }

    private static Document Read(IDocumentReader reader, SourceFile file)
    {
        try
        {
            var document = reader.Read(file);
            ContentTooLargeException.ThrowIfTooLarge(document);
            return document with { Reader = reader.Name };
        }
        catch (ContentTooLargeException problem)
        {
            return Document.Empty(reader.Format, DiagnosticRules.ContentTooLarge.For(problem.Message)) with { Reader = reader.Name };
        }
    }

    private static string InMegabytes(long bytes) => Math.Round(bytes / (double)(1 << 20), 1).ToString(CultureInfo.InvariantCulture);
}
