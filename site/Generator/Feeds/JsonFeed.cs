using System.Globalization;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Feeds;

/// <summary><c>feed.json</c>: a feed as JSON Feed 1.1. What that format has no member for stands in <c>_report</c>.</summary>
public static class JsonFeed
{
    private const string Version = "https://jsonfeed.org/version/1.1";

    public static OutputFile Of(ArchiveSettings settings, NewsFeed feed) => new(Routes.JsonFeed(feed.Folder), () => Json.Bytes(Json.Indented, json =>
    {
        var addresses = new FeedAddresses(settings, Routes.JsonFeed(feed.Folder));
        json.WriteStartObject();
        json.WriteString("version"u8, Version);
        json.WriteString("title"u8, feed.Title);
        json.WriteString("home_page_url"u8, addresses.Of(feed.Page, feed.Anchor));

        // It also names the feed for good; half an address would do neither.
        if (addresses.AreWhole)
            json.WriteString("feed_url"u8, addresses.Of(Routes.JsonFeed(feed.Folder)));
        json.WriteIfAny("description"u8, settings.Description);
        json.WriteString("language"u8, "zh-CN");
        Author(json, settings.Owner.Length > 0 ? settings.Owner : settings.Title);
        json.WriteStartArray("items"u8);
        foreach (var entry in feed.Entries)
            Write(json, entry, addresses);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, FeedEntry entry, FeedAddresses addresses)
    {
        var report = entry.Report;
        json.WriteStartObject();
        json.WriteString("id"u8, entry.Id);
        json.WriteString("url"u8, addresses.Of(Routes.Report(report)));
        json.WriteString("title"u8, EntryText.Title(entry));
        json.WriteString("content_text"u8, EntryText.Summary(entry));
        json.WriteString("date_modified"u8, EntryText.Time(entry.Date));
        if (EntryText.Author(entry) is { } author)
            Author(json, author);
        if (report.Year is { } year)
        {
            json.WriteStartArray("tags"u8);
            json.WriteStringValue(year.ToString(CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteStartObject("_report"u8);
        json.WriteIfAny("agency_id"u8, entry.Agency.Register?.Id);
        json.WriteIfAny("agency"u8, EntryText.Author(entry));
        if (report.Year is { } of)
            json.WriteNumber("year"u8, of);
        json.WriteString("data"u8, addresses.Of(Routes.ReportData(report)));
        json.WriteString("sha256"u8, report.Source.Sha256);
        json.WriteBoolean("current"u8, report.IsCurrent);
        json.WriteNumber("failed"u8, report.Failed);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Author(Utf8JsonWriter json, string name)
    {
        json.WriteStartArray("authors"u8);
        json.WriteStartObject();
        json.WriteString("name"u8, name);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
