using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A year of an agency: its current report, or that there is none.</summary>
/// <param name="Entry">Null for a gap.</param>
/// <param name="Report">The whole of it; null for a gap.</param>
public sealed record AgencyYear(int Year, ReportEntry? Entry, AnnualReport? Report)
{
    /// <summary>All years from an agency's first dated report to its last, gaps included, oldest first; none of an unknown agency, whose reports make no series.</summary>
    public static ImmutableArray<AgencyYear> Of(AgencyEntry agency, IReportStore store) => agency.IsUnidentified ? [] :
    [
        .. agency.Current
            .Where(entry => entry.Year is not null)
            .Select(entry => new AgencyYear(entry.Year!.Value, entry, store.Load(entry)))
            .Concat(agency.Gaps.Select(year => new AgencyYear(year, null, null)))
            .OrderBy(year => year.Year),
    ];

    /// <summary>A statutory table of its report; null if it has none such.</summary>
    public ReportTable? Table(string id) => Report?.Tables.FirstOrDefault(table => table.Form.Id == id);

    /// <summary>The edition that its figures of a table follow: the report's, unless that has the table in another layout, as in mixed reports.</summary>
    public FormEdition? EditionOf(string table) =>
        Table(table)?.Form is { } found && Entry?.Edition?.Table(table) is var own && own != found
            && own?.Rows.Select(row => row.Id).SequenceEqual(found.Rows.Select(row => row.Id)) != true
            ? Editions.Get(found.Edition)
            : Entry?.Edition;
}
