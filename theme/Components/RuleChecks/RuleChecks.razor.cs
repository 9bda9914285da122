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
}
