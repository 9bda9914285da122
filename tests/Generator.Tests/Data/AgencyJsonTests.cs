using System.Globalization;
using System.Text;
using System.Text.Json;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary>An agency's data says of its reports what they say of themselves, and nothing more; the index leads to every agency.</summary>
public sealed class AgencyJsonTests
{
    private static readonly DemoArchive Demo = new();

    public static TheoryData<string> Agencies => [.. Demo.Archive.Agencies.Select(agency => agency.Key)];

    [Theory, MemberData(nameof(Agencies))]
    public void The_series_are_the_statutory_figures_of_the_current_reports(string key)
    {
        var agency = Demo.Archive.Agencies.Single(agency => agency.Key == key);
        var expected =
            from entry in agency.Current
            where !agency.IsUnidentified
            let report = JsonDocument.Parse(ReportJson.Of(entry, Demo.Load(entry))).RootElement
            from table in report.GetProperty("tables").EnumerateArray()
            where table.TryGetProperty("form", out _)
            from figure in table.GetProperty("figures").EnumerateArray()
            select string.Join(' ', Text(table, "form"), $"{Text(table, "table")}.{Text(figure, "row")}.{Text(figure, "column")}", entry.Year,
                figure.TryGetProperty("value", out var value) ? value.GetRawText() : "null", Text(figure, "state"), figure.TryGetProperty("correction", out _));

        var series =
            from edition in Of(key).GetProperty("series").EnumerateObject()
            from cell in edition.Value.EnumerateObject()
            from point in cell.Value.EnumerateArray()
            select string.Join(' ', edition.Name, cell.Name, point.GetProperty("year").GetInt32(), point.GetProperty("value").GetRawText(), Text(point, "state"), point.TryGetProperty("corrected", out _));

        series.ShouldBe(expected, ignoreOrder: true);
    }

    /// <summary>In each edition the years of a cell go up; nothing stands for a year without a report, and no edition has another's cells.</summary>
    [Fact]
    public void Editions_stand_side_by_side()
    {
        var series = Of("shili-minzheng").GetProperty("series");
        int[] Years(string edition, string cell) => [.. series.GetProperty(edition).GetProperty(cell).EnumerateArray().Select(point => point.GetProperty("year").GetInt32())];

        series.EnumerateObject().Select(edition => edition.Name).ShouldBe(["form-2008", "form-2019", "form-2021"]);
        Years("form-2019", "requests.received.total").ShouldBe([2019, 2020]);
        Years("form-2021", "requests.received.total").ShouldBe([2021, 2022, 2023, 2024]);
        Years("form-2008", "statistics_2008.举报投诉数量.value").ShouldBe([2014, 2015, 2017, 2018]);
        Of("shili-minzheng").GetProperty("gaps").EnumerateArray().Select(year => year.GetInt32()).ShouldBe([2016]);
    }

    [Theory, MemberData(nameof(Agencies))]
    public void Reports_are_listed_with_what_their_own_data_says(string key)
    {
        var agency = Demo.Archive.Agencies.Single(agency => agency.Key == key);
        var listed = Of(key).GetProperty("reports").EnumerateArray().ToList();

        listed.Select(report => Text(report, "json")).ShouldBe(agency.Reports.Select(ReportPaths.Json));
        foreach (var (line, entry) in listed.Zip(agency.Reports))
        {
            var report = JsonDocument.Parse(ReportJson.Of(entry, Demo.Load(entry))).RootElement;
            foreach (var name in (string[])["title", "current", "form", "year", "published", "transcribed_by"])
                Raw(line, name).ShouldBe(Raw(report, name), name);
            var sources = report.TryGetProperty("further_sources", out var further) ? further.EnumerateArray().Prepend(report.GetProperty("source")) : [report.GetProperty("source")];
            line.GetProperty("sources").EnumerateArray().Select(source => $"{Text(source, "path")} {Text(source, "file")} {Text(source, "sha256")} {Raw(source, "size")}")
                .ShouldBe(sources.Select(source => $"{Text(source, "path")} {Text(source, "file")} {Text(source, "sha256")} {Raw(source, "size")}"));
            line.GetProperty("checks").GetProperty("failed").GetInt32().ShouldBe(entry.Failed);
            Raw(line.GetProperty("key_figures"), "received").ShouldBe(entry.Key.Received?.ToString(CultureInfo.InvariantCulture) ?? "null");
        }
    }

    [Theory, MemberData(nameof(Agencies))]
    public void Tables_are_listed_with_files_that_are_there(string key)
    {
        var listed = Of(key).GetProperty("tables").EnumerateArray().ToList();
        var files = listed.SelectMany(table => new[] { Text(table, "csv"), Text(table, "spreadsheet") }).OfType<string>().ToList();

        listed.Select(table => Text(table, "table")).ShouldContain("figures");
        files.ShouldAllBe(path => path.StartsWith($"agencies/{key}/", StringComparison.Ordinal));
        Demo.DataPaths.Where(path => path.StartsWith($"agencies/{key}/", StringComparison.Ordinal) && path.EndsWith(".csv", StringComparison.Ordinal)).ShouldBe(files, ignoreOrder: true);
    }

    [Fact]
    public void The_index_has_every_agency_on_a_line_of_its_own()
    {
        var text = Encoding.UTF8.GetString(IndexJson.Of(Demo.Archive).Content().Span);
        var index = JsonDocument.Parse(text).RootElement;
        var files = new SitePages().Of(Demo.Archive, Demo).Select(file => file.Path).ToHashSet();

        text.Split('\n').Length.ShouldBe(1 + Demo.Archive.Agencies.Length + 1);
        var agencies = index.GetProperty("agencies").EnumerateArray().ToList();
        agencies.Select(agency => Text(agency, "json")).ShouldBe(Demo.Archive.Agencies.Select(agency => Routes.AgencyData(agency.Key)));
        files.ShouldContain(path => path == Routes.AgencyData(AgencyEntry.UnidentifiedKey));
        agencies.ShouldAllBe(agency => files.Contains(Text(agency, "json")!) && files.Contains(Text(agency, "page")!));
        index.GetProperty("counts").GetProperty("reports").GetInt32().ShouldBe(Demo.Archive.Reports.Count());
        agencies.Sum(agency => agency.GetProperty("reports").GetInt32()).ShouldBe(Demo.Archive.Reports.Count());
        index.GetProperty("notice").GetString().ShouldBe(Demo.Archive.Settings.Notice);
    }

    [Fact]
    public void The_index_of_ten_thousand_reports_is_small()
    {
        var agency = Demo.Archive.Agencies[0];
        var large = Demo.Archive with { Agencies = [.. Enumerable.Range(0, 1250).Select(i => agency with { Key = $"shili-{i:0000}", Reports = [.. agency.Reports.Take(8)] })] };

        large.Reports.Count().ShouldBe(10_000);
        IndexJson.Of(large).Content().Length.ShouldBeLessThan(400_000);
    }

    private static JsonElement Of(string key)
    {
        var agency = Demo.Archive.Agencies.Single(agency => agency.Key == key);
        return JsonDocument.Parse(new AgencyJson(Demo.Archive).Of(agency, AgencyYear.Of(agency, Demo))).RootElement;
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static string? Raw(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetRawText() : null;
}
