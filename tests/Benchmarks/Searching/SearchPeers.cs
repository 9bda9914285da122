using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Benchmarks.Comparing;
using DisclosureArchive.Browser.Tests.Search;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>Pagefind and MiniSearch over the texts that our own index holds.</summary>
/// <param name="folder">Where they are installed and work.</param>
internal sealed class SearchPeers(string folder)
{
    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;

    /// <summary>What Pagefind's search in a page reads.</summary>
    public IEnumerable<string> PagefindFiles => Directory.EnumerateFiles(In("pages/pagefind"), "*.pf_*", SearchOption.AllDirectories);

    public string MiniSearchIndex => In("index.json");

    /// <summary>The script that a page needs to use MiniSearch.</summary>
    public string MiniSearchScript => In("node_modules/minisearch/dist/umd/index.js");

    /// <summary>Installs both, and gives them the texts.</summary>
    public void Prepare(string templates, Truth truth)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in (string[])["package.json", "package-lock.json", ".npmrc", "minisearch.js"])
            File.Copy(Path.Combine(templates, file), In(file));

        // `npm ci` demands Pagefind's programs for other systems in the lock, too, which not every registry has.
        Measurement.Run(new Launch(folder, "npm", "install"));

        foreach (var (path, fields) in truth.Reports)
            Write(In("pages/" + path), $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(fields[0])}</title></head><body>\n{string.Join('\n', fields.Select(field => $"<p>{WebUtility.HtmlEncode(field)}</p>"))}\n</body></html>\n");
        Write(In("documents.json"), JsonSerializer.Serialize(truth.Reports.Select(report => new { id = report.Path, text = string.Join('\n', report.Fields) }), Web));
    }

    public Measurement BuildPagefind()
    {
        var measured = Measurement.Of(new Launch(folder, "node", "node_modules/pagefind/lib/runner/bin.cjs", "--site", "pages"));
        Write(In("pages/search.html"), "<!DOCTYPE html>\n<html lang=\"zh-CN\"><title>Pagefind</title></html>\n");
        return measured;
    }

    public Measurement BuildMiniSearch() => Measurement.Of(new Launch(folder, "node", "minisearch.js", "build", "documents.json", "index.json"));

    /// <summary>The report of each key that Pagefind gives its hits by.</summary>
    public Dictionary<string, string> PagefindKeys() => Directory.EnumerateFiles(In("pages/pagefind/fragment")).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file =>
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        var fragment = text.ReadToEnd();
        using var json = JsonDocument.Parse(fragment[fragment.IndexOf('{', StringComparison.Ordinal)..]);
        return json.RootElement.GetProperty("url").GetString()!.TrimStart('/');
    });

    public List<Answer> AskMiniSearch(IEnumerable<SearchQuery> queries)
    {
        Write(In("queries.json"), JsonSerializer.Serialize(queries.Select(query => query.Text), Web));
        Measurement.Run(new Launch(folder, "node", "minisearch.js", "ask", "index.json", "queries.json", "answers.json"));
        return JsonSerializer.Deserialize<List<Answer>>(File.ReadAllText(In("answers.json")), Web)!;
    }

    private string In(string name) => Path.Combine(folder, name);

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
    }
}
