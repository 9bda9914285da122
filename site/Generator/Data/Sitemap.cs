using System.Security;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>sitemap.xml</c>: the addresses of all pages. They must be absolute, so there is none without <c>base_url</c>.</summary>
public static class Sitemap
{
    public const string Path = "sitemap.xml";

    /// <summary>The sitemap of those of the written files that are pages for readers.</summary>
    public static OutputFile Of(string baseUrl, IEnumerable<WrittenFile> files) => new(Path, () =>
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var file in files.Where(file => file.Path.EndsWith(".html", StringComparison.Ordinal) && file.Path != "404.html")
            .OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            var address = $"{baseUrl}/{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}";
            xml.Append("<url><loc>").Append(SecurityElement.Escape(address)).Append("</loc></url>\n");
        }

        return Encoding.UTF8.GetBytes(xml.Append("</urlset>\n").ToString());
    });
}
