using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The prose of two adjoining years of an agency, compared sentence by sentence.</summary>
public partial class ChangesPage : Showing<ProseChanges>;
