using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>What tells of news and of dates: feeds and a calendar.</summary>
public static class FeedFiles
{
    /// <summary>All of them. An agency that had other addresses has its feeds there too: what reads feeds follows no page that leads on.</summary>
    public static IEnumerable<OutputFile> Of(ReportArchive archive)
    {
        var agencies = archive.Agencies.Where(agency => !agency.FormerKeys.IsEmpty).ToDictionary(agency => Pages.Routes.AgencyFolder(agency.Key), StringComparer.Ordinal);
        foreach (var feed in NewsFeed.Of(archive))
            foreach (var file in (OutputFile[])[AtomFeed.Of(archive.Settings, feed), JsonFeed.Of(archive.Settings, feed)])
            {
                yield return file;
                if (agencies.TryGetValue(feed.Folder, out var agency))
                    foreach (var path in agency.FormerPaths(file.Path))
                        yield return file with { Path = path };
            }

        if (ChangeFeed.Of(archive) is { } changes)
            yield return AtomFeed.Of(archive.Settings, changes);
        if (Calendar.Of(archive) is { } calendar)
            yield return calendar;
    }
}
