using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The list of agencies.</summary>
public partial class AgenciesPage : Showing<AgencyList>;
