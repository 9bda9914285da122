using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>What a page says of itself in its head.</summary>
internal static class HtmlMetadata
{
    private const string Subject = "公开";

    private static readonly ImmutableArray<string> DateNames =
        ["pubdate", "publishdate", "publish_date", "publishtime", "article:published_time", "others"];

    // In order of trust; an author is often a clerk or an account.
    private static readonly ImmutableArray<string> PublisherNames = ["contentsource", "sitename"];

    /// <param name="page">The page.</param>
    /// <param name="above">The text above the report, where a date may stand that the head does not give.</param>
    /// <param name="encoding">The encoding it was decoded by.</param>
    public static DocumentMetadata Read(IHtmlDocument page, string above, string encoding)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta"))
        {
            var content = VisibleText.Clean(meta.GetAttribute("content") ?? "");
            if (content.Length > 0 && (meta.GetAttribute("name") ?? meta.GetAttribute("property")) is { Length: > 0 } name)
                values.TryAdd(name.Trim(), content);
        }

        var published = DateNames.Select(name => values.TryGetValue(name, out var date) ? HtmlDates.First(date) : null)
            .FirstOrDefault(date => date is not null);
        return new DocumentMetadata(
            values.GetValueOrDefault("ArticleTitle") ?? TitleOf(page),
            published ?? HtmlDates.Labelled(above),
            PublisherNames.Select(values.GetValueOrDefault).FirstOrDefault(name => name is not null) ?? AuthorOf(values),
            encoding);
    }

    private static string? AuthorOf(Dictionary<string, string> values) =>
        values.TryGetValue("author", out var author) && author.Length >= 4 && author.All(c => c >= '\u2E80') ? author : null;

    /// <summary>The title without the names of the site behind it, as long as the rest still says what it is about.</summary>
    private static string? TitleOf(IHtmlDocument page)
    {
        var title = VisibleText.Clean(page.Title ?? "");
        while (title.LastIndexOfAny(['-', '_', '|', '—', '–']) is var end and > 0
            && title[..end].Contains(Subject, StringComparison.Ordinal))
            title = title[..end].TrimEnd(' ', '-', '_', '|', '—', '–');
        return title.Length > 0 ? title : null;
    }
}
