using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>
/// The addresses in a feed: whole ones if the archive's own is known, else relative to the feed, which stands beside what it tells of.
/// </summary>
public sealed class FeedAddresses(ArchiveSettings settings, NewsFeed feed)
{
    /// <summary>The lasting id of the feed. It does not depend on where the archive is, but on what it is called.</summary>
    public string Id => NameUuid.Of($"feed {settings.Title}/{feed.Folder}");

    /// <summary>Whether addresses are whole.</summary>
    public bool AreWhole => settings.BaseUrl.Length > 0;

    /// <summary>The address of a file of the archive.</summary>
    public string Of(string path, string? anchor = null) =>
        AreWhole ? $"{settings.BaseUrl}/{Routes.Link("", path, anchor)}" : Routes.Link(Routes.Atom(feed.Folder), path, anchor);
}
