using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>What surrounds every page.</summary>
/// <param name="Site">The archive.</param>
/// <param name="Title">The page's own title, also its <c>h1</c>.</param>
/// <param name="Description">One sentence for search engines.</param>
/// <param name="Stylesheet">Link to the style sheet.</param>
/// <param name="Icon">Link to the site's icon.</param>
/// <param name="Home">Link to the first page; null where none is known to lead there.</param>
/// <param name="Trail">The pages above this one, outermost first; empty for the first page.</param>
/// <param name="Navigation">The main pages.</param>
/// <param name="Search">The search; null where none is known to be.</param>
public sealed record Frame(
    Site Site,
    string Title,
    string Description,
    string Stylesheet,
    string Icon,
    string? Home,
    ImmutableArray<Link> Trail,
    ImmutableArray<NavigationLink> Navigation,
    SearchBox? Search);

/// <summary>The archive as a whole.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">One sentence on it; may be empty.</param>
/// <param name="Notice">Shown on every page; empty for none.</param>
/// <param name="Owner">Who runs it; empty if not said.</param>
/// <param name="Contact">Where to write to, null if not said.</param>
/// <param name="Licence">Licence of the data, null if not said.</param>
public sealed record Site(string Title, string Description, string Notice, string Owner, Link? Contact, Link? Licence);

/// <summary>A text that may lead somewhere.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads, percent-encoded; null for plain text.</param>
public sealed record Link(string Text, string? Href);

/// <summary>An entry of the main navigation.</summary>
/// <param name="Current">Whether this page is it or lies under it.</param>
public sealed record NavigationLink(string Text, string Href, bool Current);

/// <summary>The box to search the archive.</summary>
/// <param name="Page">Link to the page that answers.</param>
/// <param name="Script">Link to the script that leads there by a key.</param>
/// <param name="Description">Link to what tells browsers of the search; null if the archive's address is unknown, which it has to hold.</param>
/// <param name="Current">Whether this page is the one that answers, and has the box itself.</param>
public sealed record SearchBox(string Page, string Script, string? Description, bool Current);
