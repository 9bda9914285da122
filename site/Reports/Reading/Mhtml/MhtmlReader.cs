using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Html;

namespace DisclosureArchive.Reports.Reading.Mhtml;

/// <summary>
/// Reads web pages saved in one file (.mht, .mhtml), by browsers or by Word: the page itself, as <see cref="HtmlReader"/> reads it. Pictures, frames and whatever else lies beside it are not looked at. Lines are
/// those of the page, not of the file around it.
/// </summary>
public sealed class MhtmlReader : IDocumentReader
{
    private static readonly HtmlReader Html = new();

    public DocumentFormat Format => DocumentFormat.Mhtml;

    public Document Read(SourceFile file)
    {
        if (MimePart.PageOf(file.Content) is not { } page)
            return Document.Empty(Format, DiagnosticRules.UnreadableFile.For("text/html"));
        var bytes = page.Decode();
        var (text, encoding, replaced) = page.Charset is "unicode" or "utf-16" or "utf-16le" && !bytes.AsSpan().StartsWith<byte>([0xFF, 0xFE])
            ? (Encoding.Unicode.GetString(bytes), "utf-16le", false)
            : page.Charset?.StartsWith("big5", StringComparison.OrdinalIgnoreCase) == true ? TextDecoder.Decode(bytes, page.Charset) : (null, "", false);
        var document = Html.Read(new SourceFile(file.Path, text is null ? bytes : (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]));
        return document with
        {
            Format = Format,
            Metadata = text is null ? document.Metadata : document.Metadata with { Encoding = encoding },
            Diagnostics = replaced ? [.. document.Diagnostics, DiagnosticRules.ReplacedCharacters.For(encoding)] : document.Diagnostics,
        };
    }
}
