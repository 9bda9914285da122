using System.Collections.Immutable;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Links to the tables of an agency or a year.</summary>
internal static class Downloads
{
    /// <param name="page">The page that they stand on.</param>
    public static ImmutableArray<TableDownload> Of(string page, Terms terms, TablePart part)
    {
        TableDownload Download(DataTable table, string? forSpreadsheets, string forPrograms) => new(
            terms.Words.IsEnglish ? table.LabelEnglish : table.Label, forSpreadsheets is null ? null : Routes.Link(page, forSpreadsheets), Routes.Link(page, forPrograms));

        return part.Reports.IsEmpty
            ? []
            :
            [
                .. part.Tables.Select(table => Download(table, part.PathOf(table, isForSpreadsheets: true), part.PathOf(table, isForSpreadsheets: false))),
                Download(DataTables.Figures, null, part.Figures),
            ];
    }
}
