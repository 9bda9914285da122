using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>Reads one container into a <see cref="Document"/>. Stateless and safe to call from several threads.</summary>
public interface IDocumentReader
{
    /// <summary>The container that it reads.</summary>
    DocumentFormat Format { get; }

    /// <summary>What it is called in a report's record.</summary>
    ReadBy Name => new(GetType().Name);

    /// <summary>
    /// Reads a file. Broken content is no exception: the document has the blocks that could be read, and a diagnostic
    /// for what could not.
    /// </summary>
    Document Read(SourceFile file);
}
