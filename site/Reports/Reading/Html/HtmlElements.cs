using AngleSharp.Dom;

namespace DisclosureArchive.Reports.Reading.Html;

/// <summary>What an element is to a reader of the page, told from itself alone.</summary>
internal static class HtmlElements
{
    private const int LongestMark = 4;

    /// <summary>Whether nothing in it is text that stands: hidden, or struck out (a struck figure beside the new one must not become one number).</summary>
    public static bool IsUnseen(this IElement element) => element.LocalName switch
    {
        "script" or "style" or "noscript" or "template" or "iframe" or "object" or "embed" or "svg" or "canvas" or "audio" or "video"
            or "button" or "input" or "select" or "textarea" or "datalist" or "head" or "map" or "rt" or "rp" or "del" or "s" or "strike" => true,
        _ => element.HasAttribute("hidden") || Styles(element, "display", "none") || Styles(element, "visibility", "hidden") || Styles(element, "mso-hide", "all")
            || Styles(element, "text-decoration", "line-through"),
    };

    /// <summary>Whether it stands on a line, or lines, of its own.</summary>
    public static bool IsBlock(this IElement element) => element.LocalName is "address" or "article" or "aside" or "blockquote" or "body" or "center"
        or "dd" or "details" or "dialog" or "dir" or "div" or "dl" or "dt" or "fieldset" or "figcaption" or "figure" or "footer" or "form" or "h1" or "h2"
        or "h3" or "h4" or "h5" or "h6" or "header" or "hgroup" or "hr" or "li" or "main" or "nav" or "ol" or "p" or "pre" or "section" or "summary"
        or "table" or "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" or "ul" or "legend" or "menu" or "listing" or "xmp";

    public static bool IsPreformatted(this IElement element) =>
        element.LocalName is "pre" or "listing" or "xmp" || Styles(element, "white-space", "pre");

    /// <summary>Whether its text is raised, or the mark of a note: a short link within the page.</summary>
    public static bool IsRaised(this IElement element) => element.LocalName == "sup" || Styles(element, "vertical-align", "super") || Styles(element, "vertical-align", "text-top")
        || (element.LocalName == "a" && element.GetAttribute("href") is ['#', _, ..] && element.TextContent.Trim().Length is > 0 and <= LongestMark)
        || element.ClassName?.Contains("footnote", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>1 to 6 for <c>h1</c> to <c>h6</c>, else 0.</summary>
    public static int HeadingLevel(this IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;

    public static int? Number(this IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute)?.Trim(), out var number) ? number : null;

    private static bool Styles(IElement element, string property, string value) =>
        element.GetAttribute("style") is { Length: > 0 } style
        && style.Contains(property, StringComparison.OrdinalIgnoreCase)
        && style.Replace(" ", "", StringComparison.Ordinal).Contains($"{property}:{value}", StringComparison.OrdinalIgnoreCase);
}
