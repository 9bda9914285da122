using AngleSharp.Html.Parser;

namespace DisclosureArchive.Browser.Tests;

/// <summary>
/// The pages of a built archive by what they are: each page of the archive itself is a type of its own, the many of one kind — agencies, reports, years, rules — are one.
/// They are told by where they lie, so that a page added later is looked at too.
/// </summary>
internal static class PageTypes
{
    /// <summary>The type of a report's page.</summary>
    public const string Report = "agencies/*/*.html";

    private const string Changes = "-changes.html";

    /// <summary>All pages: paths with <c>/</c>.</summary>
    public static List<string> Pages(string output) => [.. Directory.EnumerateFiles(output, "*.html", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(output, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>Of each type as few pages as have every element and class that any page of the type has.</summary>
    public static List<string> Specimens(string output) => [.. Pages(output).GroupBy(Type).SelectMany(pages => Fewest([.. pages], output))];

    /// <summary>One page of each type, the one with the most to see.</summary>
    public static List<string> One(string output) => [.. Pages(output).GroupBy(Type).Select(pages => Fewest([.. pages], output).First())];

    /// <summary>The type of a page: its path, with <c>*</c> for what many pages have each their own.</summary>
    public static string Type(string path)
    {
        var parts = path.Split('/');
        var first = parts[0] == "en" ? 1 : 0;
        for (var i = first + 1; i < parts.Length; i++)
            if (parts[i] != "index.html")
                parts[i] = i < parts.Length - 1 ? "*" : parts[i].EndsWith(Changes, StringComparison.Ordinal) ? "*" + Changes : "*.html";
        return string.Join('/', parts);
    }

    private static IEnumerable<string> Fewest(List<string> pages, string output)
    {
        var left = pages.ToDictionary(page => page, page => Features(Path.Combine(output, page)), StringComparer.Ordinal);
        while (left.MaxBy(page => page.Value.Count) is { Value.Count: > 0 } most)
        {
            yield return most.Key;
            foreach (var features in left.Values.Where(features => features != most.Value))
                features.ExceptWith(most.Value);
            most.Value.Clear();
        }
    }

    private static HashSet<string> Features(string file) => [.. new HtmlParser().ParseDocument(File.ReadAllText(file)).All
        .SelectMany(element => element.ClassList.Select(name => $"{element.LocalName}.{name}").Append(element.LocalName))];
}
