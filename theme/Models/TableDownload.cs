namespace DisclosureArchive.Theme.Models;

/// <summary>A table to take away.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="ForSpreadsheets">Link to its file for spreadsheets; null if there is none.</param>
/// <param name="ForPrograms">Link to its file for programs.</param>
public sealed record TableDownload(string Name, string? ForSpreadsheets, string ForPrograms);
