using System.Security;
using System.Text;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// <c>sitemap.xml</c>: the addresses of all pages. Search engines want them absolute; without <c>base_url</c> they are relative to the file,
/// and a comment in it says so.
/// </summary>
public static class Sitemap
{
    public const string Path = "sitemap.xml";

    /// <summary>The sitemap of those of the written files that are pages for readers.</summary>
    public static OutputFile Of(string baseUrl, IEnumerable<WrittenFile> files) => new(Path, () =>
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if (baseUrl.Length == 0)
            xml.Append("<!-- No base_url in archive.yml: addresses are relative; search engines need it. -->\n");
        xml.Append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var file in files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal) && file.Path != Routes.NotFound)
            .OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var address = $"{(baseUrl.Length > 0 ? baseUrl + "/" : "")}{Routes.Encoded(file.Path)}";
            xml.Append("<url><loc>").Append(SecurityElement.Escape(address)).Append("</loc></url>\n");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</urlset>\n").ToString());
    });
}
