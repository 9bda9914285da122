using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Search;

namespace DisclosureArchive.Browser.Tests.Search;

/// <summary>What a search must find, told by looking through every report's text.</summary>
public sealed partial class Truth
{
    private readonly List<(string Path, List<string> Fields, List<string> Normal)> _reports = [];

    /// <param name="site">The published archive, whose texts are read.</param>
    public Truth(string site)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(site, "agencies"), "*.text.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var script = File.ReadAllText(file);
            using var packed = new MemoryStream(Convert.FromBase64String(Data().Match(script).Groups[1].Value));
            using var json = JsonDocument.Parse(new GZipStream(packed, CompressionMode.Decompress));
            var fields = json.RootElement.GetProperty("fields").EnumerateArray().Select(field => field[2].GetString()!).ToList();
            _reports.Add((Path.GetRelativePath(site, file).Replace('\\', '/').Replace(".text.js", ".html", StringComparison.Ordinal), fields, fields.ConvertAll(SearchFolding.Normalise)));
        }
    }

    /// <summary>Each report's page and fields.</summary>
    public IEnumerable<(string Path, IReadOnlyList<string> Fields)> Reports => _reports.Select(report => (report.Path, (IReadOnlyList<string>)report.Fields));

    /// <summary>All normalised fields, of all reports.</summary>
    public List<string> Texts => [.. _reports.SelectMany(report => report.Normal)];

    /// <summary>The agencies: what names a report is its title first, then its agency.</summary>
    public List<string> Agencies => [.. _reports.Select(report => report.Fields[1]).Distinct()];

    /// <summary>All fields as they are.</summary>
    public List<string> Originals => [.. _reports.SelectMany(report => report.Fields)];

    /// <summary>The pages of the reports that hold every word and none of those excluded; a word within quotation marks stands as it is written.</summary>
    public SortedSet<string> Find(params IEnumerable<string> words) => new(
        _reports.Where(report => words.All(word =>
        {
            var excludes = word.StartsWith('-');
            var sought = word.TrimStart('-');
            var holds = sought.StartsWith('"')
                ? report.Fields.Exists(field => field.Contains(sought.Trim('"'), StringComparison.Ordinal))
                : SearchFolding.Normalise(sought).Split(SearchFolding.Boundary).All(run => report.Normal.Exists(field => field.Contains(run, StringComparison.Ordinal)));
            return holds != excludes;
        })).Select(report => report.Path), StringComparer.Ordinal);

    [GeneratedRegex("\"([A-Za-z0-9+/=]*)\"\\)\\n$", RegexOptions.NonBacktracking)]
    private static partial Regex Data();
}
