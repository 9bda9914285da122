using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
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

    public static TablePart Of(AgencyEntry agency) => In(Routes.AgencyFolder(agency.Key), agency);

    /// <summary>The same at the agency's former addresses.</summary>
    public static IEnumerable<TablePart> Former(AgencyEntry agency) => agency.FormerPaths(Routes.AgencyFolder(agency.Key)).Select(folder => In(folder, agency));

    /// <summary>The parts of an archive that are years, the undated reports last.</summary>
    public static IEnumerable<TablePart> Years(ReportArchive archive) =>
        archive.Reports.GroupBy(report => report.Year).OrderBy(year => year.Key ?? int.MaxValue).Select(year => Of(year.Key, [.. year]));

    public static TablePart Of(int? year, ImmutableArray<ReportEntry> reports) => new($"years/{NameOf(year)}/", FiguresOf(year), reports);

    /// <summary>Where the figures of a year stand.</summary>
    public static string FiguresOf(int? year) => $"data/figures/{NameOf(year)}.csv";

    private static TablePart In(string folder, AgencyEntry agency) => new(folder, $"{folder}{DataTables.Figures.Id}.csv", agency.Reports);

    private static string NameOf(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "undated";
}

/// <summary>Where a table of a part of the archive stands.</summary>
/// <param name="ForSpreadsheets">Its file for spreadsheets; null if there is none.</param>
/// <param name="ForPrograms">Its file for programs.</param>
public sealed record PartFile(DataTable Table, string? ForSpreadsheets, string ForPrograms);
