using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Reports.Documents;

/// <summary>The containers that we read.</summary>
public enum DocumentFormat
{
    PlainText,
    Markdown,
    Html,
    Docx,
    Pdf,
    Xlsx,

    /// <summary>Comma-separated values: our own layout of figures, or a table as a spreadsheet saves it.</summary>
    Csv,

    /// <summary>A web page saved in one file.</summary>
    Mhtml,

    /// <summary>Word 97–2003, as Word or WPS writes it (<c>.doc</c>, <c>.wps</c>).</summary>
    Doc,
    Rtf,
    Odt,

    /// <summary>A container that can't be read; the document has no blocks and a diagnostic says why.</summary>
    Unsupported,
}

/// <summary>A report file as blocks, whatever its container was: the value of the reading stage.</summary>
/// <param name="Format">The container that was read.</param>
/// <param name="Blocks">Headings, paragraphs and tables in reading order.</param>
/// <param name="Metadata">What the container itself says of the document.</param>
/// <param name="Diagnostics">What the reader has to say.</param>
public sealed record Document(
    DocumentFormat Format,
    ImmutableArray<Block> Blocks,
    DocumentMetadata Metadata,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>What read it; null if nothing did.</summary>
    public ReadBy? Reader { get; init; }

    public static Document Empty(DocumentFormat format, params ImmutableArray<Diagnostic> diagnostics) =>
        new(format, [], DocumentMetadata.None, diagnostics);
}

/// <summary>What a container says of its document outside the text, each null if it says nothing.</summary>
/// <param name="Title">HTML <c>ArticleTitle</c> meta, else <c>title</c>.</param>
/// <param name="Published">HTML <c>PubDate</c> meta or the like: when the page was published.</param>
/// <param name="Publisher">HTML <c>ContentSource</c> meta or the like: who published it.</param>
/// <param name="Encoding">Name of the text encoding, such as <c>utf-8</c> or <c>gb18030</c>.</param>
public sealed record DocumentMetadata(string? Title = null, DateOnly? Published = null, string? Publisher = null, string? Encoding = null)
{
    public static readonly DocumentMetadata None = new();
}
