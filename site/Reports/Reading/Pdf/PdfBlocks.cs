using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Pages to blocks, in reading order: tables where lines draw them, paragraphs between.</summary>
internal static class PdfBlocks
{
    private const double Rounding = 3;
    private const double FullLines = 0.8;

    private sealed record Part(double Top, PdfTable? Table, PdfLine? Line, int LineNumber);

    public static ImmutableArray<Block> Of(ImmutableArray<PdfPage> pages)
    {
        var grids = pages.Select(RuledGridFinder.Find).ToList();
        var lines = pages.Select((page, i) => PdfLine.Of(page.Glyphs.Where(glyph => !grids[i].Exists(grid => grid.Holds(glyph))))).ToList();
        var text = PageFurniture.Remove(pages, lines);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var flow = FlowOf(text);
        var tables = 0;
        PdfTable? open = null;
        for (var i = 0; i < pages.Length; i++)
        {
            var parts = grids[i].Select(grid => new Part(grid.Top, PdfTable.Of(grid, pages[i]), null, 0))
                .Concat(text[i].Select(line => new Part(line.Baseline - (line.Size / 2), null, line, lines[i].IndexOf(line) + 1)))
                .OrderBy(part => part.Top);
            var isFirst = true;
            foreach (var part in parts)
            {
                if (part.Table is { } table && open is not null && isFirst && open.IsContinuedBy(table))
                {
                    open.Append(table);
                }
                else
                {
                    CloseTable();
                    if (part.Line is { } line)
                    {
                        Add(flow.Add(line, new SourceLocation(Line: part.LineNumber, Page: pages[i].Number)));
                    }
                    else
                    {
                        Add(flow.End());
                        open = part.Table;
                    }
                }

                isFirst = false;
            }
        }

        CloseTable();
        Add(flow.End());
        return blocks.ToImmutable();

        void CloseTable()
        {
            if (open is not null)
                blocks.Add(open.ToTable(++tables));
            open = null;
        }

        void Add(Block? block)
        {
            if (block is not null)
                blocks.Add(block);
        }
    }

    /// <summary>The text's column and the distance of its lines, as most lines have them.</summary>
    private static ParagraphFlow FlowOf(List<List<PdfLine>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        if (lines.Count == 0)
            return new ParagraphFlow(0, 0, 0);
        var left = lines.GroupBy(line => Math.Round(line.Left / Rounding)).MaxBy(group => group.Count())!.Average(line => line.Left);
        var rights = lines.Select(line => line.Right).Order().ToList();
        var pitches = pages.SelectMany(page => page.Zip(page.Skip(1), (a, b) => b.Baseline - a.Baseline)).Where(pitch => pitch > 0).Order().ToList();
        return new ParagraphFlow(left, rights[(int)(FullLines * (rights.Count - 1))], pitches.Count > 0 ? pitches[pitches.Count / 2] : lines[0].Size * 2);
    }
}
