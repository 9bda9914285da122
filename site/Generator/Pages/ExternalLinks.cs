using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Addresses that settings and sidecars give. What is not plainly a web or mail address stays text, so that it can't run anything.</summary>
public static class ExternalLinks
{
    /// <summary>A link if it is an http or https address, else text.</summary>
    public static Link Web(string text) => new(text, WebAddress.Of(text)?.AbsoluteUri);

    /// <summary>A link if it is a web or mail address, else text.</summary>
    public static Link Contact(string text) =>
        text.Contains('@', StringComparison.Ordinal) && !text.Any(c => char.IsWhiteSpace(c) || c is '/' or ':' or '?' or '&')
            ? new Link(text, "mailto:" + text)
            : Web(text);

    /// <summary>A text with an address after it, parted by a space; text alone if there is none.</summary>
    public static Link Named(string text) =>
        text.LastIndexOf(' ') is > 0 and var space && Web(text[(space + 1)..]) is { Href: not null } link
            ? link with { Text = text[..space].TrimEnd() }
            : new Link(text, null);
}
