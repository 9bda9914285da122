using Microsoft.AspNetCore.Components;

namespace DisclosureArchive.Theme;

/// <summary>A component that shows a model: what it shows is in the model, how is in the component.</summary>
public abstract class Showing<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
