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
/// number, without bullets; block quotes; tables of lines parted by pipes or tabs (<see cref="MarkdownTables"/>), and raw HTML tables
/// with their spans; other raw HTML as the text a reader sees; front matter's title.
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
        var source = MarkdownSource.Of(text);
        var tables = MarkdownTables.Find(source.Lines).ToList();
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
        var tableCount = 0;
        var next = 0;
        foreach (var table in tables)
        {
            for (; next < leaves.Count && leaves[next].Line < table.First; next++)
                Add(leaves[next]);
            if (table.Html is { } html)
                AddHtml(html, table.First);
            else
                blocks.Add(ToTable(table, ++tableCount));
        }

        for (; next < leaves.Count; next++)
            Add(leaves[next]);
        return blocks.ToImmutable();

        void Add((int Line, LeafBlock Leaf, string Marker) at)
        {
            if (at.Leaf is HtmlBlock html)
            {
                AddHtml(html.Lines.ToString(), at.Line);
                return;
            }

            var text = MarkdownText.Of(at.Leaf.Inline);
            var location = SourceLocation.AtLine(at.Line + 1);
            if (text.Length > 0)
                blocks.Add(at.Leaf is HeadingBlock heading && text.Length <= LongestHeading
                    ? new Heading(at.Marker + text, heading.Level, location)
                    : new Paragraph(at.Marker + text, location));
        }

        void AddHtml(string html, int linesBefore)
        {
            var reader = new HtmlBlocks(linesBefore, tableCount);
            blocks.AddRange(reader.ReadFragment(html));
            tableCount = reader.Tables;
        }
    }

    private static Table ToTable(MarkdownTable table, int number)
    {
        var location = new SourceLocation(Line: table.First + 1, Table: number);
        var rows = table.Rows.Select((row, rowIndex) =>
        {
            var at = location with { Line = row.Line + 1, Row = rowIndex + 1 };
            return new TableRow([.. row.Cells.Select((cell, index) => new Cell(CellText(cell), at with { Cell = index + 1 }))], at);
        });
        return new Table([.. rows], TableShape.Ragged, location);
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

    [GeneratedRegex(@"[>*_~\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex NestingMarks();
}
