using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Components;

/// <summary>The relations of a report that follow one rule, with their evidence.</summary>
public partial class RuleChecks : Showing<RuleOfChecks>
{
    private static RenderFragment Cells(ImmutableArray<CheckedCell> cells) => builder =>
    {
        if (cells.IsEmpty)
            return;
        builder.AddContent(0, "＝ ");
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                builder.AddContent(1, " ＋ ");
            first = false;
            builder.OpenElement(2, cell.Cell.Href is null ? "span" : "a");
            builder.AddAttribute(3, "href", cell.Cell.Href);
            builder.AddContent(4, cell.Cell.Text);
            builder.CloseElement();
            if (cell.Value.Length > 0)
                builder.AddContent(5, " " + cell.Value);
        }
    };

    /// <summary>Findings that need no evidence, a line each: a report has some forty.</summary>
    private MarkupString Lines(ImmutableArray<CheckLine> lines, string summary, string finding)
    {
        if (lines.IsEmpty)
            return default;
        var markup = new Markup();
        markup.Open("details").Open("summary").With("class", finding).Text(Words[summary, lines.Length]).Close("summary")
            .Open("ul").With("data-finding", finding);
        foreach (var line in lines)
            markup.Open("li").With("data-at", line.At).Open("span").Text(line.Label).Close("span")
                .Open("span").Text(line.Left is null ? line.Detail : $"{line.Left} = {line.Right}").Close("span").Close("li").Line();
        return markup.Close("ul").Close("details").Whole();
    }
}
