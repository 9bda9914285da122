using System.Globalization;
using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Tests.Data.Sqlite;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>A statutory figure of a report, told by the path of its source file (guarded as in CSV) and its cell.</summary>
internal readonly record struct FigurePlace(string Source, string Cell);

/// <summary>What a file says of a figure: the number, or the word of the state of a cell without one.</summary>
internal readonly record struct FigureContent(decimal? Value, string State);

/// <summary>All statutory figures of an archive as each kind of its files has them.</summary>
internal static class PublishedFigures
{
    private static readonly Dictionary<string, string> ChineseStates =
        Enum.GetValues<FigureState>().ToDictionary(state => Theme.Words.Chinese[$"state.{Words.Of(state)}"], Words.Of, StringComparer.Ordinal);

    private static readonly HashSet<string> Statutory = [.. Editions.All.SelectMany(edition => edition.Tables).Select(table => table.Id)];

    /// <summary>In the JSON of the reports. One that stands at several addresses is read at each.</summary>
    public static Dictionary<FigurePlace, FigureContent> OfJson(IReadOnlyDictionary<string, byte[]> files)
    {
        var figures = new Dictionary<FigurePlace, FigureContent>();
        foreach (var (path, content) in files)
        {
            if (!path.StartsWith("agencies/", StringComparison.Ordinal) || !path.EndsWith(".json", StringComparison.Ordinal))
                continue;
            using var json = JsonDocument.Parse(content);
            if (!json.RootElement.TryGetProperty("$schema", out var schema) || !schema.GetString()!.EndsWith("/report.schema.json", StringComparison.Ordinal))
                continue;
            var source = SpreadsheetText.Guarded(json.RootElement.GetProperty("source").GetProperty("path").GetString()!);
            foreach (var table in json.RootElement.GetProperty("tables").EnumerateArray())
                if (Statutory.Contains(table.GetProperty("table").GetString()!))
                    foreach (var figure in table.GetProperty("figures").EnumerateArray())
                        figures[new(source, $"{table.GetProperty("table").GetString()}.{figure.GetProperty("row").GetString()}.{figure.GetProperty("column").GetString()}")] =
                            new(figure.TryGetProperty("value", out var value) ? value.GetDecimal() : null, figure.GetProperty("state").GetString()!);
        }

        return figures;
    }

    /// <summary>In <c>data/figures/…</c>, one a line.</summary>
    public static Dictionary<FigurePlace, FigureContent> OfLongCsv(IReadOnlyDictionary<string, byte[]> files)
    {
        var figures = new Dictionary<FigurePlace, FigureContent>();
        foreach (var (path, content) in files)
        {
            if (!path.StartsWith("data/figures/", StringComparison.Ordinal) || !path.EndsWith(".csv", StringComparison.Ordinal))
                continue;
            var (header, lines) = CsvTable.Read(content);
            var columns = ((string[])["source", "table", "row", "column", "value", "state"]).Select(name => Array.IndexOf(header, name)).ToArray();
            foreach (var line in lines)
                if (columns.Select(column => line[column]).ToArray() is [var source, var table, var row, var column, var value, var state] && Statutory.Contains(table))
                    figures.Add(new(source, $"{table}.{row}.{column}"), new(value.Length > 0 ? Exact(value) : null, state));
        }

        return figures;
    }

    /// <summary>In the tables in the layout of the form, for programs or for spreadsheets.</summary>
    public static Dictionary<FigurePlace, FigureContent> OfWideCsv(IReadOnlyDictionary<string, byte[]> files, bool isForSpreadsheets)
    {
        var figures = new Dictionary<FigurePlace, FigureContent>();
        foreach (var table in DataTables.OfForms)
            foreach (var line in CsvTable.Read(files[isForSpreadsheets ? $"{TableFiles.Spreadsheets}{table.Id}.csv" : TableFiles.PathOf(table)]).Lines)
                AddRow(figures, table, line[0], column => line[column], text => isForSpreadsheets && ChineseStates.TryGetValue(text, out var state) ? state : text, column => Exact(line[column]));
        return figures;
    }

    /// <summary>In the workbook.</summary>
    public static Dictionary<FigurePlace, FigureContent> OfWorkbook(IReadOnlyDictionary<string, byte[]> files)
    {
        var figures = new Dictionary<FigurePlace, FigureContent>();
        var sheets = SheetTable.Read(files[TableFiles.WorkbookPath]);
        foreach (var table in DataTables.OfForms)
            foreach (var row in sheets.Single(sheet => sheet.Name == table.Label).Rows.Skip(1))
                AddRow(figures, table, SpreadsheetText.Guarded(row[0].Text), column => row[column].Text, text => ChineseStates.GetValueOrDefault(text, text), column => row[column].Number);
        return figures;
    }

    /// <summary>In the database.</summary>
    public static Dictionary<FigurePlace, FigureContent> OfDatabase(BuiltDatabase database) =>
        database.Rows("""SELECT source, "table", "row", "column", value, state FROM figures_tidy""").Where(row => Statutory.Contains(row[1])).ToDictionary(
            row => new FigurePlace(SpreadsheetText.Guarded(row[0]), $"{row[1]}.{row[2]}.{row[3]}"),
            row => new FigureContent(row[4].Length > 0 ? decimal.Parse(row[4], NumberStyles.Float, CultureInfo.InvariantCulture) : null, row[5]));

    private static void AddRow(
        Dictionary<FigurePlace, FigureContent> figures, DataTable table, string source, Func<int, string> text, Func<string, string> word, Func<int, decimal> number)
    {
        var place = table.Columns.Select((column, index) => (column, index)).ToDictionary(column => column.column.Name, column => column.index);
        var words = Enum.GetValues<FigureState>().Select(Words.Of).ToHashSet();
        foreach (var column in table.Columns)
        {
            if (column.Type != ColumnType.Figure || text(place[column.Name]) is not { Length: > 0 } content)
                continue;
            var state = word(content);
            figures.Add(
                new(source, $"{table.Id}.{text(place["row"])}.{column.Name}"),
                words.Contains(state) ? new(null, state) : new(number(place[column.Name]), Words.Of(FigureState.Reported)));
        }
    }

    private static decimal Exact(string number) => decimal.Parse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
