using System.Collections.Immutable;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Pdf;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading.Pdf;

/// <summary>The steps from positioned characters to blocks, each by itself.</summary>
public sealed class PdfPartsTests
{
    private const double Size = 10;

    // Line by line.

    [Fact]
    public void Characters_on_one_height_are_a_line_from_left_to_right() =>
        LinesOf(Word("局", 30, 20), Word("民政", 10, 20.5), Word("二", 10, 40)).ShouldBe(["民政局", "二"]);

    [Fact]
    public void What_is_printed_twice_to_look_bold_is_one() =>
        LinesOf(Word("总体", 10, 20), Word("总体", 10.3, 20)).ShouldBe(["总体"]);

    [Fact]
    public void The_same_digit_side_by_side_is_two() => LinesOf(Word("11", 10, 20)).ShouldBe(["11"]);

    [Fact]
    public void A_gap_between_numbers_parts_them() => LinesOf(Word("12", 10, 20), Word("34", 24, 20)).ShouldBe(["12 34"]);

    [Fact]
    public void A_gap_between_characters_of_justified_text_is_none() => LinesOf(Word("邮", 10, 20), Word("编", 28, 20), Word("：", 46, 20)).ShouldBe(["邮编："]);

    // Grids.

    [Fact]
    public void Lines_that_cross_make_cells() => Cells(Grid([0, 50, 100], [0, 20, 40])).ShouldBe(["0,0", "0,1", "1,0", "1,1"]);

    [Fact]
    public void Cells_that_no_line_parts_are_one()
    {
        // The line between the columns ends below the first row, the one between the rows right of the first column.
        List<PdfRule> rules = [Across(0, 0, 100), Across(20, 50, 100), Across(40, 0, 100), Across(60, 0, 100), Down(0, 0, 60), Down(50, 0, 40), Down(100, 0, 60)];

        Cells(rules).ShouldBe(["0,0 2x1", "0,1", "1,1", "2,0 1x2"]);
    }

    [Fact]
    public void Double_lines_dashes_and_boxes_around_cells_are_lines()
    {
        Cells([.. Grid([0, 50, 100], [0, 20, 40]), .. Grid([1.5, 51.5, 101.5], [1.5, 21.5, 41.5])]).Count().ShouldBe(4);
        Cells([.. Grid([0, 50, 100], [0, 20, 40]).SelectMany(Dash)]).Count().ShouldBe(4);
        Cells([.. Grid([0, 50], [0, 20]), .. Grid([51, 100], [0, 20]), .. Grid([0, 50], [21, 40]), .. Grid([51, 100], [21, 40])]).Count().ShouldBe(4);
    }

    [Fact]
    public void Open_sides_are_closed() => Cells([Across(0, 0, 100), Across(20, 0, 100), Across(40, 0, 100), Down(50, 0, 40)]).Count().ShouldBe(4);

    [Fact]
    public void A_frame_around_a_table_is_none() => Cells([.. Grid([0, 300], [0, 300]), .. Grid([50, 100, 150], [50, 70, 90])]).Count().ShouldBe(4);

    [Fact]
    public void Ten_thousand_lines_of_a_drawing_are_no_table() =>
        RuledGridFinder.Find(PageOf([], [.. Enumerable.Range(0, 10_000).Select(i => Across(i * 5, i, i + 50))])).ShouldBeEmpty();

    // What stands in cells.

    [Fact]
    public void Figures_stand_where_their_middle_is() => RowsOf(Word("12", 20, 14), Word("34", 70, 14)).ShouldBe(["12|34"]);

    [Fact]
    public void A_figure_centred_over_its_borders_is_its_cells() => RowsOf(Word("123456789012", 20, 14, width: 5)).ShouldBe(["|123456789012|"], "cells are 40 wide");

    [Fact]
    public void A_figure_half_in_each_of_two_cells_is_no_ones() =>
        RowsOf(Word("123456", 25, 14)).ShouldHaveSingleItem().Split('|').ShouldAllBe(cell => cell.Length == 0 || cell.Contains('\uFFFD'));

    // Pages.

    [Fact]
    public void A_table_goes_on_over_the_page()
    {
        var blocks = BlocksOf(
            PageOf([.. Word("规章", 2, 14), .. Word("1", 60, 14)], Grid([0, 50, 100], [0, 20]), 1),
            PageOf([.. Word("许可", 2, 14), .. Word("2", 60, 14)], Grid([0, 50, 100], [0, 20]), 2));

        Describe(blocks).ShouldBe(["规章|1", "许可|2"]);
        blocks.OfType<Table>().ShouldHaveSingleItem().Rows[1].Location.Page.ShouldBe(2);
    }

    [Fact]
    public void A_header_again_on_the_next_page_is_no_row()
    {
        var blocks = BlocksOf(
            PageOf([.. Word("名称", 2, 14), .. Word("数量", 60, 14), .. Word("规章", 2, 34), .. Word("1", 60, 34)], Grid([0, 50, 100], [0, 20, 40]), 1),
            PageOf([.. Word("名称", 2, 14), .. Word("数量", 60, 14), .. Word("许可", 2, 34), .. Word("2", 60, 34)], Grid([0, 50, 100], [0, 20, 40]), 2));

        Describe(blocks).ShouldBe(["名称|数量", "规章|1", "许可|2"]);
    }

    [Fact]
    public void A_row_that_the_page_cuts_is_one()
    {
        var blocks = BlocksOf(
            PageOf([.. Word("3.没有现", 2, 14), .. Word("7", 60, 14)], Grid([0, 50, 100], [0, 20]), 1),
            PageOf([.. Word("成信息", 2, 14)], Grid([0, 50, 100], [0, 20]), 2));

        Describe(blocks).ShouldBe(["3.没有现\n成信息|7"]);
    }

    /// <summary>The upper row may be whole and blank, or the figure below may be its own: neither can be told.</summary>
    [Fact]
    public void A_row_that_the_page_may_have_cut_is_not_blank()
    {
        var blocks = BlocksOf(
            PageOf([.. Word("3.没", 2, 14)], Grid([0, 80, 130], [0, 20]), 1),
            PageOf([.. Word("有", 2, 14), .. Word("7", 90, 14)], Grid([0, 80, 130], [0, 20]), 2));

        Describe(blocks).ShouldBe(["3.没|\uFFFD", "有|7"]);
    }

    [Theory]
    [InlineData("- {0} -")]
    [InlineData("{0}")]
    [InlineData("第{0}页 共3页")]
    [InlineData("{0}/3")]
    public void Page_numbers_are_no_text(string footer)
    {
        var pages = Enumerable.Range(1, 3).Select(number => PageOf([.. Word("正文", 10, 400), .. Word(string.Format(null, footer, number), 250, 790)], [], number));

        string.Concat(Describe(BlocksOf([.. pages]))).ShouldBe("正文正文正文");
    }

    [Fact]
    public void A_bare_number_that_does_not_count_the_pages_is_text()
    {
        var pages = new[] { 5, 3, 9 }.Select((number, i) => PageOf([.. Word("正文", 10, 400), .. Word($"{number}", 250, 790)], [], i + 1));

        string.Concat(Describe(BlocksOf([.. pages]))).ShouldContain("9");
    }

    [Fact]
    public void Of_a_running_head_the_first_stays()
    {
        var pages = Enumerable.Range(1, 3).Select(number => PageOf([.. Word("示例网站", 250, 40), .. Word("正文", 10, 400)], [], number));

        string.Concat(Describe(BlocksOf([.. pages]))).ShouldBe("示例网站正文正文正文");
    }

    [Fact]
    public void Full_lines_are_one_paragraph_and_an_indent_begins_the_next()
    {
        var page = PageOf([.. Word("甲乙丙丁戊己庚辛壬癸", 10, 100), .. Word("子丑寅卯。", 10, 120), .. Word("天地", 30, 140)], []);

        Describe(BlocksOf(page)).ShouldBe(["甲乙丙丁戊己庚辛壬癸子丑寅卯。", "天地"]);
    }

    [Fact]
    public void Columns_without_lines_are_named_by_place_not_by_height()
    {
        // 自然人 stands higher than the names beside it, and is the first column all the same.
        List<PdfGlyph> glyphs =
        [
            .. Word("自然人", 90, 100), .. Word("企业", 145, 106), .. Word("总计", 195, 100),
            .. Enumerable.Range(0, 4).SelectMany(row => new[]
            {
                Word("一二三四"[row] + "、行", 10, 130 + (row * 20)), Word("1", 102, 130 + (row * 20)), Word("2", 152, 130 + (row * 20)), Word("3", 202, 130 + (row * 20)),
            }).SelectMany(glyph => glyph),
        ];

        Describe(BlocksOf(PageOf(glyphs, [])))[0].ShouldBe("自然人|企业|总计");
    }

    private static List<PdfGlyph> Word(string text, double left, double baseline, double? width = null)
    {
        var glyphs = new List<PdfGlyph>();
        foreach (var c in text)
        {
            var advance = width ?? (c < 128 ? Size / 2 : Size);
            glyphs.Add(new PdfGlyph(c.ToString(), left, baseline, advance, Size));
            left += advance;
        }

        return glyphs;
    }

    private static PdfRule Across(double y, double from, double to) => new(from, y, to, y);

    private static PdfRule Down(double x, double from, double to) => new(x, from, x, to);

    private static List<PdfRule> Grid(double[] xs, double[] ys) =>
        [.. ys.Select(y => Across(y, xs[0], xs[^1])), .. xs.Select(x => Down(x, ys[0], ys[^1]))];

    private static IEnumerable<PdfRule> Dash(PdfRule rule)
    {
        for (var at = 0.0; at < rule.Length; at += 5)
            yield return rule.IsHorizontal ? Across(rule.Top, rule.Left + at, rule.Left + at + 3) : Down(rule.Left, rule.Top + at, rule.Top + at + 3);
    }

    private static PdfPage PageOf(IEnumerable<PdfGlyph> glyphs, List<PdfRule> rules, int number = 1) => new(number, 595, 842, [.. glyphs], [.. rules], 0);

    private static IEnumerable<string> LinesOf(params List<PdfGlyph>[] words) => PdfLine.Of(words.SelectMany(word => word)).Select(line => line.Text);

    private static IEnumerable<string> Cells(List<PdfRule> rules) => RuledGridFinder.Find(PageOf([], rules)).ShouldHaveSingleItem().Cells
        .Select(cell => $"{cell.Row},{cell.Column}" + (cell.RowSpan * cell.ColumnSpan > 1 ? $" {cell.RowSpan}x{cell.ColumnSpan}" : ""));

    private static string[] RowsOf(params List<PdfGlyph>[] words)
    {
        double[] xs = words.Length > 1 ? [0, 50, 100] : [0, 40, 60, 100];
        return Describe(BlocksOf(PageOf(words.SelectMany(word => word), Grid(xs, [0, 20]))));
    }

    private static ImmutableArray<Block> BlocksOf(params PdfPage[] pages) => PdfBlocks.Of([.. pages]);

    private static string[] Describe(ImmutableArray<Block> blocks) =>
    [
        .. blocks.SelectMany(block => block is Table table
            ? table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text)))
            : [((Paragraph)block).Text]),
    ];
}
