using DisclosureArchive.Theme.Models;
using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme.Layouts;

/// <summary>What surrounds every page: head, notice, navigation, breadcrumb, footer.</summary>
public partial class SiteLayout
{
    [Parameter, EditorRequired]
    public Frame Frame { get; set; } = default!;

    [Parameter, EditorRequired]
    public Words Words { get; set; } = default!;

    [Parameter, EditorRequired]
    public RenderFragment ChildContent { get; set; } = default!;
}
