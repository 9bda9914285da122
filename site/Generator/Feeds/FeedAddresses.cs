using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>
/// The addresses in a feed: whole ones if the archive's own is known, else relative to the feed, which stands beside what it tells of.
/// </summary>
/// <param name="feed">The feed's own path.</param>
public sealed class FeedAddresses(ArchiveSettings settings, string feed)
{
    /// <summary>Whether addresses are whole.</summary>
    public bool AreWhole => settings.BaseUrl.Length > 0;

    /// <summary>The address of a file of the archive.</summary>
    public string Of(string path, string? anchor = null) =>
        AreWhole ? $"{settings.BaseUrl}/{Routes.Link("", path, anchor)}" : Routes.Link(feed, path, anchor);
}
