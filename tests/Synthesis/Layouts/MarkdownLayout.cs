using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>How a Markdown file writes its tables.</summary>
public enum MarkdownTables
{
    /// <summary>Pipe tables; the places that a merged cell covers are empty.</summary>
    Pipes,

    /// <summary>Pipe tables; a merged cell is repeated in every place that it covers.</summary>
    RepeatedPipes,

    /// <summary>Raw HTML with spans.</summary>
    Html,

    /// <summary>Tab-separated rows, some of them shifted.</summary>
    Tabs,
}

/// <summary>Markdown as converters write it: headings of any level, tables in one of four ways.</summary>
public sealed record MarkdownLayout(MarkdownTables Tables) : TextLayout(
    Tables switch
    {
        MarkdownTables.Pipes => "markdown-pipes",
        MarkdownTables.RepeatedPipes => "markdown-repeated",
        MarkdownTables.Html => "markdown-html",
        _ => "markdown-tabs",
    }, ".md")
{
    public override string WriteText(PrintedReport report, SplitMix random)
    {
        var body = base.WriteText(report with { Title = [], Signature = "" }, random);
        var title = report.Title.Length > 0 ? $"# {string.Concat(report.Title)}\n\n" : "";
        return title + body + (report.Signature.Length > 0 ? $"{report.Signature}\n\n{report.Date}\n" : "");
    }

    protected override void WriteHeading(StringBuilder text, string heading, SplitMix random) =>
        text.Append('#', random.Between(2, 4)).Append(' ').Append(heading).Append("\n\n");

    protected override void WriteParagraph(StringBuilder text, string paragraph, SplitMix random) => text.Append(paragraph).Append("\n\n");

    protected override void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        switch (Tables)
        {
            case MarkdownTables.Html:
                text.Append("<table>\n");
                foreach (var row in table.Rows)
                {
                    text.Append("<tr>");
                    foreach (var cell in row)
                        text.Append("<td").Append(HtmlLayout.Spans(cell)).Append('>')
                            .Append(cell.Text.Replace("\n", "<br>", StringComparison.Ordinal)).Append("</td>");
                    text.Append("</tr>\n");
                }

                text.Append("</table>\n\n");
                break;
            case MarkdownTables.Tabs:
                TabTextLayout.WriteRows(text, table, random);
                break;
            default:
                WritePipes(text, table);
                break;
        }
    }

    private void WritePipes(StringBuilder text, PrintedTable table)
    {
        var grid = table.Grid();
        for (var row = 0; row < grid.Length; row++)
        {
            var cells = grid[row].Select(slot => slot.IsOrigin || Tables == MarkdownTables.RepeatedPipes
                ? slot.Cell.Text.Replace("\n", "<br>", StringComparison.Ordinal)
                : "");
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            if (row == 0)
                text.Append('|').Insert(text.Length, "---|", table.Columns).Append('\n');
        }

        text.Append('\n');
    }
}
