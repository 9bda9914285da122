using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Feeds;

/// <summary>The news of the archive, of an agency or of a region, to be written as Atom and as JSON Feed.</summary>
/// <param name="Folder">Where its files lie: a path with <c>/</c> at its end; empty for the archive's own.</param>
/// <param name="Id">Its lasting id. It does not depend on where the archive is, but on what it is called.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Page">The page that shows the same.</param>
/// <param name="Anchor">The place on that page; null for the whole of it.</param>
/// <param name="Entries">The newest of its entries, newest first; at least one.</param>
public sealed record NewsFeed(string Folder, string Id, string Title, string Page, string? Anchor, ImmutableArray<FeedEntry> Entries)
{
    /// <summary>How many entries a feed has at most.</summary>
    public const int MostEntries = 50;

    /// <summary>The day of its newest entry.</summary>
    public DateOnly Updated => Entries[0].Date;

    /// <summary>Whether there is a feed of these reports.</summary>
    public static bool Exists(IEnumerable<ReportEntry> reports) => reports.Any(report => report.News is not null);

    /// <summary>All feeds of an archive. Where no report has a date there is none.</summary>
    public static IEnumerable<NewsFeed> Of(ReportArchive archive)
    {
        var entries = FeedEntry.Of(archive);
        if (entries.IsEmpty)
            yield break;
        var title = archive.Settings.Title;
        yield return new NewsFeed("", Id(""), title, Routes.Home, null, [.. entries.Take(MostEntries)]);

        string Id(string folder) => NameUuid.Of($"feed {title}/{folder}");
        string Title(string name) => Words.Chinese["feed.title", name, title];
        foreach (var agency in entries.Where(entry => !entry.Agency.IsUnidentified).GroupBy(entry => entry.Agency.Key))
            yield return new NewsFeed(
                Routes.AgencyFolder(agency.Key), Id(Routes.AgencyFolder(agency.Key)), Title(agency.First().Agency.Name), Routes.Agency(agency.Key), null, [.. agency.Take(MostEntries)]);

        var ofRegions = entries.Where(entry => !entry.Agency.IsUnidentified).ToLookup(entry => entry.Agency.Register?.Region ?? "", StringComparer.Ordinal);
        var regions = RegionEntry.Of(archive);
        for (var i = 0; i < regions.Length; i++)
            if (regions[i].Key.Length > 0 && ofRegions.Contains(regions[i].Name))
                yield return new NewsFeed(
                    Routes.RegionFolder(regions[i].Key), Id(Routes.RegionFolder(regions[i].Key)), Title(regions[i].Name), Routes.Agencies, Routes.Region(i), [.. ofRegions[regions[i].Name].Take(MostEntries)]);
    }
}
