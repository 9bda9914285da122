using System.Collections.Frozen;
using System.Collections.Immutable;
using CsvHelper;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Tables;

/// <summary>The tables of the published data, read once from <c>Definitions</c>.</summary>
public static class DataTables
{
    /// <summary>In <c>Definitions/columns.csv</c>: the columns that all tables of reports begin with.</summary>
    private const string SharedName = "report";

    /// <summary>In <c>Definitions/columns.csv</c>: the columns of the form's table of that name, of all editions.</summary>
    private const string FormColumns = "*";

    private static readonly ILookup<string, DataColumn> Defined = Read("columns.csv", csv => (
        Table: csv.GetString("table"),
        Column: new DataColumn(
            csv.GetString("column"), Enum.Parse<ColumnType>(csv.GetString("type"), ignoreCase: true),
            csv.GetString("zh"), csv.GetString("en"), csv.GetString("meaning_zh"), csv.GetString("meaning_en"))))
        .ToLookup(line => line.Table, line => line.Column);

    /// <summary>What every row of a table of reports begins with: source, agency and year.</summary>
    public static ImmutableArray<DataColumn> Shared { get; } = [.. Defined[SharedName]];

    /// <summary>All tables in the order in which they are listed.</summary>
    public static ImmutableArray<DataTable> All { get; } = Read("tables.csv", Make);

    private static readonly FrozenDictionary<string, int> Places =
        All.Select((table, place) => (table.Id, place)).ToFrozenDictionary(table => table.Id, table => table.place, StringComparer.Ordinal);

    public static DataTable Figures => Get("figures");

    public static DataTable OwnTables => Get("own_tables");

    public static DataTable Checks => Get("checks");

    public static DataTable Corrections => Get("corrections");

    public static DataTable Reports => Get("reports");

    public static DataTable Agencies => Get("agencies");

    public static DataTable Changes => Get("changes");

    public static DataTable Dictionary => Get("dictionary");

    /// <summary>The tables of the form, each of whose lines is a row of a report's table.</summary>
    public static ImmutableArray<DataTable> OfForms { get; } = [.. All.Where(table => table.FigurePlaces.Count > 0)];

    /// <summary>The table of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static DataTable Get(string id) =>
        Places.TryGetValue(id, out var place) ? All[place] : throw new ArgumentException($"There is no table {id}.", nameof(id));

    /// <summary>The place of a table among <see cref="All"/>.</summary>
    internal static int PlaceOf(DataTable table) => Places[table.Id];

    private static DataTable Make(CsvReader csv)
    {
        var id = csv.GetString("table");
        var ofReports = csv.GetString("of") == "report";
        var columns = ImmutableArray.CreateBuilder<DataColumn>();
        if (ofReports)
            columns.AddRange(Shared);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var defined in Defined[id])
        {
            if (defined.Name != FormColumns)
            {
                columns.Add(defined);
                continue;
            }

            foreach (var group in Editions.All.SelectMany(edition => edition.Table(id)?.Columns ?? []).GroupBy(column => column.Id))
            {
                places.Add(group.Key, places.Count);
                columns.Add(new DataColumn(group.Key, ColumnType.Figure, Wordings(group, column => column.Label), Wordings(group, column => column.LabelEnglish), Units(group), Units(group)));
            }
        }

        return new DataTable(
            id, ofReports, [.. csv.GetString("key").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            csv.GetString("references").Split(' ', '.') is [var column, var table, var key] ? new TableReference(column, table, key) : null,
            csv.GetString("zh"), csv.GetString("en"), csv.GetString("meaning_zh"), csv.GetString("meaning_en"), columns.ToImmutable())
        { FigurePlaces = places.ToFrozenDictionary(StringComparer.Ordinal) };
    }

    /// <summary>The wordings of a column in all editions and groups: mostly one.</summary>
    private static string Wordings(IEnumerable<FormColumn> columns, Func<FormColumn, string> wording) => string.Join(" / ", columns.Select(wording).Distinct());

    private static string Units(IEnumerable<FormColumn> columns) => string.Join(" / ", columns.Select(column => column.Unit).Where(unit => unit.Length > 0).Distinct());

    private static ImmutableArray<T> Read<T>(string name, Func<CsvReader, T> make) => DefinitionFile.Read(typeof(DataTables).Assembly, "Tables/" + name, make);
}
