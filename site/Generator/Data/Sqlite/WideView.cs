using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Data.Sqlite;

/// <summary>A view with a column for each row or cell of a statutory table, made from the forms themselves.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sql">The statement that makes it.</param>
/// <param name="Columns">The columns that come from the form, with their meaning in both languages.</param>
internal sealed record WideView(string Name, string Sql, ImmutableArray<(string Name, string Chinese, string English)> Columns)
{
    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<WideView> All =
    [
        OfRows("requests_wide", "requests", row => row.Id, "row", isByApplicant: true),
        OfCells("proactive_wide", "proactive"),
        OfCells("disputes_wide", "disputes"),
        OfRows("statistics_2008_wide", "statistics_2008", row => row.Alias, "alias", isByApplicant: false),
    ];

    private static WideView OfRows(string name, string table, Func<FormRow, string> idOf, string key, bool isByApplicant) => Make(
        name, table, isByApplicant,
        from form in FormsOf(table) from row in form.Rows select (ColumnName(idOf(row)), $"c.\"{key}\" = '{idOf(row)}'", row.Label, row.LabelEnglish));

    private static WideView OfCells(string name, string table) => Make(
        name, table, false,
        from form in FormsOf(table)
        from row in form.Rows
        from column in form.ColumnsOf(row)
        select (ColumnName($"{row.Id}.{column.Id}"), $"c.\"row\" = '{row.Id}' AND c.\"column\" = '{column.Id}'", CellLabel.Of(form, row, column), $"{row.LabelEnglish} · {column.LabelEnglish}"));

    private static IEnumerable<FormTable> FormsOf(string table) => Editions.All.Select(edition => edition.Table(table)).OfType<FormTable>();

    private static string ColumnName(string id) => id.Replace('.', '_');

    private static WideView Make(string name, string table, bool isByApplicant, IEnumerable<(string Name, string Condition, string Chinese, string English)> cells)
    {
        var columns = cells.GroupBy(cell => cell.Name).ToList();
        var sql = new StringBuilder($"CREATE VIEW {name} AS\nSELECT r.id AS report, r.source, r.agency, a.name AS agency_name, r.year, r.form");
        if (isByApplicant)
            sql.Append(", c.\"column\" AS applicant");
        foreach (var column in columns)
            sql.Append($",\n  max(CASE WHEN {column.First().Condition} THEN f.value END) AS {column.Key}");
        sql.Append("\nFROM reports r\nJOIN figures f ON f.report = r.id\nJOIN cells c ON c.id = f.cell\nLEFT JOIN agencies a ON a.id = r.agency");
        sql.Append($"\nWHERE r.current AND c.\"table\" = '{table}'\nGROUP BY r.id{(isByApplicant ? ", c.\"column\"" : "")}");
        return new WideView(name, sql.ToString(),
        [
            .. columns.Select(column => (
                column.Key, string.Join(" / ", column.Select(cell => cell.Chinese).Distinct()), string.Join(" / ", column.Select(cell => cell.English).Distinct()))),
        ]);
    }
}
