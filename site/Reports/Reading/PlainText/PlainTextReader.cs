using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.PlainText;

/// <summary>
/// Reads plain text. Tables are found in these layouts: the text of a Word file (one cell a line, indented by a tab, rows parted by blank
/// lines), web text with <c>|</c> between cells and at the ends of rows, tab-separated rows, box-drawn tables, columns aligned by spaces,
/// and one cell a line with no mark at all. Headings marked as in Markdown (<c>## 一、…</c>), which converters leave in a .txt, are headings. All but box-drawn ones are ragged: plain text does not say which cells were merged.
/// Not supported: text wrapped at a fixed width (each line is a paragraph), two columns of prose side by side.
/// </summary>
public sealed partial class PlainTextReader : IDocumentReader
{
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(c => char.IsControl(c) && !char.IsWhiteSpace(c))]);

    public DocumentFormat Format => DocumentFormat.PlainText;

    public Document Read(SourceFile file)
    {
        var (text, encoding, replaced) = TextDecoder.Decode(file.Content);
        ContentTooLargeException.ThrowIfTooLong(text);
        ImmutableArray<Diagnostic> diagnostics = replaced ? [DiagnosticRules.ReplacedCharacters.For(encoding)] : [];
        return new Document(Format, ReadBlocks(text), new DocumentMetadata(Encoding: encoding), diagnostics);
    }

    /// <summary>The blocks of a text. For readers of other containers too, whose paragraphs may hold such tables.</summary>
    /// <param name="text">Lines parted by <c>\n</c>.</param>
    /// <param name="firstLine">Number of its first line in the source.</param>
    /// <param name="firstTable">Number of its first table in the source.</param>
    public static ImmutableArray<Block> ReadBlocks(string text, int firstLine = 1, int firstTable = 1)
    {
        var lines = SplitLines(text, firstLine);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var tables = firstTable;
        var afterImage = false;
        for (var i = 0; i < lines.Count;)
        {
            var (start, before) = (i, blocks.Count);
            if (TableFinder.TryRead(lines, ref i, tables, blocks))
            {
                tables += blocks.Skip(before).Count(block => block is Table);
                continue;
            }

            i = start + 1;
            var line = lines[start];
            afterImage = line.HasImage || (afterImage && !line.Text.Any(TextFolding.IsHan));
            // What follows a picture's mark without a single Han character is noise that was recognised in the picture.
            if (line.IsBlank || afterImage)
                continue;
            blocks.Add(line.HeadingLevel > 0
                ? new Heading(line.Trimmed, line.HeadingLevel, SourceLocation.AtLine(line.Number))
                : new Paragraph(line.Trimmed, SourceLocation.AtLine(line.Number)));
        }

        return blocks.ToImmutable();
    }

    private static List<TextLine> SplitLines(string text, int firstLine)
    {
        var lines = new List<TextLine>();
        foreach (var line in text.Split('\n'))
        {
            var shown = Shown(line);
            var hasMark = shown.Contains('[', StringComparison.Ordinal);
            var hasImage = hasMark && ImageMark().IsMatch(shown);
            lines.Add(new TextLine(hasMark ? Mark().Replace(shown, "") : shown, firstLine + lines.Count, hasImage));
        }

        TextLine.Link(lines);
        return lines;
    }

    /// <summary>
    /// The line with U+FFFD for control characters, which no page can hold. They are not dropped: what stood on both sides of one, such as the mark
    /// between two cells that Word copies, would become one number.
    /// </summary>
    private static string Shown(string line)
    {
        if (!line.AsSpan().ContainsAny(Controls))
            return line;
        var shown = line.ToCharArray();
        shown.AsSpan().ReplaceAny(Controls, '\uFFFD');
        return new string(shown);
    }

    /// <summary>Marks that a converter leaves for what a text can't hold.</summary>
    [GeneratedRegex(@"\[(bookmark|image|footnote|endnote|comment|shape|chart): ?[^\]\n]{0,200}\]", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[image: ?[^\]\n]{0,200}\]", RegexOptions.NonBacktracking)]
    private static partial Regex ImageMark();
}
