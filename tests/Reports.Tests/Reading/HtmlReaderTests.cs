using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Html;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class HtmlReaderTests
{
    private const string Report =
        """
        <p>一、总体情况</p><p>2021年，我局主动公开政府信息120条。</p>
        <p>三、收到和处理政府信息公开申请情况</p><table><tr><td>本年新收</td><td>3</td></tr><tr><td>上年结转</td><td>0</td></tr></table>
        <p>六、其他需要报告的事项</p><p>无。</p>
        """;

    private const string ReportRead = "一、总体情况\n2021年，我局主动公开政府信息120条。\n三、收到和处理政府信息公开申请情况\n[本年新收 | 3]\n[上年结转 | 0]\n六、其他需要报告的事项\n无。";

    private static Document Page(string html) => new HtmlReader().Read(new SourceFile("report.html", Encoding.UTF8.GetBytes(html)));

    private static Document Body(string body) => Page($"<html><head><title>t</title></head><body>{body}</body></html>");

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("gb18030")]
    [InlineData("utf-8")]
    public void A_page_in_gbk_is_read_whatever_it_declares(string declared)
    {
        var html = $"<meta http-equiv=\"Content-Type\" content=\"text/html; charset={declared}\"><p>政府信息公开</p>";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(html);
        var document = new HtmlReader().Read(new SourceFile("a.html", bytes));
        document.ShouldRead("政府信息公开");
        document.Metadata.Encoding.ShouldBe("gb18030");
    }

    [Fact]
    public void Bytes_that_can_not_be_decoded_are_told()
    {
        byte[] bytes = [.. CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("<p>政府信息公开工作"), 0xFF, .. "</p>"u8];
        new HtmlReader().Read(new SourceFile("a.html", bytes)).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.ReplacedCharacters);
    }

    [Fact]
    public void The_article_title_counts_more_than_the_pages()
    {
        Page("<meta name='articletitle' content='某局2021年政府信息公开年报'><title>某县政府网</title>").Metadata.Title.ShouldBe("某局2021年政府信息公开年报");
        Page("<title> 某县政府网 </title>").Metadata.Title.ShouldBe("某县政府网");
    }

    [Theory]
    [InlineData("某局政府信息公开年报-某县政府网", "某局政府信息公开年报")]
    [InlineData("某局政府信息公开年报 - 年报 | 某县政府网", "某局政府信息公开年报")]
    [InlineData("年报_某县政府信息公开网", "年报_某县政府信息公开网")]
    public void Names_of_the_site_are_cut_off_a_title(string title, string read) =>
        Page($"<title>{title}</title>").Metadata.Title.ShouldBe(read);

    [Theory]
    [InlineData("PubDate", "2022-01-25")]
    [InlineData("pubdate", "2022-01-25 10:33")]
    [InlineData("publishdate", "2022/1/25")]
    [InlineData("PublishDate", "2022年1月25日")]
    [InlineData("others", "页面生成时间 20220125")]
    public void Dates_of_the_head(string name, string date) =>
        Page($"<meta name='{name}' content='{date}'>").Metadata.Published.ShouldBe(new DateOnly(2022, 1, 25));

    [Theory]
    [InlineData("<span>发布日期：</span><b>2022-01-25</b>")]
    [InlineData("发布时间: 2022年01月25日 浏览次数：8")]
    [InlineData("【日期：2022/1/25】")]
    public void A_date_on_the_page_counts_where_the_head_has_none(string line) =>
        Body($"<div>{line}</div>{Report}").Metadata.Published.ShouldBe(new DateOnly(2022, 1, 25));

    [Fact]
    public void A_date_that_is_none_is_none() =>
        Page("<meta name='PubDate' content='2022-13-45'>").Metadata.Published.ShouldBeNull();

    [Fact]
    public void The_publisher_is_the_source_then_the_site_then_an_agencys_name()
    {
        Page("<meta name='SiteName' content='某县政府网'><meta name='ContentSource' content='某局'>").Metadata.Publisher.ShouldBe("某局");
        Page("<meta name='Author' content='某县民政局'>").Metadata.Publisher.ShouldBe("某县民政局");
        Page("<meta name='Author' content='admin'>").Metadata.Publisher.ShouldBeNull();
    }

    [Fact]
    public void The_report_is_found_among_navigation() => Body($"""
        <div class="top-nav"><ul><li><a>首页</a></li><li><a>主动公开政府信息</a></li><li><a>行政复议</a></li></ul></div>
        <div class="wrap"><div class="left"><a>机构职能</a><a>年度报告</a><a>政策文件</a></div>
          <div class="right"><div>当前位置：<a>首页</a>&gt;<a>年报</a></div><div class="art" id="c1">{Report}</div>
            <div class="share">分享到：微信</div><p>上一篇：<a>2020年年报</a></p><p>下一篇：没有了</p><p>【打印本页】【关闭窗口】</p></div></div>
        <div class="footer">版权所有：某县人民政府</div><script>document.write("<table>")</script>
        """).ShouldRead(ReportRead);

    [Fact]
    public void A_report_in_two_parts_is_read_whole() => Body($"""
        <div class="nav">导航</div><div class="main"><div>{Report}</div><div><p>四、政府信息公开行政复议、行政诉讼情况</p>
        <table><tr><td>结果维持</td><td>1</td></tr></table></div></div>
        """).ShouldRead(ReportRead + "\n四、政府信息公开行政复议、行政诉讼情况\n[结果维持 | 1]");

    [Fact]
    public void The_title_above_the_content_is_kept() =>
        Body($"<div><h1>某局2021年政府信息公开工作年度报告</h1><div>来源</div><div>{Report}{Report}</div></div>")
            .Blocks[0].ShouldBe(new Heading("某局2021年政府信息公开工作年度报告", 1, SourceLocation.AtLine(1)));

    [Fact]
    public void A_title_that_the_content_says_is_not_said_twice() =>
        Body($"<div class='title'>某局政府信息公开年度报告</div><div><p>某局政府信息公开年度报告</p>{Report}</div>")
            .Blocks.OfType<Heading>().ShouldBeEmpty();

    [Fact]
    public void Where_nothing_stands_out_the_body_is_read() =>
        Body("<p>甲</p><p>乙</p><footer>脚</footer>").ShouldRead("甲\n乙");

    [Theory]
    [InlineData("<script>x</script>")]
    [InlineData("<style>x</style>")]
    [InlineData("<noscript>x</noscript>")]
    [InlineData("<template>x</template>")]
    [InlineData("<iframe>x</iframe>")]
    [InlineData("<!-- x -->")]
    [InlineData("<select><option>x</select>")]
    [InlineData("<button>x</button>")]
    [InlineData("<input value=x>")]
    [InlineData("<textarea>x</textarea>")]
    [InlineData("<p style='display: none'>x</p>")]
    [InlineData("<p hidden>x</p>")]
    [InlineData("<del>x</del>")]
    public void What_a_reader_does_not_see_is_not_read(string unseen) => Body($"<p>甲</p>{unseen}<p>乙</p>").ShouldRead("甲\n乙");

    [Fact]
    public void A_form_around_the_page_does_not_hide_it() => Body("<form><p>甲</p></form>").ShouldRead("甲");

    [Fact]
    public void Struck_text_does_not_stand() => Body("<p><s>甲</s>乙<strike>丙</strike></p>").ShouldRead("乙");

    [Fact]
    public void Line_breaks_end_lines_and_two_end_paragraphs() => Body("<div>甲<br>乙<br><br>丙</div>").ShouldRead("甲⏎乙\n丙");

    [Fact]
    public void Divisions_with_text_alone_are_paragraphs() => Body("<div>甲<div>乙</div>丙</div>").ShouldRead("甲\n乙\n丙");

    [Fact]
    public void Blanks_are_as_a_browser_shows_them() =>
        Body("<p>&nbsp;&nbsp;公开  a\n b&nbsp;政\n  府&#8203;信&shy;息\uFEFF </p>").ShouldRead("公开 a b 政府信息");

    [Fact]
    public void Headings_keep_their_level() => Body("<h2>一、总体情况</h2><h5>小节</h5>").ShouldRead("## 一、总体情况\n##### 小节");

    [Fact]
    public void Numbered_items_bear_their_number() =>
        Body("<ol start=3><li>甲<li>乙<li value=9>丙</ol><ul><li>丁</ul>").ShouldRead("3. 甲\n4. 乙\n9. 丙\n丁");

    [Fact]
    public void Cells_of_spans_and_fonts_are_joined() =>
        Body("<table><tr><td><p><span>结</span><font>果</font></p><p><b>维持</b></p></td><td>&nbsp;<span>1</span><span>2</span>&nbsp;</td></tr></table>")
            .ShouldRead("[结果⏎维持 | 12]");

    [Fact]
    public void Superscripts_are_no_digits() =>
        Body("<p>12<sup>1</sup> 3<sup>[2]</sup> 4<span style='vertical-align: super'>③</span></p>").ShouldRead("12¹ 3⁽²⁾ 4³");

    [Fact]
    public void Spans_are_read() =>
        Body("<table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td>1<td>2<td>3</table>").ShouldRead("[2x2:甲 | 乙]\n[丙]\n[1 | 2 | 3]");

    [Fact]
    public void Odd_spans_are_clipped() =>
        Body("<table><tr><td rowspan=0>甲<td colspan=99999>乙<td rowspan=-2 colspan=0>丙<tr><td rowspan=5000>丁</table>")
            .ShouldRead("[1x2:甲 | 200x1:乙 | 丙]\n[丁]");

    [Fact]
    public void A_span_ends_with_its_row_group() =>
        Body("<table><thead><tr><td rowspan=9>甲<td>乙<tbody><tr><td>丙<td>丁</table>").ShouldRead("[甲 | 乙]\n[丙 | 丁]");

    [Fact]
    public void A_caption_stands_before_its_table() =>
        Body("<table><caption>表1</caption><tr><th>甲<td>1</table>").ShouldRead("表1\n[甲 | 1]");

    [Fact]
    public void Hidden_cells_are_no_cells() =>
        Body("<table><tr><td>甲<td style='display:none'>旧<td>1</table>").ShouldRead("[甲 | 1]");

    [Fact]
    public void A_table_that_lays_out_the_page_gives_its_contents() =>
        Body("<table><tr><td>边上的文字<td><p>一</p><p>二</p><table><tr><td>甲<td>1</table></table>").ShouldRead("边上的文字\n一\n二\n[甲 | 1]");

    [Fact]
    public void A_nested_table_follows_the_outer_one() =>
        Body("<table><tr><td>甲<td>1<table><tr><td>内<td>2</table><tr><td>乙<td>3</table>").ShouldRead("[甲 | 1]\n[乙 | 3]\n[内 | 2]");

    [Fact]
    public void A_table_split_in_two_stays_two() =>
        Body("<table><tr><td>甲<td>1</table><table><tr><td>乙<td>2</table>").Tables().Count().ShouldBe(2);

    [Fact]
    public void Everything_knows_its_line()
    {
        var document = Body("\n<p>甲</p>\n<table>\n<tr><td>乙</td>\n<td>\n1</td></tr></table>\n<div>\n丙</div>");
        document.Blocks.Select(block => block.Location.ToString()).ShouldBe(["L2", "L3 T1", "L8"]);
        document.Tables().Single().Rows[0].Cells[1].Location.ToString().ShouldBe("L5 T1.R1.C2");
    }

    [Fact]
    public void Preformatted_lines_keep_their_blanks() =>
        ((Paragraph)Body("<pre>\n甲  文字。\n\n  乙文字。\n</pre>").Blocks.Single()).Text.ShouldBe("甲  文字。\n\n  乙文字。");

    [Fact]
    public void Tables_drawn_in_preformatted_text_are_tables()
    {
        var document = Body("<p>文</p>\n<pre>\n信息内容\t制发\t现行\n规章\t1\t2\n</pre>\n<table><tr><td>甲<td>1</table>");
        document.ShouldRead("文\n[信息内容 | 制发 | 现行]\n[规章 | 1 | 2]\n[甲 | 1]");
        document.Tables().Select(table => table.Location.ToString()).ShouldBe(["L3 T1", "L6 T2"]);
    }

    [Fact]
    public void Lines_with_bars_are_a_table() =>
        Body("<div>信息内容 | 制发 | 现行<br>规章 | 1 | 2</div>").ShouldRead("[信息内容 | 制发 | 现行]\n[规章 | 1 | 2]");

    [Theory]
    [InlineData("<div>", "</div>", 5000)]
    [InlineData("<span>", "</span>", 5000)]
    [InlineData("<ul><li>", "</li></ul>", 2000)]
    [InlineData("<table><tr><td>", "</td></tr></table>", 1000)]
    public void Deep_nesting_is_read(string open, string close, int depth)
    {
        var html = string.Concat(Enumerable.Repeat(open, depth)) + "底" + string.Concat(Enumerable.Repeat(close, depth));
        Document? document = null;
        var smallStack = new Thread(() => document = Body(html), 512 * 1024);
        smallStack.Start();
        smallStack.Join();
        document.ShouldNotBeNull().ShouldRead("底");
    }

    [Fact]
    public void Text_that_looks_like_a_tag_stays_text() => Body("<p>&lt;script&gt;</p>").ShouldRead("<script>");

    [Fact]
    public void An_empty_file_is_an_empty_document() => Page("").Blocks.ShouldBeEmpty();
}
