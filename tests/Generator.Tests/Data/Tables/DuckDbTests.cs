using System.Globalization;
using System.Text.Json;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Generator.Tests.Data.Sqlite;
using DisclosureArchive.Generator.Tests.Data.Tables.Readers;
using DisclosureArchive.Reports;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>DuckDB reads the CSV files without being told more than which words stand for no number.</summary>
public sealed class DuckDbTests
{
    [Fact]
    public async Task Its_sums_are_those_of_the_reports()
    {
        using var database = BuiltDatabase.Of("input");
        using var folder = new TemporaryFolder();
        foreach (var (path, content) in database.Files.Where(file => file.Key.EndsWith(".csv", StringComparison.Ordinal)))
            folder.Write(path, content);
        var missing = string.Join(", ", Enum.GetValues<FigureState>().Where(state => state != FigureState.Reported).Select(state => $"'{Words.Of(state)}'").Prepend("''"));
        var columns = DataTables.Get("requests").FigurePlaces.Keys.Order(StringComparer.Ordinal).ToList();
        // Not where no cell holds such a word: DuckDB looks for it in the header too, and reports.csv has columns of these names.
        string From(string path, string options = "") => $"read_csv('{folder[path].Replace("'", "''", StringComparison.Ordinal)}'{options})";
        var example = File.ReadAllText(Path.Combine(Repository.Root, "site", "Generator", "Pages", "ApiExamples", "figures.sql"))
            .Replace("@root@@figures.csv@", folder["data/figures/2023.csv"].Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("@table@", "requests", StringComparison.Ordinal).Replace("@row@", "received", StringComparison.Ordinal).Replace("@column@", "total", StringComparison.Ordinal);

        var results = await TableReaders.Query(
            folder,
            $"SELECT {string.Join(", ", columns.Select(column => $"sum(\"{column}\")"))} FROM {From("data/requests.csv", $", nullstr = [{missing}]")}",
            $"SELECT count(*), sum(size), sum(received), min(publish_date) FROM {From("data/reports.csv")}",
            $"SELECT column_name, column_type FROM (DESCRIBE FROM {From("data/reports.csv")})",
            example,
            $"SELECT count(*) FILTER (publish_date IS NULL), count(*) FILTER (agency_id = '') FROM {From("data/reports.csv")}",
            $"SELECT column_name FROM (DESCRIBE FROM {From("data/reports.csv", $", nullstr = [{missing}]")})",
            $"SELECT count(*) FILTER (value IS NULL), count(*) FILTER (state <> 'reported') FROM {From("data/figures/2023.csv")}");

        var figures = PublishedFigures.OfJson(database.Files);
        Numbers(results[0][0]).ShouldBe(columns.Select(column => (decimal?)figures
            .Where(figure => figure.Key.Cell.StartsWith("requests.", StringComparison.Ordinal) && figure.Key.Cell.EndsWith("." + column, StringComparison.Ordinal)).Sum(figure => figure.Value.Value ?? 0)));
        var reports = database.Archive.Reports.ToList();
        Numbers(results[1][0]).Take(3).ShouldBe([reports.Count, reports.Sum(report => report.Source.Size), reports.Sum(report => report.Key.Received ?? 0)]);
        results[1][0][3].GetString().ShouldBe(reports.Min(report => report.Published)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var types = results[2].EnumerateArray().ToDictionary(row => row[0].GetString()!, row => row[1].GetString()!);
        types.Keys.ShouldBe(DataTables.Reports.Columns.Select(column => column.Name));
        (types["year"], types["publish_date"], types["current"], types["reported"]).ShouldBe(("BIGINT", "DATE", "BOOLEAN", "BIGINT"));

        var shown = results[3].EnumerateArray().Select(row => (row[0].GetString(), row[1].ValueKind == JsonValueKind.Null ? null : Number(row[1]), row[2].GetString())).ToList();
        shown.ShouldNotBeEmpty();
        shown.Select(row => (row.Item2, row.Item3)).ShouldBe(
            reports.Where(report => report.Year == 2023).SelectMany(report => figures.Where(figure => figure.Key == new FigurePlace(SpreadsheetText.Guarded(report.Source.Path), "requests.received.total")))
                .Select(figure => (figure.Value.Value, (string?)figure.Value.State)), ignoreOrder: true);

        // As the data contract says of what is empty, and of the words.
        Numbers(results[4][0]).ShouldBe([reports.Count(report => report.Published is null), 0]);
        results[5].EnumerateArray().Select(row => row[0].GetString()).ShouldNotContain("blank");
        Number(results[6][0][0]).ShouldBe(Number(results[6][0][1]));
    }

    private static List<decimal?> Numbers(JsonElement row) => [.. row.EnumerateArray().Select(Number)];

    /// <summary>Null for a text that is no number.</summary>
    private static decimal? Number(JsonElement value) =>
        decimal.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
