using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>One report.</summary>
public partial class ReportPage : Showing<Report>;
