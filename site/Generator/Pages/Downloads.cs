using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Links to the tables of an agency or a year, for spreadsheets.</summary>
internal static class Downloads
{
    /// <param name="page">The page that they stand on.</param>
    /// <param name="reports">The reports that the tables are of.</param>
    /// <param name="address">Where a table stands.</param>
    public static ImmutableArray<Link> Of(string page, Terms terms, IEnumerable<ReportEntry> reports, Func<DataTable, string> address) =>
        [.. TableFiles.OfPart(reports).Select(table => new Link(terms.Words.IsEnglish ? table.LabelEnglish : table.Label, Routes.Link(page, address(table))))];
}
