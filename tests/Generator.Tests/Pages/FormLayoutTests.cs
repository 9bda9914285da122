using System.Collections.Immutable;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The statutory tables stand in the layout of the official form.</summary>
public sealed class FormLayoutTests
{
    public static TheoryData<string, string> AllTables
    {
        get
        {
            var tables = new TheoryData<string, string>();
            foreach (var edition in Editions.All)
                foreach (var table in edition.Tables)
                    tables.Add(edition.Id, table.Id);
            return tables;
        }
    }

    [Theory, MemberData(nameof(AllTables))]
    public void Every_cell_of_the_form_stands_in_it_once(string edition, string table)
    {
        var ids = Rows(Table(edition, table)).SelectMany(row => row).Select(cell => cell.Id).OfType<string>().ToList();

        ids.Intersect(Editions.Get(edition).Table(table)!.Cells.Select(cell => cell.ToString()))
            .Count().ShouldBe(Editions.Get(edition).Table(table)!.Cells.Count());
        ids.ShouldBeUnique();
    }

    /// <summary>Spans leave no hole and overlap nowhere.</summary>
    [Theory, MemberData(nameof(AllTables))]
    public void Spans_fill_the_table_exactly(string edition, string table)
    {
        var rows = Rows(Table(edition, table)).ToList();
        var width = rows[0].Sum(cell => cell.ColumnSpan);
        var taken = new int[width];
        foreach (var row in rows)
        {
            var at = 0;
            foreach (var cell in row)
            {
                while (at < width && taken[at] > 0)
                    at++;
                for (var i = 0; i < cell.ColumnSpan; i++)
                {
                    taken[at].ShouldBe(0);
                    taken[at++] = cell.RowSpan;
                }
            }

            taken.ShouldAllBe(rowsLeft => rowsLeft > 0);
            for (var i = 0; i < width; i++)
                taken[i]--;
        }

        taken.ShouldAllBe(rowsLeft => rowsLeft == 0);
    }

    [Theory]
    [InlineData("form-2021", "第二十条第（一）项|第二十条第（五）项|第二十条第（六）项|第二十条第（八）项", "3 1 1 1")]
    [InlineData("form-2019", "第二十条第（一）项|第二十条第（五）项|第二十条第（六）项|第二十条第（八）项|第二十条第（九）项", "3 3 3 2 2")]
    public void Section_2_has_a_block_for_each_article(string edition, string articles, string columns)
    {
        var table = Table(edition, "proactive");

        table.Head.ShouldBeEmpty();
        table.Bodies.Select(body => body[0].ShouldHaveSingleItem().Text).ShouldBe(articles.Split('|'));
        table.Bodies.Select(body => body[1].Length - 1).ShouldBe(columns.Split(' ').Select(int.Parse));
        table.Bodies.ShouldAllBe(body => body[1][0].Text == "信息内容");
        Text(table.Bodies[1].Skip(2)).ShouldStartWith("行政许可");
    }

    [Fact]
    public void Section_2_figures_name_their_article_row_and_column()
    {
        var cell = Rows(Table("form-2021", "proactive")).SelectMany(row => row).Single(cell => cell.Id == "proactive.rules.in_force");

        cell.Headers.ShouldBe("proactive.article_20_1 proactive.rules proactive.article_20_1.in_force");
    }

    [Theory]
    [InlineData("form-2021", 25, 22)]
    [InlineData("form-2019", 23, 20)]
    public void Section_3_has_two_levels_of_columns_and_merged_groups(string edition, int rows, int resultRows)
    {
        var table = Table(edition, "requests");

        table.Head.Length.ShouldBe(3);
        Spans(table.Head[0].Skip(1)).ShouldBe("申请人情况 7x1");
        table.Head[0][0].ShouldSatisfyAllConditions(corner => corner.ColumnSpan.ShouldBe(3), corner => corner.RowSpan.ShouldBe(3));
        Spans(table.Head[1]).ShouldBe("自然人 1x2, 法人或其他组织 5x1, 总计 1x2");
        Spans(table.Head[2]).ShouldBe("商业企业 1x1, 科研机构 1x1, 社会公益组织 1x1, 法律服务机构 1x1, 其他 1x1");

        var all = table.Bodies.SelectMany(body => body).ToList();
        all.Count.ShouldBe(rows);
        table.Bodies.Select(body => body.Length).ShouldBe([2, resultRows, 1]);
        Spans(all[0].Where(IsHeader)).ShouldBe("一、本年新收政府信息公开申请数量 3x1");
        Spans(all[2].Where(IsHeader)).ShouldBe($"三、本年度办理结果 1x{resultRows}, （一）予以公开 2x1");
        Spans(all[4].Where(IsHeader)).ShouldBe("（三）不予公开 1x8, 1.属于国家秘密 1x1");
        Spans(all[5].Where(IsHeader)).ShouldBe("2.其他法律行政法规禁止公开 1x1");
        Spans(all[^2].Where(IsHeader)).ShouldBe("（七）总计 2x1");
        Spans(all[^1].Where(IsHeader)).ShouldBe("四、结转下年度继续办理 3x1");
        all.ShouldAllBe(row => row.Count(cell => !IsHeader(cell)) == 7);
    }

    [Fact]
    public void Section_3_of_2019_has_a_single_row_of_other_results() =>
        Spans(Table("form-2019", "requests").Bodies[1][^2].Where(IsHeader)).ShouldBe("（六）其他处理 2x1");

    [Theory, InlineData("form-2019"), InlineData("form-2021")]
    public void Section_4_is_one_row_of_15_figures(string edition)
    {
        var table = Table(edition, "disputes");

        table.Head.Select(row => Spans(row)).Take(2).ShouldBe(["行政复议 5x2, 行政诉讼 10x1", "未经复议直接起诉 5x1, 复议后起诉 5x1"]);
        table.Head[2].Select(cell => cell.Text).ShouldBe(
            Enumerable.Repeat<string[]>(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"], 3).SelectMany(group => group));
        table.Bodies.ShouldHaveSingleItem().ShouldHaveSingleItem().Select(cell => cell.Id).ShouldBe(
            Editions.Get(edition).Table("disputes")!.Cells.Select(cell => cell.ToString()));
    }

    [Fact]
    public void The_sheet_of_2008_has_label_unit_and_number_indented_by_level()
    {
        var table = Table("form-2008", "statistics_2008");
        var form = Editions.Form2008.Tables[0];
        var rows = table.Bodies.ShouldHaveSingleItem();

        table.Head.ShouldHaveSingleItem().Select(cell => cell.Text).ShouldBe(["统计指标", "单位", "统计数"]);
        rows.Length.ShouldBe(form.Rows.Length + form.Groups.Length);
        rows.Take(4).Select(row => $"{row[0].Class} {row[0].Text}").ShouldBe(
        [
            "level-0 一、主动公开情况", "level-1 （一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
            "level-2 其中：主动公开规范性文件数", "level-2 制发规范性文件总数",
        ]);
        rows[4].ShouldHaveSingleItem().Text.ShouldBe("（二）通过不同渠道和方式公开政府信息的情况");
        rows[5][1].Text.ShouldBe("条");
    }

    private static TableBlock Table(string edition, string table)
    {
        var report = DemoReports.Make(Editions.Get(edition), "示例局", 2020).Tables.Single(found => found.Form.Id == table);
        return FormLayout.Of(report.Form).Fill(report, "", FigureCells.Plain);
    }

    private static IEnumerable<ImmutableArray<TableCell>> Rows(TableBlock table) => table.Head.Concat(table.Bodies.SelectMany(body => body));

    private static bool IsHeader(TableCell cell) => cell.Scope is not null;

    private static string Spans(IEnumerable<TableCell> cells) =>
        string.Join(", ", cells.Select(cell => $"{cell.Text} {cell.ColumnSpan}x{cell.RowSpan}"));

    private static string Text(IEnumerable<ImmutableArray<TableCell>> rows) => string.Join(' ', rows.SelectMany(row => row).Select(cell => cell.Text));
}
