using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The list of years.</summary>
public partial class YearsPage : Showing<YearList>;
