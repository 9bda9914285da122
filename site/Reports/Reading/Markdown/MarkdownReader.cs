using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Html;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using Block = DisclosureArchive.Reports.Documents.Block;

namespace DisclosureArchive.Reports.Reading.Markdown;

/// <summary>
/// Reads Markdown as people and converters write it, with Markdig.
/// <para>
/// Reads: headings with the level they bear (also <c>#标题</c> without a blank); paragraphs, soft breaks as line breaks; list items with their
/// number, without bullets; block quotes; pipe tables however irregular, raw HTML tables with their spans, and the layouts of
/// tables in plain text (<see cref="MarkdownTables"/>); other raw HTML as the text a reader sees; front matter's title.
/// </para>
/// <para>
/// Leaves out: pictures, struck text, comments, scripts, link targets, the fences of code blocks. Indented lines are paragraphs, not code. A
/// table of lines has no spans: merged cells come as they stand, empty or repeated.
/// </para>
/// </summary>
public sealed partial class MarkdownReader : IDocumentReader
{
    // A longer line above a rule was not meant as a heading.
    private const int LongestHeading = 80;

    private static readonly MarkdownPipeline Blocks = Pipeline(parser => parser is not (IndentedCodeBlockParser or FencedCodeBlockParser));
    private static readonly MarkdownPipeline Inlines = Pipeline(parser => parser is ParagraphBlockParser);

    public DocumentFormat Format => DocumentFormat.Markdown;

    public Document Read(SourceFile file)
    {
        var (text, encoding, replaced) = TextDecoder.Decode(file.Content);
        ContentTooLargeException.ThrowIfTooLong(text);
        var source = MarkdownSource.Of(text);
        var tables = new MarkdownTables(source.Lines, CellText).Find().ToList();
        foreach (var table in tables)
            source.Blank(table.First, table.Last);
        var blocks = Merge(tables, Leaves(source.Lines));
        ImmutableArray<Diagnostic> diagnostics = replaced ? [DiagnosticRules.ReplacedCharacters.For(encoding)] : [];
        return new Document(Format, blocks, new DocumentMetadata(source.Title, Encoding: encoding), diagnostics);
    }

    private static MarkdownPipeline Pipeline(Func<BlockParser, bool> keeps)
    {
        var builder = new MarkdownPipelineBuilder().UseCjkFriendlyEmphasis()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.RemoveAll(parser => !keeps(parser));
        return builder.Build();
    }

    private static ImmutableArray<Block> Merge(List<MarkdownTable> tables, List<(int Line, LeafBlock Leaf, string Marker)> leaves)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var next = 0;
        foreach (var table in tables)
        {
            for (; next < leaves.Count && leaves[next].Line < table.First; next++)
                blocks.AddRange(Read(leaves[next]));
            blocks.AddRange(table.Blocks);
        }

        for (; next < leaves.Count; next++)
            blocks.AddRange(Read(leaves[next]));
        return blocks.ToImmutable();
    }

    private static ImmutableArray<Block> Read((int Line, LeafBlock Leaf, string Marker) at)
    {
        if (at.Leaf is HtmlBlock html)
            return new HtmlBlocks(at.Line).ReadFragment(html.Lines.ToString());
        var text = MarkdownText.Of(at.Leaf.Inline);
        var location = SourceLocation.AtLine(at.Line + 1);
        if (text.Length == 0)
            return [];
        return at.Leaf is HeadingBlock heading && text.Length <= LongestHeading
            ? [new Heading(at.Marker + text, heading.Level, location)]
            : [new Paragraph(at.Marker + text, location)];
    }

    private static string CellText(string cell)
    {
        if (cell.AsSpan().IndexOfAny(@"\`*_~<>&[]!") < 0)
            return VisibleText.Clean(cell);
        return Leaves(cell, Inlines) is [var leaf, ..] ? MarkdownText.Of(leaf.Leaf.Inline) : "";
    }

    private static List<(int Line, LeafBlock Leaf, string Marker)> Leaves(string[] lines) => Leaves(string.Join('\n', lines), Blocks);

    private static List<(int Line, LeafBlock Leaf, string Marker)> Leaves(string markdown, MarkdownPipeline pipeline)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than the parser allows, which no text is that was meant to be read: without quotes, lists and emphasis.
            document = Markdig.Markdown.Parse(NestingMarks().Replace(markdown, ""), Inlines);
        }

        var leaves = new List<(int Line, LeafBlock Leaf, string Marker)>();
        Collect(document, leaves);
        return leaves;
    }

    private static void Collect(ContainerBlock container, List<(int Line, LeafBlock Leaf, string Marker)> leaves)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case ListItemBlock item:
                    var first = leaves.Count;
                    Collect(item, leaves);
                    if (item.Parent is ListBlock { IsOrdered: true } list && first < leaves.Count)
                        leaves[first] = leaves[first] with { Marker = $"{item.Order}{list.OrderedDelimiter} {leaves[first].Marker}" };
                    break;
                case ContainerBlock inner:
                    Collect(inner, leaves);
                    break;
                case HeadingBlock or ParagraphBlock or HtmlBlock:
                    leaves.Add((block.Line, (LeafBlock)block, ""));
                    break;
            }
        }
    }

    [GeneratedRegex(@"[>*_~\[\]]+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NestingMarks();
}
