using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>
/// Reads web pages as agencies' content systems give them, with AngleSharp, without running scripts or style sheets.
/// <para>
/// Reads: the encoding by mark, validity and declaration; title, date and publisher from <c>meta</c>; the report among navigation
/// (<see cref="HtmlContent"/>); paragraphs from <c>p</c>, <c>div</c> and <c>br</c>; headings; list items, numbered in <c>ol</c>; tables
/// with spans as browsers clip them, captions, row groups; nested tables (after the outer one; a table that only lays out the
/// page gives its contents); superscripts as Unicode superscripts; preformatted text with its line breaks and
/// blanks, and the tables drawn in it.
/// </para>
/// <para>
/// Leaves out: scripts, styles, frames, form controls, whatever an inline style or attribute hides, struck text, pictures. Does
/// not know what a style sheet hides or what a script adds; a report in a frame is another file.
/// </para>
/// </summary>
public sealed partial class HtmlReader : IDocumentReader
{
    private const int Head = 4096;

    public DocumentFormat Format => DocumentFormat.Html;

    public Document Read(SourceFile file)
    {
        var (text, encoding, replaced) = TextDecoder.Decode(file.Content, DeclaredEncoding(file.Content.Span));
        using var page = HtmlBlocks.Parse(text);
        var content = new HtmlContent(page);
        var blocks = new HtmlBlocks { LeavesOut = content.IsChrome }.Read(content.Root)
            .RemoveAll(block => block is Paragraph paragraph && HtmlContent.IsChromeLine(paragraph.Text));
        if (content.Title is { } title)
            blocks = WithTitle(blocks, new HtmlBlocks().Read(title));
        ImmutableArray<Diagnostic> diagnostics = replaced ? [DiagnosticRules.ReplacedCharacters.For(encoding)] : [];
        return new Document(Format, blocks, HtmlMetadata.Read(page, content.Above, encoding), diagnostics);
    }

    /// <summary>The title line first, unless the content says it itself.</summary>
    private static ImmutableArray<Block> WithTitle(ImmutableArray<Block> blocks, ImmutableArray<Block> title)
    {
        var text = string.Concat(title.OfType<Paragraph>().Select(line => line.Text));
        var isSaid = blocks.Take(5).Any(block => block switch
        {
            Heading heading => heading.Text.Contains(text, StringComparison.Ordinal),
            Paragraph paragraph => paragraph.Text.Contains(text, StringComparison.Ordinal),
            _ => false,
        });
        return isSaid || title.IsEmpty ? blocks : [new Heading(text, 1, title[0].Location), .. blocks];
    }

    private static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        var match = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]));
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*([\w-]+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
