using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>
/// A part of the archive that has small tables of its own: an agency or a year. They are the figures one a line, for programs, and those tables of the form
/// that its reports follow, for programs and for spreadsheets. All else stands in the files of the whole archive and in the JSON of the reports.
/// </summary>
/// <param name="Folder">Where they stand, with <c>/</c> at the end.</param>
/// <param name="Figures">The file of figures; that of a year is a table of the whole archive and stands there.</param>
/// <param name="Reports">The reports that they are of, in the archive's order.</param>
public sealed record TablePart(string Folder, string Figures, ImmutableArray<ReportEntry> Reports)
{
    /// <summary>All its tables; none without a report.</summary>
    public IEnumerable<PartFile> Files
    {
        get
        {
            if (Reports.IsEmpty)
                return [];
            var editions = Reports.Select(report => report.Edition).OfType<FormEdition>().Distinct().ToList();
            return DataTables.OfForms.Where(table => editions.Exists(edition => edition.Table(table.Id) is not null))
                .Select(table => new PartFile(table, $"{Folder}excel/{table.Id}.csv", $"{Folder}{table.Id}.csv"))
                .Append(new PartFile(DataTables.Figures, null, Figures));
        }
    }

    /// <summary>Those of them that stand in its folder.</summary>
    public IEnumerable<PartFile> OwnFiles => Files.Where(file => file.ForPrograms.StartsWith(Folder, StringComparison.Ordinal));

    /// <summary>An agency, at its address; then at its former ones, if it has any.</summary>
    public static IEnumerable<TablePart> Of(AgencyEntry agency)
    {
        var folder = $"agencies/{agency.Key}/";
        return agency.FormerPaths(folder).Prepend(folder).Select(place => new TablePart(place, $"{place}{DataTables.Figures.Id}.csv", agency.Reports));
    }

    /// <summary>The parts of an archive that are years, the undated reports last.</summary>
    public static IEnumerable<TablePart> Years(ReportArchive archive) =>
        archive.Reports.GroupBy(report => report.Year).OrderBy(year => year.Key ?? int.MaxValue).Select(year => Of(year.Key, [.. year]));

    public static TablePart Of(int? year, ImmutableArray<ReportEntry> reports)
    {
        var name = year?.ToString(CultureInfo.InvariantCulture) ?? "undated";
        return new TablePart($"years/{name}/", $"data/figures/{name}.csv", reports);
    }
}

/// <summary>Where a table of a part of the archive stands.</summary>
/// <param name="ForSpreadsheets">Its file for spreadsheets; null if there is none.</param>
/// <param name="ForPrograms">Its file for programs.</param>
public sealed record PartFile(DataTable Table, string? ForSpreadsheets, string ForPrograms);
