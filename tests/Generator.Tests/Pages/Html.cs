using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>Pages as a browser reads them.</summary>
public static class Html
{
    /// <summary>Fails on markup that breaks the rules of HTML.</summary>
    public static IDocument Parse(byte[] page) =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(Encoding.UTF8.GetString(page));

    /// <summary>Where a link of a page leads: the path below the output folder and the anchor, both decoded; null if it leaves the site.</summary>
    public static (string Path, string Anchor)? Target(string from, string href)
    {
        var root = new Uri("http://site/");
        var page = new Uri(root, string.Join('/', from.Split('/').Select(Uri.EscapeDataString)));
        var target = new Uri(page, href);
        return target.Host == "site"
            ? (Uri.UnescapeDataString(target.AbsolutePath[1..]), Uri.UnescapeDataString(target.Fragment.TrimStart('#')))
            : null;
    }

    public static string Words(this IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
