using System.Collections.Immutable;
using System.Globalization;
using System.Security;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// <c>sitemap.xml</c>: the addresses of all pages. Search engines want them absolute; without <c>base_url</c> they are relative to the file,
/// and a comment in it says so. Where there are more than a sitemap may hold, they stand in <c>sitemap-1.xml</c>, <c>sitemap-2.xml</c> …, which it names.
/// </summary>
public static class Sitemap
{
    public const string Path = "sitemap.xml";

    /// <summary>How many addresses a file may hold, by the rules of sitemaps.org.</summary>
    private const int MostAddresses = 50_000;

    /// <summary>How many bytes a file may have, by the same rules.</summary>
    private const int MostBytes = 50 << 20;

    private const string Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The sitemaps of those of the written files that are pages for readers.</summary>
    public static IEnumerable<OutputFile> Of(ReportArchive archive, IEnumerable<WrittenFile> files)
    {
        // What only leads on to where a page stands now.
        var former = archive.Agencies.Where(agency => !agency.FormerKeys.IsEmpty || !agency.FormerPages.IsEmpty)
            .SelectMany(agency => agency.Reports.SelectMany(report => new[] { Routes.Report(report), Routes.Changes(report) })
                .Concat(agency.Withdrawn.Select(entry => entry.Page)).Append(Routes.Agency(agency.Key)).SelectMany(agency.FormerPaths))
            .ToHashSet(StringComparer.Ordinal);

        // A page is as new as its report here; when a report was published elsewhere says nothing of that.
        var days = archive.Reports.Where(report => report.Archived is not null).Select(report => (Page: ReportPaths.Page(report), Day: report.Archived!.Value))
            .Concat(archive.Agencies.SelectMany(agency => agency.Withdrawn).Select(entry => (entry.Page, Day: entry.Report.Withdrawal.Date)))
            .ToDictionary(page => page.Page, page => page.Day, StringComparer.Ordinal);
        return Of(archive.Settings.BaseUrl, files
            .Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal) && file.Path != Routes.NotFound && !former.Contains(file.Path))
            .Select(file => (file.Path, days.TryGetValue(file.Path, out var day) ? day : (DateOnly?)null)));
    }

    /// <param name="pages">Paths of pages, each with the day on which it last changed if that is known.</param>
    public static ImmutableArray<OutputFile> Of(string baseUrl, IEnumerable<(string Path, DateOnly? Changed)> pages)
    {
        var head = Head(baseUrl, "urlset");
        const string foot = "</urlset>\n";
        var parts = new List<(StringBuilder Text, int Count, long Bytes)>();
        foreach (var (path, changed) in pages.OrderBy(page => page.Path, StringComparer.Ordinal))
        {
            var line = $"<url><loc>{Address(baseUrl, path)}</loc>{(changed is { } day ? $"<lastmod>{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}</lastmod>" : "")}</url>\n";
            var length = Encoding.UTF8.GetByteCount(line);
            if (parts is [] || parts[^1].Count == MostAddresses || parts[^1].Bytes + length > MostBytes)
                parts.Add((new StringBuilder(head), 0, head.Length + foot.Length));
            var (text, count, bytes) = parts[^1];
            parts[^1] = (text.Append(line), count + 1, bytes + length);
        }

        if (parts is [])
            parts.Add((new StringBuilder(head), 0, 0));
        foreach (var part in parts)
            part.Text.Append(foot);
        if (parts is [var only])
            return [File(Path, only.Text)];

        var index = new StringBuilder(Head(baseUrl, "sitemapindex"));
        for (var i = 0; i < parts.Count; i++)
            index.Append(CultureInfo.InvariantCulture, $"<sitemap><loc>{Address(baseUrl, PartPath(i))}</loc></sitemap>\n");
        return [File(Path, index.Append("</sitemapindex>\n")), .. parts.Select((part, i) => File(PartPath(i), part.Text))];
    }

    private static string PartPath(int index) => $"sitemap-{index + 1}.xml";

    private static OutputFile File(string path, StringBuilder text) => new(path, () => Encoding.UTF8.GetBytes(text.ToString()));

    private static string Head(string baseUrl, string element) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + (baseUrl.Length == 0 ? "<!-- No base_url in archive.yml: addresses are relative; search engines need it. -->\n" : "")
        + $"<{element} xmlns=\"{Names}\">\n";

    private static string Address(string baseUrl, string path) => SecurityElement.Escape(
        $"{(baseUrl.Length > 0 ? baseUrl + "/" : "")}{Routes.Encoded(path)}");
}
