using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Tests.Feeds;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary>The rules of sitemaps.org: at most 50,000 addresses and 50 MB a file.</summary>
public sealed class SitemapTests
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory, InlineData(0, 1), InlineData(50_000, 1), InlineData(50_001, 3), InlineData(120_000, 4)]
    public void More_than_50000_addresses_stand_in_several_files_that_one_names(int count, int files)
    {
        var pages = Enumerable.Range(0, count).Select(i => ($"p/{i:000000}.html", (DateOnly?)null)).Reverse();
        var written = Sitemap.Of("https://example.org", pages).ToDictionary(file => file.Path, file => XElement.Parse(Encoding.UTF8.GetString(file.Content().Span)), StringComparer.Ordinal);

        written.Count.ShouldBe(files);
        var parts = written.Where(file => files == 1 || file.Key != "sitemap.xml").OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value).ToList();
        parts.ShouldAllBe(part => part.Name == Names + "urlset" && part.Elements().Count() <= 50_000);
        parts.SelectMany(part => part.Elements(Names + "url")).Select(url => url.Element(Names + "loc")!.Value)
            .ShouldBe(Enumerable.Range(0, count).Select(i => $"https://example.org/p/{i:000000}.html"));
        if (files == 1)
            return;
        written["sitemap.xml"].Name.ShouldBe(Names + "sitemapindex");
        written["sitemap.xml"].Elements(Names + "sitemap").Select(part => part.Element(Names + "loc")!.Value)
            .ShouldBe(Enumerable.Range(1, files - 1).Select(i => $"https://example.org/sitemap-{i}.xml"));
    }

    [Fact]
    public void No_file_is_longer_than_50_MB()
    {
        var name = new string('页', 300);
        var written = Sitemap.Of("https://example.org", Enumerable.Range(0, 30_000).Select(i => ($"{i}/{name}.html", (DateOnly?)null)));
        written.Length.ShouldBeGreaterThan(2);
        written.ShouldAllBe(file => file.Content().Length <= 50 * 1024 * 1024);
        written.Skip(1).Sum(file => Encoding.UTF8.GetString(file.Content().Span).Split("<loc>").Length - 1).ShouldBe(30_000);
    }

    [Fact]
    public void A_page_says_when_it_changed_only_if_the_archive_knows()
    {
        using var archive = new DatedArchive();
        var map = XElement.Parse(DatedArchive.Text(archive.Build("base_url: https://example.org\n")["sitemap.xml"]));
        map.Elements(Names + "url").Where(url => url.Element(Names + "lastmod") is not null)
            .Select(url => (url.Element(Names + "loc")!.Value, url.Element(Names + "lastmod")!.Value)).ShouldBe([("https://example.org/agencies/minzheng/2021.html", "2023-06-07")]);
        DateOnly.ParseExact(map.Descendants(Names + "lastmod").Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture).Year.ShouldBe(2023);
    }

    [Fact]
    public void The_page_of_a_withdrawn_report_says_when_that_was()
    {
        using var archive = new DatedArchive();
        archive.Folder.Write("in/a/2022.txt.yml", "withdrawn: 2024-03-01\nreason: 误传\n");
        var map = XElement.Parse(DatedArchive.Text(archive.Build("base_url: https://example.org\n")["sitemap.xml"]));
        map.Elements(Names + "url").Single(url => url.Element(Names + "loc")!.Value == "https://example.org/agencies/minzheng/2022.html").Element(Names + "lastmod").ShouldNotBeNull().Value.ShouldBe("2024-03-01");
    }

    [Fact]
    public void Robots_are_told_of_it_where_its_address_is_known()
    {
        using var archive = new DatedArchive();
        DatedArchive.Text(archive.Build("base_url: https://example.org/a\n")["robots.txt"]).ShouldBe("User-agent: *\nAllow: /\n\nSitemap: https://example.org/a/sitemap.xml\n");
        DatedArchive.Text(archive.Build("title: 甲\n")["robots.txt"]).ShouldBe("User-agent: *\nAllow: /\n");
    }
}
