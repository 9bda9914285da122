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

    /// <summary>Findings that need no evidence, a line each. Written without markup: a report has some forty.</summary>
    private RenderFragment Lines(ImmutableArray<CheckLine> lines, string summary, string finding) => builder =>
    {
        if (lines.IsEmpty)
            return;
        builder.OpenElement(10, "details");
        builder.OpenElement(11, "summary");
        builder.AddAttribute(12, "class", finding);
        builder.AddContent(13, Words[summary, lines.Length]);
        builder.CloseElement();
        builder.OpenElement(14, "ul");
        builder.AddAttribute(15, "data-finding", finding);
        foreach (var line in lines)
        {
            builder.OpenElement(16, "li");
            builder.AddAttribute(17, "data-at", line.At);
            builder.OpenElement(18, "span");
            builder.AddContent(19, line.Label);
            builder.CloseElement();
            builder.OpenElement(20, "span");
            builder.AddContent(21, line.Left is null ? line.Detail : $"{line.Left} = {line.Right}");
            builder.CloseElement();
            builder.CloseElement();
            builder.AddMarkupContent(22, "\n");
        }

        builder.CloseElement();
        builder.CloseElement();
    };
}
