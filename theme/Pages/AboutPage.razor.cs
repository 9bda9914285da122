using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Pages;

/// <summary>What the archive is, how it was made, how to help.</summary>
public partial class AboutPage : Showing<About>
{
    /// <summary>Its sections: anchor and the key of its heading.</summary>
    private static readonly ImmutableArray<(string Id, string Heading)> Contents =
    [
        ("method", "about.method"), ("states", "about.states"), ("editions", "about.editions"), ("crosswalk", "about.crosswalk"), ("rules", "about.rules"),
        ("quality", "about.quality"), ("help", "about.help"), ("transcribing", "about.transcribing"), ("cite", "about.cite"), ("licence", "about.licence"),
    ];

    private RenderFragment Terms(ImmutableArray<Link> terms) => builder =>
    {
        if (terms.IsEmpty)
        {
            builder.OpenElement(0, "span");
            builder.AddAttribute(1, "class", "few");
            builder.AddContent(2, Words["about.crosswalk.none"]);
            builder.CloseElement();
        }

        for (var i = 0; i < terms.Length; i++)
        {
            if (i > 0)
                builder.AddContent(3, Words["list"]);
            builder.OpenElement(4, "a");
            builder.AddAttribute(5, "href", terms[i].Href);
            builder.AddContent(6, terms[i].Text);
            builder.CloseElement();
        }
    };
}
