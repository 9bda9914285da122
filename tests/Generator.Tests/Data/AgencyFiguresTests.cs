using System.Globalization;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Pages;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary>What the page that compares reads is what the reports' JSON says.</summary>
public sealed class AgencyFiguresTests
{
    private static readonly DemoArchive Demo = new();

    /// <summary>The cells of each table of each edition in the order in which figures stand, as <c>forms.js</c> tells them.</summary>
    private static readonly Dictionary<(string Form, string Table), List<(string Row, string Column)>> Places = ReadPlaces();

    public static TheoryData<string> Agencies => [.. Demo.Archive.Agencies.Where(agency => !agency.IsUnidentified).Select(agency => agency.Key)];

    [Theory, MemberData(nameof(Agencies))]
    public void Each_value_and_state_is_that_of_the_report(string key)
    {
        var agency = Demo.Archive.Agencies.Single(agency => agency.Key == key);
        var script = Arguments(AgencyFigures.Of(key, AgencyYear.Of(agency, Demo)), "archiveFigures");
        script[0].GetString().ShouldBe(key);
        script[1].EnumerateObject().Select(year => year.Name).ShouldBe(agency.Current.Select(entry => $"{entry.Year}"));

        foreach (var entry in agency.Current)
        {
            var written = script[1].GetProperty($"{entry.Year}");
            var published = JsonDocument.Parse(ReportJson.Of(entry, Demo.Load(entry))).RootElement;
            Text(written, "form").ShouldBe(Text(published, "form"));
            var tables = published.GetProperty("tables").EnumerateArray().Where(table => !Text(table, "table")!.StartsWith("own.", StringComparison.Ordinal)).ToList();
            written.GetProperty("tables").EnumerateObject().Select(table => table.Name).ShouldBe(tables.Select(table => Text(table, "table")));
            foreach (var table in tables)
            {
                var cells = written.GetProperty("tables").GetProperty(Text(table, "table")!);
                var places = Places[(Text(cells, "form")!, Text(table, "table")!)];
                places.Zip(cells.GetProperty("cells").EnumerateArray(), (place, cell) => $"{place.Row}.{place.Column} {Told(cell)}")
                    .ShouldBe(table.GetProperty("figures").EnumerateArray().Select(figure =>
                        $"{Text(figure, "row")}.{Text(figure, "column")} {(figure.TryGetProperty("value", out var value) ? value.GetRawText() : Text(figure, "state")![..1])}"));
            }

            var corrected = tables.SelectMany(table => table.GetProperty("figures").EnumerateArray()
                .Where(figure => figure.TryGetProperty("correction", out _)).Select(figure => $"{Text(table, "table")}.{Text(figure, "row")}.{Text(figure, "column")}"));
            (written.TryGetProperty("corrected", out var names) ? names.EnumerateArray().Select(name => name.GetString()) : []).ShouldBe(corrected);
        }
    }

    /// <summary>JavaScript knows no 12.50 and no large whole numbers: such a figure is a text, and so printed as the report's page prints it.</summary>
    [Theory]
    [InlineData("12.50", "\"12.50\"")]
    [InlineData("12.5", "12.5")]
    [InlineData("-4", "-4")]
    [InlineData("9007199254740993", "\"9007199254740993\"")]
    public void A_number_is_printed_as_on_the_page_of_the_report(string number, string written)
    {
        var report = DemoReports.Make(Editions.Form2021, "某局", 2022).WithValue("proactive.fees.amount", decimal.Parse(number, CultureInfo.InvariantCulture));

        var cells = Arguments(AgencyFigures.Of("a", [new AgencyYear(2022, report.Entry("a"), report)]), "archiveFigures")[1].GetProperty("2022").GetProperty("tables").GetProperty("proactive").GetProperty("cells");

        cells.EnumerateArray().Last().GetRawText().ShouldBe(written);
    }

    [Fact]
    public void Reports_of_unknown_agencies_have_none() =>
        new SitePages().Of(Demo.Archive, Demo).ShouldNotContain(file => file.Path == Routes.Figures(AgencyEntry.UnidentifiedKey));

    private static string Told(JsonElement cell) => cell.ValueKind == JsonValueKind.Number ? cell.GetRawText() : cell.GetString()!;

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static JsonElement Arguments(ReadOnlyMemory<byte> script, string function)
    {
        var text = Encoding.UTF8.GetString(script.Span);
        text.ShouldStartWith(function + "(");
        text.ShouldEndWith(");\n");
        return JsonDocument.Parse($"[{text[(function.Length + 1)..^3]}]").RootElement;
    }

    private static Dictionary<(string, string), List<(string, string)>> ReadPlaces() => Arguments(FormsScript.Content(), "archiveForms")[0].EnumerateArray().ToDictionary(
        form => (Text(form, "form")!, Text(form, "table")!),
        form =>
        {
            var columns = form.GetProperty("columns").EnumerateArray().Select(column => column[0].GetString()!).ToList();
            return (
                from row in form.GetProperty("rows").EnumerateArray()
                from column in row.TryGetProperty("columns", out var some) ? some.EnumerateArray().Select(place => columns[place.GetInt32()]) : columns
                select (Text(row, "row")!, column)).ToList();
        });
}
