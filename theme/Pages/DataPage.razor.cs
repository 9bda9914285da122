using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>What there is to take away.</summary>
public partial class DataPage : Showing<DataFiles>;
