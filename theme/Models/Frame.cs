using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>What surrounds every page.</summary>
/// <param name="Site">The archive.</param>
/// <param name="Title">The page's own title, also its <c>h1</c>.</param>
/// <param name="Description">One sentence for search engines.</param>
/// <param name="Files">What every page loads.</param>
/// <param name="Home">Link to the first page; null where none is known to lead there.</param>
/// <param name="Trail">The pages above this one, outermost first; empty for the first page.</param>
/// <param name="Navigation">The main pages.</param>
/// <param name="Search">The search; null where none is known to be.</param>
public sealed record Frame(
    Site Site,
    string Title,
    string Description,
    FrameFiles Files,
    string? Home,
    ImmutableArray<Link> Trail,
    ImmutableArray<NavigationLink> Navigation,
    SearchBox? Search)
{
    /// <summary>The same page in the other language, where it is written in both.</summary>
    public OtherLanguage? Other { get; init; }

    /// <summary>The pages that the theme adds by itself, for the foot.</summary>
    public ImmutableArray<Link> Standing { get; init; } = [];

    /// <summary>The feeds that tell what is new on the page, the narrowest first; none mostly.</summary>
    public ImmutableArray<FeedLink> Feeds { get; init; } = [];

    /// <summary>What the page says of itself to machines.</summary>
    public PageMetadata Metadata { get; init; } = PageMetadata.None;
}

/// <summary>Links to the files that every page loads.</summary>
/// <param name="Stylesheet">The style sheet.</param>
/// <param name="Icon">The site's icon.</param>
/// <param name="Reader">The script that sets what the reader chose, before the page is drawn.</param>
/// <param name="Words">The script of the words that scripts say.</param>
/// <param name="Script">The script of every page.</param>
/// <param name="English">The dictionary that <paramref name="Script"/> loads when a reader wants English labels.</param>
public sealed record FrameFiles(string Stylesheet, string Icon, string Reader, string Words, string Script, string English)
{
    /// <summary>The same links, each changed.</summary>
    public FrameFiles Select(Func<string, string> change) =>
        new(change(Stylesheet), change(Icon), change(Reader), change(Words), change(Script), change(English));
}

/// <summary>A page in the other language.</summary>
/// <param name="Language">BCP 47 tag: <c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Name">What the language calls itself.</param>
/// <param name="Href">Where the page is.</param>
/// <param name="Address">Its full address, for search engines, which take no other; null if the archive's is not known.</param>
public sealed record OtherLanguage(string Language, string Name, string Href, string? Address);

/// <summary>A feed for those who want to be told what is new.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Atom">Link to it as Atom.</param>
/// <param name="Json">Link to it as JSON Feed; null if it is none.</param>
public sealed record FeedLink(string Title, string Atom, string? Json);

/// <summary>What a page says of itself to search engines, reference managers and the crawlers of Chinese government portals.</summary>
/// <param name="Canonical">Its full address; null if the archive's is not known.</param>
/// <param name="Tags"><c>meta</c> elements: name (or property, if it has a colon) and content, none empty.</param>
/// <param name="StructuredData">JSON-LD after schema.org, safe to stand in a <c>script</c> element; empty for none.</param>
public sealed record PageMetadata(string? Canonical, ImmutableArray<(string Name, string Content)> Tags, string StructuredData)
{
    public static readonly PageMetadata None = new(null, [], "");

    /// <summary>The same for programs: media type, title and link of each.</summary>
    public ImmutableArray<(string Type, string Title, string Href)> Alternates { get; init; } = [];
}

/// <summary>The archive as a whole.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">One sentence on it; may be empty.</param>
/// <param name="Notice">Shown on every page; empty for none.</param>
/// <param name="Owner">Who runs it; empty if not said.</param>
/// <param name="Contact">Where to write to, null if not said.</param>
/// <param name="Licence">Licence of the data, null if not said.</param>
/// <param name="Disclaimer">What it is not, at the foot of every page; empty for the theme's own sentence: not a government site.</param>
/// <param name="Filings">Filing numbers that the law demands at the foot, such as an ICP number, perhaps with the register's address.</param>
public sealed record Site(
    string Title, string Description, string Notice, string Owner, Link? Contact, Link? Licence, string Disclaimer, ImmutableArray<Link> Filings);

/// <summary>A text that may lead somewhere.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads, percent-encoded; null for plain text.</param>
public sealed record Link(string Text, string? Href);

/// <summary>An entry of the main navigation.</summary>
/// <param name="Current">Whether this page is it or lies under it.</param>
public sealed record NavigationLink(string Text, string Href, bool Current);

/// <summary>The box to search the archive.</summary>
/// <param name="Page">Link to the page that answers.</param>
/// <param name="Description">Link to what tells browsers of the search; null if the archive's address is unknown, which it has to hold.</param>
/// <param name="Current">Whether this page has the box itself: the one that answers, and the first.</param>
public sealed record SearchBox(string Page, string? Description, bool Current);
