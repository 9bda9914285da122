using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Conventions;

/// <summary>The cells of the three editions, held against lists typed by hand from the published contract of the data.</summary>
public sealed class FormsHoldTheContract
{
    private static readonly string[] Applicants = ["natural_person", "business", "research", "ngo", "legal_service", "other_org", "total"];

    private static readonly string[] Outcomes = ["upheld", "corrected", "other", "pending", "total"];

    private static readonly string[] DisputeRows = ["review", "litigation_direct", "litigation_after_review"];

    private static readonly string[] RequestRows =
    [
        "received", "carried_in", "granted", "partly_granted",
        "refused.state_secret", "refused.prohibited_by_law", "refused.security_stability", "refused.third_party_rights",
        "refused.internal_affairs", "refused.process_information", "refused.enforcement_files", "refused.administrative_query",
        "unavailable.not_held", "unavailable.needs_creation", "unavailable.unclear_after_correction",
        "not_processed.petition", "not_processed.repeated", "not_processed.publication", "not_processed.excessive",
        "not_processed.reconfirmation",
    ];

    /// <summary>Row, then its columns.</summary>
    private static readonly string[] Proactive2021 =
    [
        "rules made repealed in_force", "normative_documents made repealed in_force", "licensing decisions", "penalty decisions",
        "coercion decisions", "fees amount",
    ];

    private static readonly string[] Proactive2019 =
    [
        "rules made disclosed disclosed_total", "normative_documents made disclosed disclosed_total",
        "licensing items_last_year change decisions", "other_services items_last_year change decisions",
        "penalty items_last_year change decisions", "coercion items_last_year change decisions", "fees items_last_year change",
        "procurement items amount",
    ];

    [Fact]
    public void Form2021HasExactlyItsCells() => CellsOf(Editions.Form2021).ShouldBe(
    [
        .. Rows("proactive", Proactive2021),
        .. Grid("requests", [.. RequestRows, "other.not_corrected", "other.fee_unpaid", "other.other", "concluded", "carried_out"], Applicants),
        .. Grid("disputes", DisputeRows, Outcomes),
    ]);

    [Fact]
    public void Form2019HasExactlyItsCells() => CellsOf(Editions.Form2019).ShouldBe(
    [
        .. Rows("proactive", Proactive2019),
        .. Grid("requests", [.. RequestRows, "other.other", "concluded", "carried_out"], Applicants),
        .. Grid("disputes", DisputeRows, Outcomes),
    ]);

    [Fact]
    public void Form2008HasExactlyTheRowsOfTheNationalSheet() => CellsOf(Editions.Form2008).ShouldBe(
        StatisticsSheet.Rows.Select(row => $"statistics_2008.{row}.value"));

    [Fact]
    public void ThreeEditionsInOrderOfTime() =>
        Editions.All.Select(edition => edition.Id).ShouldBe(["form-2008", "form-2019", "form-2021"]);

    [Fact]
    public void EveryLabelStandsInBothLanguages()
    {
        foreach (var edition in Editions.All)
        {
            BothLanguages(edition.Id, edition.Label, edition.LabelEnglish);
            foreach (var table in edition.Tables)
            {
                var place = $"{edition.Id} {table.Id}";
                BothLanguages(place, table.Label, table.LabelEnglish);
                foreach (var label in table.Groups.Concat(table.Rows).Concat(table.Columns).Concat(table.ColumnGroups))
                    BothLanguages($"{place} {label.Id}", label.Label, label.LabelEnglish);
            }

            foreach (var relation in edition.Relations)
                BothLanguages($"{edition.Id} {relation.Id}", relation.Label, relation.LabelEnglish);
        }
    }

    [Fact]
    public void NoTableNamesACellTwice()
    {
        foreach (var edition in Editions.All)
            CellsOf(edition).ShouldBeUnique();
    }

    [Fact]
    public void EveryRowOfTheStatisticsSheetHasAShortEnglishId()
    {
        var aliases = Editions.Form2008.Table("statistics_2008")!.Rows.Select(row => row.Alias).ToList();
        aliases.ShouldAllBe(alias => Regex.IsMatch(alias, "^[a-z_.]+$"));
        aliases.ShouldBeUnique();
    }

    [Fact]
    public void EveryTermOfARelationStandsInItsTable()
    {
        foreach (var edition in Editions.All)
            foreach (var relation in edition.Relations)
            {
                var table = edition.Table(relation.Table).ShouldNotBeNull($"{edition.Id} {relation.Id}");
                foreach (var term in relation.Left.Concat(relation.Right))
                    (relation.Scope == RelationScope.EachRow ? table.Column(term) : (FormLabel?)table.Row(term))
                        .ShouldNotBeNull($"{edition.Id} {relation.Id}: {term}");
            }
    }

    [Theory]
    [InlineData("form-2008", "statistics_2008.sum.依申请公开情况/收到申请数", "statistics_2008.sum.依申请公开情况/申请办结数",
        "statistics_2008.sum.依申请公开情况/申请答复数", "statistics_2008.sum.依申请公开情况/申请答复数/不同意公开答复数",
        "statistics_2008.sum.行政复议数量", "statistics_2008.sum.行政诉讼数量",
        "statistics_2008.sum.机构建设和保障经费情况/从事政府信息公开工作人员数")]
    [InlineData("form-2019", "requests.balance", "requests.results_sum", "requests.row_total", "disputes.row_total")]
    [InlineData("form-2021", "requests.balance", "requests.results_sum", "requests.row_total", "disputes.row_total")]
    public void EveryEditionHasItsRelations(string edition, params string[] relations) =>
        Editions.Get(edition).Relations.Select(relation => relation.Id).ShouldBe(relations);

    [Fact]
    public void TheSumOfResultsHasEveryResultRow()
    {
        foreach (var edition in (FormEdition[])[Editions.Form2019, Editions.Form2021])
        {
            var sum = edition.Relations.Single(relation => relation.Id == "requests.results_sum");
            string[] ends = ["received", "carried_in", "concluded", "carried_out"];
            sum.Left.ShouldBe(["concluded"]);
            sum.Right.ShouldBe(edition.Table("requests")!.Rows.Select(row => row.Id).Where(row => !ends.Contains(row)));
        }
    }

    private static List<string> CellsOf(FormEdition edition) =>
        [.. edition.Tables.SelectMany(table => table.Cells).Select(cell => cell.ToString())];

    private static IEnumerable<string> Grid(string table, IEnumerable<string> rows, IEnumerable<string> columns) =>
        from row in rows from column in columns select $"{table}.{row}.{column}";

    private static IEnumerable<string> Rows(string table, IEnumerable<string> rows) =>
        from row in rows let names = row.Split(' ') from column in names.Skip(1) select $"{table}.{names[0]}.{column}";

    private static void BothLanguages(string place, string chinese, string english)
    {
        chinese.ShouldMatch(@"\p{IsCJKUnifiedIdeographs}", $"{place} has no Chinese label");
        english.ShouldMatch("[A-Za-z]", $"{place} has no English label");
    }
}
