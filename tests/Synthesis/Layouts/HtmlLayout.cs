using System.Globalization;
using System.Net;
using System.Text;

namespace DisclosureArchive.Synthesis;

/// <summary>A whole page of a government website, with the report somewhere in it.</summary>
/// <param name="IsGbk">Whether the page is in GBK, declared as gb2312 as most such pages are.</param>
/// <param name="IsSplit">Whether the requests table is in two, as by a page break.</param>
public sealed record HtmlLayout(bool IsGbk, bool IsSplit)
    : Layout("html" + (IsGbk ? "-gbk" : "") + (IsSplit ? "-split" : ""), ".html")
{
    public override byte[] Write(PrintedReport report, SplitMix random)
    {
        var encoding = IsGbk ? CodePagesEncodingProvider.Instance.GetEncoding("GBK")! : Encoding.UTF8;
        return encoding.GetBytes(WriteText(report, random));
    }

    /// <summary>The spans of a cell as attributes, with a leading space.</summary>
    internal static string Spans(PrintedCell cell) =>
        (cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan}\"" : "") + (cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan}\"" : "");

    private string WriteText(PrintedReport report, SplitMix random)
    {
        var title = Escape(string.Concat(report.Title));
        var published = report.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var article = new StringBuilder();
        foreach (var block in report.Blocks)
            WriteBlock(article, block, random);
        if (report.Signature.Length > 0)
            article.Append($"<p style=\"text-align: right;\">{Escape(report.Signature)}</p>\n");
        article.Append($"<p style=\"text-align: right;\">{report.Date}</p>\n");
        return $$"""
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="{{(IsGbk ? "gb2312" : "utf-8")}}">
            <title>{{(title.Length > 0 ? title : "信息公开")}}-示例门户网站</title>
            <meta name="SiteName" content="示例门户网站">
            <meta name="ArticleTitle" content="{{title}}">
            <meta name="PubDate" content="{{published}} {{random.Between(8, 17):00}}:{{random.Below(60):00}}">
            <meta name="ContentSource" content="{{Escape(report.Signature)}}">
            <meta name="ColumnName" content="政府信息公开年报">
            <script src="/js/jquery.js"></script>
            <script>var hits = 0; document.title += ''; /* <table><tr><td>0</td></tr></table> */</script>
            <style>.content p { text-indent: 2em; } td { padding: 5px; }</style>
            </head>
            <body>
            <div class="header"><a href="/">首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/hdjl/">互动交流</a> | <a href="/bsfw/">办事服务</a></div>
            <div class="position">当前位置：<a href="/">首页</a>&gt;<a href="/zwgk/">政务公开</a>&gt;<a href="/zwgk/nb/">政府信息公开年报</a></div>
            <ul class="side"><li><a href="/zwgk/zn/">政府信息公开指南</a></li><li><a href="/zwgk/ml/">法定主动公开内容</a></li><li><a href="/zwgk/ysq/">依申请公开</a></li></ul>
            <div class="main">
            <h1 class="title">{{title}}</h1>
            <div class="info">发布时间：{{published}}&nbsp;&nbsp;来源：{{Escape(report.Signature)}}&nbsp;&nbsp;浏览次数：<span id="hits">{{random.Between(20, 900)}}</span>&nbsp;&nbsp;字体：[<a href="javascript:big()">大</a> <a href="javascript:small()">小</a>]</div>
            <div class="content" id="zoom">
            {{article}}</div>
            <div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>
            <div class="prevnext">上一篇：<a href="../a.html">政府信息公开指南</a> 下一篇：没有了</div>
            </div>
            <div class="footer">主办：示例门户网站 备案号：示ICP备00000000号 网站标识码：0000000000<br>联系电话：0000-0000000</div>
            <script>function big() {} function small() {}</script>
            </body>
            </html>

            """;
    }

    private void WriteBlock(StringBuilder text, PrintedBlock block, SplitMix random)
    {
        switch (block)
        {
            case PrintedBlock.Heading heading:
                text.Append("<p><strong><span style=\"font-family: 黑体;\">").Append(Escape(heading.Text)).Append("</span></strong></p>\n");
                break;
            case PrintedBlock.Paragraph paragraph:
                WriteParagraph(text, paragraph.Text, random);
                break;
            case PrintedBlock.Grid { Table: { Rows.Length: > 20, HeaderRows: > 1 } table } when IsSplit:
                var (above, below) = table.SplitAt(random.Between(table.HeaderRows + 4, table.Rows.Length - 4));
                WriteTable(text, above, random);
                text.Append("<p>&nbsp;</p>\n");
                WriteTable(text, below, random);
                break;
            case PrintedBlock.Grid grid:
                WriteTable(text, grid.Table, random);
                break;
        }
    }

    /// <summary>Text is often cut into runs in the midst of a sentence.</summary>
    private static void WriteParagraph(StringBuilder text, string paragraph, SplitMix random)
    {
        var cut = random.OneIn(3) ? random.Between(1, paragraph.Length - 1) : paragraph.Length;
        text.Append("<p>&nbsp;&nbsp;&nbsp;&nbsp;<span style=\"font-size: 16px;\">").Append(Escape(paragraph[..cut])).Append("</span>");
        if (cut < paragraph.Length)
            text.Append("<font face=\"仿宋\">").Append(Escape(paragraph[cut..])).Append("</font>");
        text.Append("</p>\n");
    }

    private static void WriteTable(StringBuilder text, PrintedTable table, SplitMix random)
    {
        text.Append("<table border=\"1\" cellspacing=\"0\" style=\"border-collapse: collapse;\">\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            text.Append("<tr>\n");
            foreach (var cell in row)
            {
                var inner = cell.Text.Length == 0 ? "&nbsp;" : string.Join("<br>", cell.Text.Split('\n').Select(Escape));
                text.Append("<td").Append(Spans(cell)).Append('>').Append(random.Below(4) switch
                {
                    0 => inner,
                    1 => $"<p>{inner}</p>",
                    2 => $"<p align=\"center\"><span style=\"font-size: 14px;\">{inner}</span></p>",
                    _ => $"<p><font face=\"宋体\"><span>{inner}</span>&nbsp;</font></p>",
                }).Append("</td>\n");
            }

            text.Append("</tr>\n");
        }

        text.Append("</tbody>\n</table>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text).Replace("　", "&#12288;", StringComparison.Ordinal);
}
