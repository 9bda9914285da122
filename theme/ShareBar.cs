using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme;

/// <summary>A number drawn as a bar, in the cell beside it; to be drawn it needs no more than a table. Nothing is drawn for zero.</summary>
public static class ShareBar
{
    /// <param name="percent">How long it is, of the longest of its column: 0 to 100.</param>
    public static MarkupString Of(int percent) => new(percent <= 0
        ? ""
        : $"""<svg class="share series-1" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path d="M0 0h{percent}v10H0z"/></svg>""");
}
