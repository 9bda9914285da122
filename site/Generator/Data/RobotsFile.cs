using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Data;

/// <summary><c>robots.txt</c>: everything may be read; names the sitemap if there is one.</summary>
public static class RobotsFile
{
    public static OutputFile Of(ReportArchive archive) => new("robots.txt", () => Encoding.UTF8.GetBytes(
        "User-agent: *\nAllow: /\n" + (archive.Settings.BaseUrl.Length > 0 ? $"\nSitemap: {archive.Settings.BaseUrl}/{Sitemap.Path}\n" : "")));
}
