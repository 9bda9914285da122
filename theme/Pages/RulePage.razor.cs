using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Pages;

/// <summary>A rule that figures are checked by.</summary>
public partial class RulePage : Showing<Rule>
{
    private static RenderFragment Sum(ImmutableArray<Link> terms) => builder =>
    {
        for (var i = 0; i < terms.Length; i++)
        {
            if (i > 0)
                builder.AddContent(0, " ＋ ");
            builder.OpenElement(1, terms[i].Href is null ? "span" : "a");
            builder.AddAttribute(2, "href", terms[i].Href);
            builder.AddContent(3, terms[i].Text);
            builder.CloseElement();
        }
    };
}
