using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>What the archive is, how it was made, how to help.</summary>
public partial class AboutPage : Showing<About>;
