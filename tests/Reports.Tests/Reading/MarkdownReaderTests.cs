using System.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Markdown;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class MarkdownReaderTests
{
    private static Document Read(string markdown) => new MarkdownReader().Read(new SourceFile("report.md", Encoding.UTF8.GetBytes(markdown)));

    [Fact]
    public void Headings_keep_their_level_and_line()
    {
        var document = Read("\n# 年度报告\n\n#### 一、总体情况\n文");
        document.ShouldRead("# 年度报告\n#### 一、总体情况\n文");
        document.Blocks.Select(block => block.Location.Line).ShouldBe([2, 4, 5]);
    }

    [Fact]
    public void A_heading_needs_no_blank_before_Chinese() => Read("##二、主动公开").ShouldRead("## 二、主动公开");

    [Fact]
    public void A_long_line_above_a_rule_is_no_heading()
    {
        Read("总体情况\n---").ShouldRead("## 总体情况");
        Read(new string('长', 100) + "\n---").ShouldRead(new string('长', 100));
    }

    [Fact]
    public void Soft_breaks_are_line_breaks() => Read("甲\n乙  \n丙\\\n丁").ShouldRead("甲⏎乙⏎丙⏎丁");

    [Theory]
    [InlineData("**一、情况：**正文", "一、情况：正文")]
    [InlineData("*斜* __粗__ `码`", "斜 粗 码")]
    [InlineData("[链接](http://a.b/c) <http://d.e>", "链接 http://d.e")]
    [InlineData("前![图](a.png)后", "前后")]
    [InlineData(@"3\*4 \# \<b\>", "3*4 # <b>")]
    [InlineData("A&nbsp;B &amp; &lt;", "A B & <")]
    [InlineData("<u>下划</u><br>换行", "下划⏎换行")]
    [InlineData("12<sup>1</sup> 3[^2]", "12¹ 3²")]
    [InlineData("~~5~~6", "6")]
    [InlineData("3~5件", "3~5件")]
    [InlineData("甲<!-- 注 -->乙<script>alert(1)</script>", "甲乙")]
    public void Inlines_are_what_a_reader_sees(string markdown, string seen) => Read(markdown).ShouldRead(seen);

    [Fact]
    public void List_items_bear_their_number_and_no_bullet() =>
        Read("1. 甲\n2. 乙\n\n   续\n\n- 丙\n  - 丁\n").ShouldRead("1. 甲\n2. 乙\n续\n丙\n丁");

    [Fact]
    public void Quotes_are_flattened() => Read("> 甲\n> > 乙").ShouldRead("甲\n乙");

    [Fact]
    public void Indented_lines_are_paragraphs_not_code() => Read("甲\n\n    乙\n\n\t丙").ShouldRead("甲\n乙\n丙");

    [Fact]
    public void A_pipe_table_is_a_ragged_table()
    {
        var document = Read("文\n\n| 信息内容 | 本年<br>制发 |\n| :-- | --: |\n| **规章** | 3 |\n| a\\|b | |\n\n末");
        document.ShouldRead("文\n[信息内容 | 本年⏎制发]\n[规章 | 3]\n[a|b | ]\n末");
        var table = document.Tables().Single();
        table.Shape.ShouldBe(TableShape.Ragged);
        table.Rows[1].Cells[1].Location.ToString().ShouldBe("L5 T1.R2.C2");
    }

    [Theory]
    [InlineData("| 甲 | 1 |\n| 乙 | 2 |")]
    [InlineData("甲 | 1\n--- | ---\n乙 | 2")]
    [InlineData("|甲|1|\n|-|-|\n|乙|2|")]
    [InlineData("  | 甲 | 1 |\n\t| 乙 | 2 |")]
    [InlineData("```\n| 甲 | 1 |\n| 乙 | 2 |\n```")]
    public void Pipe_tables_that_Markdown_does_not_know_are_tables_too(string markdown) => Read(markdown).ShouldRead("[甲 | 1]\n[乙 | 2]");

    [Fact]
    public void Rows_of_a_pipe_table_may_differ_in_length() =>
        Read("|甲|乙|\n|---|---|\n|1|\n|1||3|").ShouldRead("[甲 | 乙]\n[1]\n[1 |  | 3]");

    [Fact]
    public void A_row_of_dashes_below_the_header_is_a_row() =>
        Read("|甲|乙|\n|---|---|\n|-|-|").ShouldRead("[甲 | 乙]\n[- | -]");

    [Fact]
    public void One_pipe_in_a_sentence_is_no_table() => Read("甲|乙").ShouldRead("甲|乙");

    [Fact]
    public void Rows_parted_by_tabs_are_a_table()
    {
        var document = Read("文\n\n信息内容\t本年\t\n规章\t0\t1\n\t其中\t2\n\n行政许可\t3\n---------\t---\n\n### 三");
        document.ShouldRead("文\n[信息内容 | 本年 | ]\n[规章 | 0 | 1]\n[ | 其中 | 2]\n[行政许可 | 3]\n### 三");
        document.Tables().Last().Rows[0].Location.ToString().ShouldBe("L7 T2.R1");
    }

    [Fact]
    public void Drawn_and_spaced_tables_are_tables() =>
        Read("文\n\n┌───┬───┐\n│规章│1│\n├───┼───┤\n│行政许可│**2**│\n└───┴───┘\n\n```\n行政处罚    3    4\n行政强制    5    6\n```\n\n末")
            .ShouldRead("文\n[规章 | 1]\n[行政许可 | 2]\n[行政处罚 | 3 | 4]\n[行政强制 | 5 | 6]\n末");

    [Fact]
    public void A_tab_behind_an_items_number_is_no_cell_end() => Read("1.\t甲\n2.\t乙").ShouldRead("1. 甲\n2. 乙");

    [Fact]
    public void A_raw_table_keeps_its_spans_over_blank_lines()
    {
        var document = Read("文\n\n<table>\n<tr><td rowspan=\"2\">甲</td>\n\n<td>1</td></tr>\n<tr><td>2</td></tr>\n</table>\n\n末");
        document.ShouldRead("文\n[1x2:甲 | 1]\n[2]\n末");
        document.Tables().Single().Rows[0].Cells[1].Location.ToString().ShouldBe("L6 T1.R1.C2");
    }

    [Fact]
    public void Nested_raw_tables_end_where_the_outer_one_ends() =>
        Read("<table><tr><td>甲<td>1\n<table><tr><td>内<td>2</table>\n\n</td></tr></table>\n末").ShouldRead("[甲 | 1]\n[内 | 2]\n末");

    [Fact]
    public void A_raw_table_that_is_never_closed_ends_at_the_next_heading() =>
        Read("<table><tr><td>甲<td>1\n\n## 三\n文").ShouldRead("[甲 | 1]\n## 三\n文");

    [Fact]
    public void Tables_are_numbered_in_their_order() =>
        Read("|甲|1|\n|乙|2|\n\n<table><tr><td>丙<td>3</table>\n\n丁\t4\t5").Tables().Select(table => table.Location.Table).ShouldBe([1, 2, 3]);

    [Fact]
    public void Other_raw_html_gives_its_text() => Read("文\n\n<div align=\"center\"><b>居中</b></div>\n").ShouldRead("文\n居中");

    [Fact]
    public void Front_matter_gives_the_title()
    {
        var document = Read("---\ntitle: \"某局年度报告\"\ndate: 2022-01-25\n---\n文");
        document.ShouldRead("文");
        document.Metadata.Title.ShouldBe("某局年度报告");
        document.Blocks[0].Location.Line.ShouldBe(5);
    }

    [Fact]
    public void A_rule_at_the_beginning_is_no_front_matter() => Read("---\n文字。\n\n---\n末").ShouldRead("文字。\n末");

    [Fact]
    public void Nesting_deeper_than_the_parser_allows_is_read_as_text() =>
        Read(new string('>', 3000) + " 甲\n\n" + new string('[', 3000) + "乙").ShouldRead("甲\n乙");

    [Fact]
    public void An_empty_file_is_an_empty_document() => Read("").Blocks.ShouldBeEmpty();
}
