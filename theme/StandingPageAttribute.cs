namespace DisclosureArchive.Theme;

/// <summary>
/// Marks a component as a page of its own that needs no model but what surrounds it: it is published at an address, in each language, and
/// linked at the foot of every page. So a theme adds a page without a change to the generator.
/// </summary>
/// <param name="path">Where it is published, such as <c>privacy.html</c>; the English page stands under <c>en/</c>.</param>
/// <param name="titleKey">The key of its title in the resource files.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StandingPageAttribute(string path, string titleKey) : Attribute
{
    public string Path { get; } = path;

    public string TitleKey { get; } = titleKey;
}
