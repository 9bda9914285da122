using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Makes what surrounds a page.</summary>
public sealed class Frames(ArchiveSettings settings)
{
    private readonly Site _site = new(
        settings.Title,
        settings.Description,
        settings.Notice,
        settings.Owner,
        settings.Contact.Length > 0 ? ExternalLinks.Contact(settings.Contact) : null,
        settings.Licence.Length > 0 ? ExternalLinks.Web(settings.Licence) : null);

    /// <param name="path">Where the page lies.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">One sentence on it; may be empty.</param>
    /// <param name="above">The pages above it but the first, outermost first: title and path.</param>
    public Frame Frame(string path, string title, string description, params ImmutableArray<(string Title, string Path)> above)
    {
        NavigationLink Entry(string text, string target) =>
            new(text, Routes.Link(path, target), path == target || above.Any(page => page.Path == target));

        ImmutableArray<Link> trail = path == Routes.Home
            ? []
            : [new Link("首页", Routes.Link(path, Routes.Home)), .. above.Select(page => new Link(page.Title, Routes.Link(path, page.Path)))];
        return new Frame(
            _site, title, description, Routes.Link(path, Routes.Stylesheet), Routes.Link(path, Routes.Icon), Routes.Link(path, Routes.Home), trail,
            [
                Entry("机关", Routes.Agencies), Entry("年度", Routes.Years), Entry("勾稽核对", Routes.Checks),
                Entry("数据", Routes.Data), Entry("关于", Routes.About),
            ],
            new SearchBox(
                Routes.Link(path, Routes.Search), Routes.Link(path, Routes.Asset("search-box.js")),
                settings.BaseUrl.Length > 0 ? Routes.Link(path, Routes.OpenSearch) : null, path == Routes.Search));
    }

    /// <summary>
    /// The frame of the page for addresses that do not exist, which a server sends at any depth: its links begin with the archive's own
    /// address. Where that is not known there are none, and the style sheet is found at the top only.
    /// </summary>
    public Frame NotFoundFrame()
    {
        var frame = Frame(Routes.NotFound, "没有这个页面", "") with { Trail = [] };
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
