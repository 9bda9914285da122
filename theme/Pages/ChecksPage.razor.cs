using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>All that failed or needs a look, by rule.</summary>
public partial class ChecksPage : Showing<CheckList>;
