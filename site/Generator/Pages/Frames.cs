using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Makes what surrounds a page in one language, and links between the pages of that language.</summary>
public sealed class Frames(ArchiveSettings settings, Terms terms)
{
    private readonly Site _site = new(
        settings.Title,
        settings.Description,
        settings.Notice,
        settings.Owner,
        settings.Contact.Length > 0 ? ExternalLinks.Contact(settings.Contact) : null,
        settings.Licence.Length > 0 ? ExternalLinks.Web(settings.Licence) : null);

    public Terms Terms { get; } = terms;

    public Words Words => Terms.Words;

    /// <summary>Where a page of the Chinese site stands in this language: under <c>en/</c> if it is written in English too, else where it is.</summary>
    public string Here(string page) => Words.IsEnglish && Routes.InEnglish.Contains(page) ? Routes.English(page) : page;

    /// <summary>The link from one page to another, in this language where there is such a page.</summary>
    /// <param name="from">Where the page lies that links.</param>
    /// <param name="page">The page meant, by its Chinese path.</param>
    public string Link(string from, string page, string? anchor = null) => Routes.Link(from, Here(page), anchor);

    /// <param name="page">The page, by its Chinese path.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">One sentence on it; may be empty.</param>
    /// <param name="above">The pages above it but the first, outermost first: title and Chinese path.</param>
    public Frame Frame(string page, string title, string description, params ImmutableArray<(string Title, string Page)> above)
    {
        var path = Here(page);
        NavigationLink Entry(string key, string target) =>
            new(Words[key], Link(path, target), page == target || above.Any(outer => outer.Page == target));

        ImmutableArray<Link> trail = page == Routes.Home
            ? []
            : [new Link(Words["nav.home"], Link(path, Routes.Home)), .. above.Select(outer => new Link(outer.Title, Link(path, outer.Page)))];
        return new Frame(
            _site, title, description, Routes.Link(path, Routes.Stylesheet), Routes.Link(path, Routes.Icon), Link(path, Routes.Home), trail,
            [
                Entry("nav.agencies", Routes.Agencies), Entry("nav.years", Routes.Years), Entry("nav.checks", Routes.Checks),
                Entry("nav.data", Routes.Data), Entry("nav.about", Routes.About),
            ],
            new SearchBox(
                Link(path, Routes.Search), Routes.Link(path, Routes.Asset("search-box.js")),
                settings.BaseUrl.Length > 0 ? Routes.Link(path, Routes.OpenSearch) : null, page == Routes.Search));
    }

    /// <summary>
    /// The frame of the page for addresses that do not exist, which a server sends at any depth: its links begin with the archive's own
    /// address. Where that is not known there are none, and the style sheet is found at the top only.
    /// </summary>
    public Frame NotFoundFrame()
    {
        var frame = Frame(Routes.NotFound, Words["missing.title"], "") with { Trail = [] };
        string Full(string link) => $"{settings.BaseUrl}/{link}";
        return settings.BaseUrl.Length == 0
            ? frame with { Home = null, Navigation = [], Search = null }
            : frame with
            {
                Stylesheet = Full(frame.Stylesheet),
                Icon = Full(frame.Icon),
                Home = Full(Routes.Home),
                Navigation = [.. frame.Navigation.Select(entry => entry with { Href = Full(entry.Href) })],
                Search = new SearchBox(Full(Routes.Search), Full(Routes.Asset("search-box.js")), Full(Routes.OpenSearch), false),
            };
    }
}
