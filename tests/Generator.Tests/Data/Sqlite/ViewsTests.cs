using System.Globalization;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Sqlite;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Sqlite;

/// <summary>The views answer as the archive itself does, all of the database is documented, and the queries of <c>docs/data.md</c> run.</summary>
public sealed partial class ViewsTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));

    public static TheoryData<string> Inputs => ArchiveDatabaseTests.Inputs;

    public static TheoryData<string> Queries => [.. Query().Matches(Document).Select(match => match.Groups[1].Value)];

    [Theory, MemberData(nameof(Inputs))]
    public void Missing_and_late_reports_are_those_that_the_archive_tells(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var agencies = database.Archive.Agencies.Where(agency => !agency.IsUnidentified).ToList();

        database.Rows("SELECT agency, year FROM missing_reports").Select(row => string.Join(' ', row)).ShouldBe(
            agencies.SelectMany(agency => agency.Gaps.Select(year => $"{agency.Key} {year}")), ignoreOrder: true);
        database.Rows("SELECT agency, year, due_date, publish_date, days_late FROM late_reports").Select(row => string.Join(' ', row)).ShouldBe(
            agencies.SelectMany(agency => agency.Current.Select(report => (Report: report, Came: Punctuality.Of(agency, report))).Where(year => year.Came.State == PunctualityState.Late)
                .Select(year => $"{agency.Key} {year.Report.Year} {year.Came.Due:yyyy-MM-dd} {year.Came.Published:yyyy-MM-dd} {year.Came.DaysLate}")), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Outcomes_and_their_shares_are_those_that_the_archive_computes(string input)
    {
        using var database = BuiltDatabase.Of(input);
        var found = database.Rows("""
            SELECT r.json, o.granted, o.partly_granted, o.refused, o.unavailable, o.not_processed, o.other,
              o.granted_share + o.partly_granted_share + o.refused_share + o.unavailable_share + o.not_processed_share + o.other_share, o.received
            FROM requests_outcomes o JOIN reports r ON r.id = o.report
            """).ToDictionary(row => row[0]);

        foreach (var report in database.Archive.Reports.Where(report => report.IsCurrent && found.ContainsKey(ReportPaths.Json(report))))
        {
            var row = found[ReportPaths.Json(report)];
            if (report.Outcomes is not { } outcomes)
            {
                row[1..7].ShouldContain("");
                row[7].ShouldBe("");
                continue;
            }

            decimal[] expected = [outcomes.Granted, outcomes.PartlyGranted, outcomes.Refused, outcomes.Unavailable, outcomes.NotProcessed, outcomes.Other];
            row[1..7].Select(number => decimal.Parse(number, CultureInfo.InvariantCulture)).ShouldBe(expected);
            if (expected.Sum() > 0)
                double.Parse(row[7], CultureInfo.InvariantCulture).ShouldBe(1, 0.001);
            else
                row[7].ShouldBe("");
        }

        found.Count.ShouldBe(database.Archive.Reports.Count(report => report.IsCurrent && found.ContainsKey(ReportPaths.Json(report))));
    }

    [Theory, MemberData(nameof(Inputs))]
    public void The_wide_views_have_every_number_of_current_reports(string input)
    {
        using var database = BuiltDatabase.Of(input);
        foreach (var view in WideView.All)
        {
            var numbers = string.Join(" + ", view.Columns.Select(column => $"total({column.Name})"));
            var filled = string.Join(" + ", view.Columns.Select(column => $"count({column.Name})"));
            database.Rows($"SELECT {filled}, round({numbers}, 6) FROM {view.Name}").ShouldHaveSingleItem().ShouldBe(database.Rows($"""
                SELECT count(f.value), round(total(f.value), 6) FROM figures f JOIN cells c ON c.id = f.cell JOIN reports r ON r.id = f.report
                WHERE r.current AND c."table" = '{view.Name[..^"_wide".Length]}'
                """).ShouldHaveSingleItem(), view.Name);
        }

        database.Rows("SELECT r.source FROM requests_wide w JOIN reports r ON r.id = w.report WHERE w.applicant = 'total' AND (w.received IS NOT r.received OR w.concluded IS NOT r.concluded)").ShouldBeEmpty();
        database.Rows("SELECT r.source FROM disputes_wide w JOIN reports r ON r.id = w.report WHERE w.review_total IS NOT r.reviews").ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Inputs))]
    public void Failures_and_the_latest_reports_are_those_of_the_archive(string input)
    {
        using var database = BuiltDatabase.Of(input);

        database.One("SELECT count(*) FROM failed_checks").ShouldBe($"{database.Archive.Reports.Where(report => report.IsCurrent).Sum(report => report.Failed)}");
        database.One("SELECT count(*) FROM carry_over").ShouldBe($"{database.Archive.Reports.Sum(report => report.CarryOver.Length)}");
        database.Rows("SELECT agency, year FROM latest_reports").Select(row => string.Join(' ', row)).ShouldBe(
            database.Archive.Agencies.Where(agency => !agency.IsUnidentified && agency.Current.Any(report => report.Year is not null))
                .Select(agency => $"{agency.Key} {agency.Current.Max(report => report.Year)}"), ignoreOrder: true);
        database.One("SELECT count(*) FROM corrected_figures").ShouldBe(database.One("SELECT count(*) FROM corrections"));
    }

    [Fact]
    public void Every_table_view_and_column_is_documented_and_nothing_else_is()
    {
        using var database = BuiltDatabase.Of("tests/sites/empty/input");
        var there = database.Rows("SELECT name, '' FROM sqlite_schema WHERE type IN ('table', 'view') UNION ALL SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type IN ('table', 'view')")
            .Select(row => (Name: row[0], Column: row[1])).ToHashSet();
        var told = database.Rows("SELECT name, \"column\", chinese, english FROM documentation");

        told.Select(row => (row[0], row[1])).ShouldBe(there, ignoreOrder: true);
        told.ShouldAllBe(row => Han().IsMatch(row[2]) && row[3].Length > 0 && !Han().IsMatch(row[3].Replace("table 三", "").Replace("table 二", "").Replace("table 四", "")));

        var entries = ArchiveDocumentation.Entries;
        entries.Select(entry => (entry.Name, entry.Column)).ShouldBeUnique();
        entries.Where(entry => entry.Name != "*").Select(entry => (entry.Name, entry.Column)).Where(entry => !there.Contains(entry)).ShouldBeEmpty();
        var own = entries.Select(entry => (entry.Name, entry.Column)).ToHashSet();
        entries.Where(entry => entry.Name == "*" && !there.Any(column => column.Column == entry.Column && !own.Contains(column))).ShouldBeEmpty();
    }

    [Fact]
    public void The_document_names_every_table_and_view()
    {
        using var database = BuiltDatabase.Of("tests/sites/empty/input");
        var section = Document[Document.IndexOf("## The database", StringComparison.Ordinal)..];

        foreach (var row in database.Rows("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"))
            section.ShouldContain($"`{row[0]}`");
    }

    [Theory, MemberData(nameof(Queries))]
    public void A_query_of_the_document_finds_something_in_the_example(string query)
    {
        using var database = BuiltDatabase.Of("input");

        database.Rows(query).ShouldNotBeEmpty();
    }

    [Fact]
    public void There_are_queries() => Queries.Count.ShouldBeGreaterThan(3);

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex(@"[\u4E00-\u9FFF]")]
    private static partial Regex Han();
}
