using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary><c>data/forms.json</c> says all that the program knows of the forms, and its script says the same.</summary>
public sealed class FormsJsonTests
{
    private static readonly byte[] Bytes = FormsJson.File.Content().ToArray();
    private static readonly JsonElement Root = JsonDocument.Parse(Bytes).RootElement;
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));

    public static TheoryData<string> AllEditions => [.. Editions.All.Select(edition => edition.Id)];

    [Fact]
    public void The_script_says_the_same()
    {
        var script = Encoding.UTF8.GetString(FormsJson.Script().Span);

        script.ShouldStartWith("archiveDefinitions({");
        var members = JsonNode.Parse(Bytes)!.AsObject();
        members.Remove("$schema").ShouldBeTrue();
        JsonNode.DeepEquals(JsonNode.Parse(script["archiveDefinitions(".Length..script.LastIndexOf(')')]), members).ShouldBeTrue();
    }

    [Theory, MemberData(nameof(AllEditions))]
    public void Its_cells_are_those_of_the_form(string id)
    {
        var edition = Editions.Get(id);
        var json = Edition(id);

        json.GetProperty("first_year").GetInt32().ShouldBe(edition.FirstYear);
        json.GetProperty("tables").EnumerateArray().SelectMany(table => table.GetProperty("rows").EnumerateArray().SelectMany(row => row.GetProperty("columns").EnumerateArray()
            .Select(column => $"{Text(table, "id")}.{Text(row, "id")}.{column.GetString()}"))).ShouldBe(edition.Tables.SelectMany(table => table.Cells).Select(cell => cell.ToString()));
        foreach (var (table, form) in json.GetProperty("tables").EnumerateArray().Zip(edition.Tables))
        {
            Labels(table, "rows").ShouldBe(form.Rows.Select(row => (row.Number, row.Label, row.LabelEnglish)));
            Labels(table, "groups").ShouldBe(form.Groups.Select(group => (group.Number, group.Label, group.LabelEnglish)));
            Labels(table, "columns").ShouldBe(form.Columns.Select(column => ("", column.Label, column.LabelEnglish)));
            table.GetProperty("rows").EnumerateArray().Where(row => Text(row, "kind") == "amount").Select(row => Text(row, "unit")).ShouldAllBe(unit => unit == "万元");
        }
    }

    /// <summary>The relations, taken as the document says, are the cases that the checker judges.</summary>
    [Theory, MemberData(nameof(AllEditions))]
    public void Its_relations_are_those_that_are_judged(string id)
    {
        var edition = Editions.Get(id);
        var judged = RelationChecker.Check([.. edition.Tables.Select(table => new ReportTable(table, [.. table.Cells.Select(cell => new Figure(cell, FigureState.Reported, 0, "0", SourceLocation.None))]))]);
        var tables = Edition(id).GetProperty("tables").EnumerateArray().ToDictionary(table => Text(table, "id"));

        Edition(id).GetProperty("relations").EnumerateArray().SelectMany(relation => Cases(relation, tables[Text(relation, "table")])).ShouldBe(
            judged.Select(finding => $"{finding.Relation}: {string.Join(' ', finding.LeftCells)} = {string.Join(' ', finding.RightCells)}"), ignoreOrder: true);
    }

    /// <summary>Every name that the file uses is explained.</summary>
    [Fact]
    public void It_is_documented()
    {
        var section = Document[Document.IndexOf("## The forms as JSON", StringComparison.Ordinal)..];
        foreach (var name in Names(Root).Distinct())
            section.ShouldContain(name, customMessage: name);
        foreach (var word in Root.GetProperty("editions").EnumerateArray().SelectMany(edition => edition.GetProperty("relations").EnumerateArray().Select(relation => Text(relation, "scope"))
            .Concat(edition.GetProperty("tables").EnumerateArray().Select(table => Text(table, "layout")))).Distinct())
            section.ShouldContain($"`{word}`");
    }

    private static IEnumerable<string> Cases(JsonElement relation, JsonElement table)
    {
        string[] Terms(string side) => [.. relation.GetProperty(side).EnumerateArray().Select(term => term.GetString()!)];
        var id = Text(relation, "id");
        var name = Text(table, "id");
        string Say(string of, Func<string, string> cell) => $"{of}: {string.Join(' ', Terms("left").Select(cell))} = {string.Join(' ', Terms("right").Select(cell))}";
        return Text(relation, "scope") switch
        {
            "each_column" => Ids(table, "columns").Select(column => Say($"{id}.{column}", row => $"{name}.{row}.{column}")),
            "each_row" => Ids(table, "rows").Select(row => Say($"{id}.{row}", column => $"{name}.{row}.{column}")),
            _ => [Say(id, row => $"{name}.{row}.{Ids(table, "columns").Single()}")],
        };
    }

    private static JsonElement Edition(string id) => Root.GetProperty("editions").EnumerateArray().Single(edition => Text(edition, "id") == id);

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString()! : "";

    private static IEnumerable<string> Ids(JsonElement table, string name) => table.GetProperty(name).EnumerateArray().Select(label => Text(label, "id"));

    private static IEnumerable<(string, string, string)> Labels(JsonElement table, string name) => table.GetProperty(name).EnumerateArray()
        .Select(label => (Text(label, "number"), Text(label.GetProperty("label"), "zh"), Text(label.GetProperty("label"), "en")));

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
