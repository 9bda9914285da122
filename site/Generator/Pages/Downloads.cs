using System.Collections.Immutable;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Links to the tables of an agency or a year.</summary>
internal static class Downloads
{
    /// <param name="page">The page that they stand on.</param>
    public static ImmutableArray<TableDownload> Of(string page, Terms terms, TablePart part) =>
    [
        .. from file in part.Files
           select new TableDownload(
               terms.Words.IsEnglish ? file.Table.LabelEnglish : file.Table.Label,
               file.ForSpreadsheets is null ? null : Routes.Link(page, file.ForSpreadsheets), Routes.Link(page, file.ForPrograms)),
    ];
}
