using System.Globalization;
using System.Text;
using DisclosureArchive.Reports.Forms;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Conventions;

/// <summary><c>docs/data.md</c> lists the cells and relations that the form definitions give (<c>ACCEPT=1</c> rewrites them).</summary>
public sealed class CellsAreDocumented
{
    [Fact]
    public void TheDocumentListsTheCellsOfTheForms()
    {
        var text = new StringBuilder();
        foreach (var table in Editions.All.SelectMany(edition => edition.Tables).GroupBy(table => table.Id).OrderBy(table => table.Key == "statistics_2008"))
        {
            text.Append(CultureInfo.InvariantCulture, $"### `{table.Key}` {table.First().Label}\n\n");
            if (table.Key == "statistics_2008")
                AppendSheet(text, table.Single());
            else
                AppendTable(text, [.. table]);
            text.Append('\n');
        }

        text.Length -= 1;
        GeneratedPart.ShouldBe("data.md", "cells", text.ToString());
    }

    [Fact]
    public void TheDocumentListsTheRelationsOfTheForms()
    {
        var text = new StringBuilder("| relation | what it says 含义 | in English | form |\n| --- | --- | --- | --- |\n");
        foreach (var relation in Editions.All.SelectMany(edition => edition.Relations, (edition, relation) => (Edition: edition.Id, relation))
            .GroupBy(pair => pair.relation.Id).OrderBy(relation => relation.Key.StartsWith("statistics_2008", StringComparison.Ordinal)))
        {
            var (_, first) = relation.First();
            var id = first.Scope switch { RelationScope.EachColumn => first.Id + ".COLUMN", RelationScope.EachRow => first.Id + ".ROW", _ => first.Id };
            text.Append(CultureInfo.InvariantCulture, $"| `{id}` | {first.Label} | {first.LabelEnglish} | {Names(relation.Select(pair => pair.Edition))} |\n");
        }

        GeneratedPart.ShouldBe("data.md", "relations", text.ToString());
    }

    private static void AppendTable(StringBuilder text, List<FormTable> editions)
    {
        var grouped = editions[0].Columns.Any(column => column.RowGroup is not null);
        var heads = grouped ? editions.Select(table => $"columns in `{table.Edition}`") : editions.Select(table => $"`{table.Edition}`");
        text.Append(CultureInfo.InvariantCulture, $"| row | label 行 | in English | {string.Join(" | ", heads)} |\n| --- | --- | --- |{string.Concat(Enumerable.Repeat(" --- |", editions.Count))}\n");
        foreach (var id in RowsInOrder(editions))
        {
            var rows = editions.Select(table => (Group: table.Group(table.Row(id)?.Parent), Row: table.Row(id))).Where(place => place.Row is not null).ToList();
            text.Append(CultureInfo.InvariantCulture,
                $"| `{id}` | {Distinct(rows.Select(place => (place.Group is null ? "" : place.Group.NumberedLabel + " › ") + place.Row!.NumberedLabel))} | {Distinct(rows.Select(place => place.Row!.LabelEnglish))} |");
            foreach (var table in editions)
                text.Append(CultureInfo.InvariantCulture, $" {(table.Row(id) is not { } row ? "—" : grouped ? Names(table.ColumnsOf(row).Select(column => column.Id)) : "✓")} |");
            text.Append('\n');
        }

        text.Append("\n| column | label 列 | in English | unit 单位 | form |\n| --- | --- | --- | --- | --- |\n");
        foreach (var column in editions.SelectMany(table => table.Columns, (table, column) => (table.Edition, column)).GroupBy(pair => (pair.column.Id, pair.column.Label)))
        {
            var (_, first) = column.First();
            text.Append(CultureInfo.InvariantCulture,
                $"| `{first.Id}` | {first.Label} | {first.LabelEnglish} | {first.Unit} | {Names(column.Select(pair => pair.Edition).Distinct())} |\n");
        }
    }

    /// <summary>The rows of all editions, each where the fullest edition has it.</summary>
    private static IEnumerable<string> RowsInOrder(List<FormTable> editions) =>
        editions.OrderByDescending(table => table.Rows.Length).SelectMany(table => table.Rows).Select(row => row.Id).Distinct();

    private static void AppendSheet(StringBuilder text, FormTable sheet)
    {
        text.Append("The column is `value`. A row's id is the path of its labels.\n\n| row | short id | in English | unit 单位 |\n| --- | --- | --- | --- |\n");
        foreach (var row in sheet.Rows)
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Id}` | `{row.Alias}` | {row.LabelEnglish} | {row.Unit} |\n");
    }

    private static string Names(IEnumerable<string> names) => string.Join(' ', names.Select(name => $"`{name}`"));

    private static string Distinct(IEnumerable<string> labels) => string.Join(" / ", labels.Distinct());
}
