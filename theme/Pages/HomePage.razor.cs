using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The first page.</summary>
public partial class HomePage : Showing<Home>;
