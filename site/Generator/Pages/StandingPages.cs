using System.Collections.Immutable;
using System.Reflection;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>The pages that a theme adds by itself.</summary>
public static class StandingPages
{
    /// <summary>Their components with address and title, by address.</summary>
    public static readonly ImmutableArray<(Type Component, StandingPageAttribute Page)> All = Of(typeof(StandingPageAttribute).Assembly);

    public static ImmutableArray<(Type Component, StandingPageAttribute Page)> Of(Assembly theme) =>
        [.. theme.GetTypes()
            .Select(type => (Component: type, Page: type.GetCustomAttribute<StandingPageAttribute>()!))
            .Where(found => found.Page is not null && found.Component.IsSubclassOf(typeof(Showing<Frame>)))
            .OrderBy(found => found.Page.Path, StringComparer.Ordinal)];
}
