using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>Which data stands at which address, and how programs get it.</summary>
public partial class ApiPage : Showing<Api>;
