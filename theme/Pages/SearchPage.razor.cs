using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The page that searches.</summary>
public partial class SearchPage : Showing<ArchiveSearch>;
