using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>Lays a peer's folder out: its templates from the repository, and the data of its pages.</summary>
internal static class PeerFolders
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Eleventy has one file of data, a page an item.</summary>
    public static void WriteEleventy(PeerData data, string templates, string folder)
    {
        CopyTemplates(templates, folder);
        Write(Path.Combine(folder, "pages/_data/forms.json"), PeerData.Forms());
        Write(Path.Combine(folder, "pages/_data/archive.json"), new JsonObject
        {
            ["site"] = data.Site.DeepClone(),
            ["counts"] = data.Counts,
            ["newest"] = data.Newest,
            ["agencies"] = Copy(data.Agencies),
            ["reports"] = Copy(data.Reports),
            ["years"] = Copy(data.Years),
            ["failures"] = data.Failures,
        });
    }

    /// <summary>Hugo 0.111 makes pages from files only: a file a page, its data in the front matter.</summary>
    public static void WriteHugo(PeerData data, string templates, string folder)
    {
        CopyTemplates(templates, folder);
        Write(Path.Combine(folder, "data/forms.json"), PeerData.Forms());
        Write(Path.Combine(folder, "data/site.json"), data.Site);
        void WritePage(string type, string name, string url, JsonNode page) => Write(
            Path.Combine(folder, "content", type, name + ".md"),
            new JsonObject { ["type"] = type, ["url"] = url, ["page"] = page });

        foreach (var report in data.Reports)
            WritePage("report", $"{report["agency"]}/{report["slug"]}", $"/agencies/{report["agency"]}/{report["slug"]}.html", report.DeepClone());
        foreach (var agency in data.Agencies)
            WritePage("agency", $"{agency["key"]}", $"/agencies/{agency["key"]}/index.html", agency.DeepClone());
        foreach (var year in data.Years)
            WritePage("year", $"{year["year"]}", $"/years/{year["year"]}.html", year.DeepClone());
        WritePage("home", "home", "/index.html", new JsonObject { ["counts"] = data.Counts, ["newest"] = data.Newest, ["agencies"] = Copy(data.Agencies) });
        WritePage("agencies", "agencies", "/agencies/index.html", new JsonObject { ["agencies"] = Copy(data.Agencies, "series", "years", "coverage") });
        WritePage("years", "years", "/years/index.html", new JsonObject { ["years"] = Copy(data.Years) });
        WritePage("checks", "checks", "/checks.html", new JsonObject { ["failures"] = data.Failures });
    }

    private static JsonArray Copy(List<JsonObject> pages, params string[] without) => new([.. pages.Select(page =>
    {
        var copy = page.DeepClone().AsObject();
        foreach (var name in without)
            copy.Remove(name);
        return (JsonNode)copy;
    })]);

    private static void CopyTemplates(string templates, string folder)
    {
        foreach (var file in Directory.GetFiles(templates, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(templates, file);
            if (name.StartsWith("node_modules", StringComparison.Ordinal))
                continue;
            var target = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    private static void Write(string path, JsonNode json)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, json.ToJsonString(Compact) + "\n");
    }
}
