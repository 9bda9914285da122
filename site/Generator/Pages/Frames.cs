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
        settings.Licence.Length > 0 ? ExternalLinks.Web(settings.Licence) : null,
        settings.Disclaimer,
        [.. settings.Filings.Select(ExternalLinks.Named)]);

    public Terms Terms { get; } = terms;

    public Words Words => Terms.Words;

    /// <summary>What the archive is called.</summary>
    public string Title => settings.Title;

    /// <summary>Where a page of the Chinese site stands in this language: under <c>en/</c> if it is written in English too, else where it is.</summary>
    public string Here(string page) => Words.IsEnglish && Routes.IsInEnglish(page) ? Routes.English(page) : page;

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
            _site, title, description, Files(path), Link(path, Routes.Home), trail,
            [
                Entry("nav.agencies", Routes.Agencies), Entry("nav.years", Routes.Years), Entry("nav.compare", Routes.Compare), Entry("nav.checks", Routes.Checks),
                Entry("nav.glossary", Routes.Glossary), Entry("nav.data", Routes.Data), Entry("nav.about", Routes.About),
            ],
            new SearchBox(
                Link(path, Routes.Search), settings.BaseUrl.Length > 0 ? Routes.Link(path, Routes.OpenSearch) : null, page is Routes.Search or Routes.Home))
        {
            Standing = [new Link(Words["contribute.title"], Link(path, Routes.Contribute)), new Link(Words["changelog.title"], Link(path, Routes.ChangeLog)), .. StandingPages.All.Select(found => new Link(Words[found.Page.TitleKey], Link(path, found.Page.Path)))],
            Other = Routes.IsInEnglish(page)
                ? Words.IsEnglish
                    ? new OtherLanguage(Words.Chinese.Language, "中文", Routes.Link(path, page), Address(page))
                    : new OtherLanguage(Words.English.Language, "English", Routes.Link(path, Routes.English(page)), Address(Routes.English(page)))
                : null,
            Metadata = Metadata(path, title, description),
        };
    }

    /// <summary>The links from a page to the feeds in a folder.</summary>
    /// <param name="from">Where the page lies.</param>
    /// <param name="folder">A path with <c>/</c> at its end; empty for the archive's own.</param>
    /// <param name="name">What they are about; empty for the archive.</param>
    public FeedLink Feed(string from, string folder, string name) => new(
        name.Length > 0 ? Words["feed.title", name, settings.Title] : settings.Title, Routes.Link(from, Routes.Atom(folder)), Routes.Link(from, Routes.JsonFeed(folder)));

    /// <summary>A page's full address; null if the archive's is not known.</summary>
    public string? Address(string path) => settings.BaseUrl.Length > 0 ? $"{settings.BaseUrl}/{Routes.Link("", path)}" : null;

    private FrameFiles Files(string path) => new FrameFiles(
        Routes.Stylesheet, Routes.Icon, Routes.Asset("reader.js"), Routes.WordsScript(Words), Routes.Asset("site.js"), Routes.EnglishScript)
        .Select(file => Routes.Link(path, file));

    private PageMetadata Metadata(string path, string title, string description)
    {
        var address = Address(path);
        (string, string?)[] tags =
        [
            ("og:title", title), ("og:description", description), ("og:type", "website"), ("og:url", address),
            ("og:site_name", settings.Title), ("og:locale", Words.IsEnglish ? "en" : "zh_CN"),
            // What Chinese government sites mark their pages with.
            ("SiteName", settings.Title), ("ColumnName", title),
        ];
        return new PageMetadata(address, [.. tags.Where(tag => tag.Item2 is { Length: > 0 }).Select(tag => (tag.Item1, tag.Item2!))], "");
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
                Files = frame.Files.Select(Full),
                Home = Full(Routes.Home),
                Navigation = [.. frame.Navigation.Select(entry => entry with { Href = Full(entry.Href) })],
                Search = new SearchBox(Full(Routes.Search), Full(Routes.OpenSearch), false),
            };
    }
}
