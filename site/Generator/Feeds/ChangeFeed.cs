using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>What happened to the reports of the archive, withdrawals too, to be written as Atom.</summary>
/// <param name="Id">Its lasting id, made of what the archive is called.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Entries">The newest changes, newest first; at least one.</param>
public sealed record ChangeFeed(string Id, string Title, ImmutableArray<ChangeFeed.Entry> Entries)
{
    /// <summary>A change as news.</summary>
    /// <param name="Id">Its lasting id: it depends on what happened to which file and when, and not on what was or will be done besides.</param>
    public sealed record Entry(ArchiveChange Change, string Id);

    /// <summary>The day of its newest entry.</summary>
    public DateOnly Updated => Entries[0].Change.Date;

    /// <summary>Whether an archive has one: only if its history is at hand and tells of something.</summary>
    public static bool Exists(ReportArchive archive) => archive.History is { Changes.IsEmpty: false };

    /// <returns>Null if there is none.</returns>
    public static ChangeFeed? Of(ReportArchive archive)
    {
        if (!Exists(archive))
            return null;
        var title = archive.Settings.Title;
        var words = Words.Chinese;
        return new ChangeFeed(
            NameUuid.Of($"changes {title}"), words["feed.title", words["changelog.title"], title], [.. Identified(archive.History!.Changes).Take(NewsFeed.MostEntries)]);
    }

    /// <summary>The same may happen to a file several times in a day. Counted from the oldest, since what comes later must not change an id.</summary>
    private static IEnumerable<Entry> Identified(ImmutableArray<ArchiveChange> changes)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var entries = new List<Entry>();
        foreach (var change in changes.Reverse())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"change {change.Date:yyyy-MM-dd} {Data.Words.Of(change.Kind)} {change.Path}");
            var count = counts[name] = counts.GetValueOrDefault(name) + 1;
            entries.Add(new Entry(change, NameUuid.Of(count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {count}"))));
        }

        entries.Reverse();
        return entries;
    }
}
