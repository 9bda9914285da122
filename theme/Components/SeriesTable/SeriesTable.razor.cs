using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>Figures of an agency by year.</summary>
public partial class SeriesTable : Showing<Series>
{
    private static string? Class(SeriesCell cell, SeriesColumn column) =>
        !column.EditionChanged ? cell.Class : cell.Class is null ? "edition-changed" : $"{cell.Class} edition-changed";
}
