using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>One report.</summary>
public partial class ReportPage : Showing<Report>
{
    /// <summary>The id of what names a part as a region; null where a table in it already is a region of that name, since no two may share one.</summary>
    private static string? LabelOf(ReportPart part) =>
        part.Blocks.OfType<TableBlock>().Any(table => table.Caption.Trim() == part.Heading.Trim()) ? null : part.Id;
}
