using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Pages to blocks, in reading order: tables where lines draw them, aligned figures and paragraphs between.</summary>
internal static class PdfBlocks
{
    private sealed record Part(double Top, PdfTable? Table, PdfLine? Line, int LineNumber);

    public static ImmutableArray<Block> Of(ImmutableArray<PdfPage> pages)
    {
        var grids = pages.Select(RuledGridFinder.Find).ToList();
        var lines = pages.Select((page, i) => PdfLine.Of(page.Glyphs.Where(glyph => !grids[i].Exists(grid => grid.Holds(glyph))))).ToList();
        var text = PageFurniture.Remove(pages, lines);
        var column = TextColumn.Of(text);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var flow = new ParagraphFlow(column);
        var tables = 0;
        PdfTable? open = null;
        for (var i = 0; i < pages.Length; i++)
        {
            var parts = grids[i].Select(grid => new Part(grid.Top, PdfTable.Of(grid, pages[i]), null, 0))
                .Concat(text[i].Select(line => new Part(line.Baseline - (line.Size / 2), null, line, lines[i].IndexOf(line) + 1)))
                .OrderBy(part => part.Top).ToList();
            for (var p = 0; p < parts.Count; p++)
            {
                if (parts[p].Table is { } table)
                {
                    if (open is not null && p == 0 && open.IsContinuedBy(table))
                    {
                        open.Append(table);
                        continue;
                    }

                    CloseTable();
                    Add(flow.End());
                    open = table;
                    continue;
                }

                CloseTable();
                var run = parts.Skip(p).TakeWhile(part => part.Line is not null).Select(part => part.Line!).ToList();
                if (AlignedTable.Begin(run, column) is { } aligned)
                {
                    Add(flow.End());
                    blocks.Add(aligned.ToTable(++tables, pages[i].Number));
                    p += aligned.Lines - 1;
                }
                else
                {
                    Add(flow.Add(run[0], new SourceLocation(Line: parts[p].LineNumber, Page: pages[i].Number)));
                }
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
}
