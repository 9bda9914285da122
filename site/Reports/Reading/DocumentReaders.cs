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
        if (file.Content.Length > limits.FileBytes)
            return Document.Empty(DocumentFormat.Unsupported, DiagnosticRules.FileTooLarge.For($"{file.Content.Length >> 20}", $"{limits.FileBytes >> 20}"));
        var kind = FileKind.Of(file);
        if (kind.Refusal is { } refusal)
            return Document.Empty(DocumentFormat.Unsupported, refusal);
        if (!_readers.TryGetValue(kind.Format, out var reader))
            return Document.Empty(DocumentFormat.Unsupported, DiagnosticRules.UnsupportedFormat.For(kind.Name));
        var document = reader.Read(file);
        return document.Blocks.IsEmpty && document.Diagnostics.IsEmpty
            ? document with { Diagnostics = [DiagnosticRules.EmptyDocument.For()] }
            : document;
    }
}
