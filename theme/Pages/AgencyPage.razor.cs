using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>An agency with its years.</summary>
public partial class AgencyPage : Showing<AgencyHistory>;
