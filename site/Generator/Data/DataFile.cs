using System.Globalization;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Data;

/// <summary>A written file of the archive's data, told from its path.</summary>
/// <param name="Table">The table that it holds; null if it is none, or several.</param>
/// <param name="IsForSpreadsheets">Whether it is a CSV file for spreadsheets.</param>
/// <param name="Year">The year whose figures it holds; null for other files and undated figures.</param>
public sealed record DataFile(WrittenFile Written, DataTable? Table, bool IsForSpreadsheets, int? Year)
{
    private const string Csv = ".csv";

    public string Path => Written.Path;

    /// <summary>Whether programs load it as a table.</summary>
    public bool IsPlainTable => Table is not null && !IsForSpreadsheets;

    /// <summary>Whether it holds all tables in one.</summary>
    public bool IsOfTables => Path is TableFiles.WorkbookPath or Pages.Routes.Database;

    public string MediaType => Path[(Path.LastIndexOf('.') + 1)..] switch
    {
        "csv" => "text/csv",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "sqlite" => "application/vnd.sqlite3",
        "zip" => "application/zip",
        "xml" => "application/atom+xml",
        "ics" => "text/calendar",
        "jsonld" => "application/ld+json",
        _ => "application/json",
    };

    /// <summary>Those of the written files that are data, by path.</summary>
    public static IReadOnlyList<DataFile> Among(IEnumerable<WrittenFile> files) =>
        [.. files.Where(file => (file.Path.StartsWith("data/", StringComparison.Ordinal) || file.Path is "feed.xml" or "feed.json" or Pages.Routes.ChangeFeed) && !file.Path.EndsWith(".html", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal).Select(Of)];

    private static DataFile Of(WrittenFile file)
    {
        var isForSpreadsheets = file.Path.StartsWith(TableFiles.Spreadsheets, StringComparison.Ordinal);
        if (!file.Path.EndsWith(Csv, StringComparison.Ordinal))
            return new DataFile(file, null, false, null);
        var name = file.Path[(isForSpreadsheets ? TableFiles.Spreadsheets : "data/").Length..];
        var id = name.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? name[..end] : name[..^Csv.Length];
        return new DataFile(
            file, DataTables.All.FirstOrDefault(table => table.Id == id), isForSpreadsheets,
            int.TryParse(name[(name.LastIndexOf('/') + 1)..^Csv.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null);
    }
}
