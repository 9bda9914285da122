using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme;

/// <summary>A component that shows a model: what it shows is in the model, how is in the component.</summary>
public abstract class Showing<TModel> : ComponentBase
{
    /// <summary>Ends a line of the page's source, which Razor would join to the next.</summary>
    protected static readonly MarkupString NewLine = new("\n");

    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;

    /// <summary>The words to say it in.</summary>
    [Parameter, EditorRequired]
    public Words Words { get; set; } = default!;

    /// <summary>The language of names and texts that are the archive's or the agencies' own; null where the page is in it.</summary>
    protected string? TheirLanguage => Words.IsEnglish ? Words.Chinese.Language : null;
}
