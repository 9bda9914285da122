using System.Collections.Immutable;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>What a feed in Atom says.</summary>
/// <param name="Path">Its own path.</param>
/// <param name="Id">Its lasting id: an IRI.</param>
/// <param name="Updated">The day of its newest entry.</param>
/// <param name="Page">The page that shows the same.</param>
/// <param name="Anchor">The place on that page; null for the whole of it.</param>
/// <param name="Entries">Newest first; at least one.</param>
internal sealed record AtomDocument(string Path, string Id, string Title, DateOnly Updated, string Page, string? Anchor, ImmutableArray<AtomEntry> Entries);

/// <summary>An entry of a feed in Atom.</summary>
/// <param name="Id">Its lasting id: an IRI.</param>
/// <param name="Updated">Its day.</param>
/// <param name="Summary">What it tells.</param>
/// <param name="Page">The page that shows it.</param>
internal sealed record AtomEntry(string Id, string Title, DateOnly Updated, string Summary, string Page)
{
    /// <summary>The place on its page; null for the whole of it.</summary>
    public string? Anchor { get; init; }

    /// <summary>Who published it; null if that is the archive itself, or not known.</summary>
    public string? Author { get; init; }

    /// <summary>The same as JSON; null if there is none.</summary>
    public string? Data { get; init; }

    /// <summary>The year it is about; null if that is not known.</summary>
    public int? Year { get; init; }
}
