using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>What happened to the reports of the archive, newest first.</summary>
public partial class ChangeLogPage : Showing<ChangeLog>;
