using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>Takes a report's figures without git: the form to type or paste into, its relations judged at once, its files to send.</summary>
public partial class ContributePage : Showing<Contribution>;
