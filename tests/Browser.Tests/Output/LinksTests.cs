using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Output;

/// <summary>Every link of the whole output leads to a file that is there, and to an anchor in it.</summary>
public sealed partial class LinksTests(ExampleSite example, RealReports real)
{
    private const int MostTold = 100;

    private static readonly Uri Root = new("http://host/archive/");

    [Fact]
    public void Of_the_example() => Check(example);

    [Fact]
    public void Of_real_reports() => Check(real.Site);

    private static void Check(BuiltSite site)
    {
        var pages = PageTypes.Pages(site.Output).ToDictionary(path => path, path => new HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(site.Output, path))), StringComparer.Ordinal);
        var anchors = pages.ToDictionary(page => page.Key, page => page.Value.All.Select(element => element.Id).OfType<string>().ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var styles = Directory.EnumerateFiles(site.Output, "*.css", SearchOption.AllDirectories)
            .SelectMany(file => StyleLink().Matches(File.ReadAllText(file)).Select(link => (From: Path.GetRelativePath(site.Output, file), Link: link.Groups[1].Value)));
        var links = pages.SelectMany(page => LinksOf(page.Value).Select(link => (From: page.Key, Link: link))).Concat(styles).ToList();
        var broken = links.Select(link => (link.From, link.Link, Fault: FaultOf(link.From, link.Link))).Where(link => link.Fault.Length > 0)
            .Select(link => $"{link.From}: {link.Link}: {link.Fault}").Distinct().ToList();

        links.Count.ShouldBeGreaterThan(pages.Count * 5);
        broken.Count.ShouldBe(0, string.Join('\n', broken.Take(MostTold)));

        string FaultOf(string from, string link)
        {
            if (OtherPlaces().IsMatch(link))
                return "";
            if (link.StartsWith('/') || link.Contains(':'))
                return "is not relative";
            var target = new Uri(new Uri(Root, string.Join('/', from.Split('/').Select(Uri.EscapeDataString))), link);
            if (!target.AbsoluteUri.StartsWith(Root.AbsoluteUri, StringComparison.Ordinal))
                return "leaves the archive";
            var (file, anchor) = (Uri.UnescapeDataString(target.AbsolutePath[Root.AbsolutePath.Length..]), Uri.UnescapeDataString(target.Fragment.TrimStart('#')));
            if (!File.Exists(Path.Combine(site.Output, file)))
                return "is not there";
            return anchor.Length == 0 || (anchors.TryGetValue(file, out var ids) && ids.Contains(anchor)) ? "" : "has no such anchor";
        }
    }

    /// <summary>What a page links, loads, sends to, or has its scripts load.</summary>
    private static IEnumerable<string> LinksOf(IDocument page) => page.All.SelectMany(element => element.Attributes)
        .Where(attribute => attribute.LocalName is "href" or "src" or "action" or "poster" or "data" || attribute.Name.StartsWith("data-", StringComparison.Ordinal) && FileName().IsMatch(attribute.Value))
        .Select(attribute => attribute.Value);

    [GeneratedRegex("^(https?|mailto|tel|data):")]
    private static partial Regex OtherPlaces();

    [GeneratedRegex(@"url\(\s*[""']?([^)""'#][^)""']*)")]
    private static partial Regex StyleLink();

    [GeneratedRegex(@"^[\w./%-]+\.(js|json|html|css|svg)$")]
    private static partial Regex FileName();
}
