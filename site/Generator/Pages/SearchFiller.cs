using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of the search.</summary>
public static class SearchFiller
{
    public static ArchiveSearch Fill(Frames frames)
    {
        var path = frames.Here(Routes.Search);
        return new ArchiveSearch(
            frames.Frame(Routes.Search, frames.Words["search.title"], frames.Words["search.description"]),
            Routes.Link(path, ""),
            [.. new[] { "address.js", "search-text.js", "search-index.js", "search-page.js" }.Select(name => Routes.Link(path, Routes.Asset(name)))],
            frames.Link(path, Routes.Agencies),
            frames.Link(path, Routes.Years));
    }
}
