using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The page for addresses that do not exist.</summary>
public partial class NotFoundPage : Showing<NotFound>;
