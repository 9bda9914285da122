using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Docx;
using Shouldly;
using Xunit;
using static DisclosureArchive.Reports.Tests.Reading.WordFile;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class DocxReaderTests
{
    private static Document Read(string body, string? styles = null, string? numbering = null)
    {
        var document = new DocxReader(ReadingLimits.Default).Read(Of(body, styles, numbering));
        document.Diagnostics.ShouldBeEmpty();
        return document;
    }

    [Fact]
    public void A_damaged_part_gives_nothing_even_where_its_XML_is_whole()
    {
        // Packed without compression a single bit is a single character: no reader would see that a digit is another.
        var bytes = Zip(System.IO.Compression.CompressionLevel.NoCompression, ("word/document.xml", Document(Tbl(Tr(Tc("总计"), Tc("12345")))))).Content.ToArray();
        new DocxReader(ReadingLimits.Default).Read(new SourceFile("report.docx", bytes)).Blocks.ShouldNotBeEmpty();
        bytes[bytes.AsSpan().IndexOf("12345"u8)] ^= 2;

        var document = new DocxReader(ReadingLimits.Default).Read(new SourceFile("report.docx", bytes));
        document.Blocks.ShouldBeEmpty();
        document.Diagnostics.ShouldHaveSingleItem().Rule.ShouldBe(DiagnosticRules.UnreadableFile);
    }

    [Fact]
    public void Paragraphs_keep_their_number_and_blank_ones_are_left_out()
    {
        var document = Read(P("一") + "<w:p/>" + P("  ") + P("二"));
        document.ShouldRead("一\n二");
        document.Blocks.Select(block => block.Location).ShouldBe([SourceLocation.AtParagraph(1), SourceLocation.AtParagraph(4)]);
    }

    [Theory]
    [InlineData("heading 2")]
    [InlineData("Heading 2")]
    [InlineData("标题 2")]
    public void A_heading_style_is_told_by_its_name(string name) =>
        Read(P("一、总体情况", """<w:pStyle w:val="x"/>"""), Style("x", name)).ShouldRead("## 一、总体情况");

    [Fact]
    public void A_style_is_a_heading_by_its_outline_level() =>
        Read(P("章", """<w:pStyle w:val="x"/>"""), Style("x", "公文章", """<w:outlineLvl w:val="2"/>""")).ShouldRead("### 章");

    [Fact]
    public void A_style_inherits_its_level_from_its_base() =>
        Read(P("章", """<w:pStyle w:val="x"/>"""), Style("b", "heading 1") + Style("x", "公文章", basedOn: "b")).ShouldRead("# 章");

    [Fact]
    public void Styles_based_on_each_other_do_not_hang() =>
        Read(P("章", """<w:pStyle w:val="x"/>"""), Style("x", "甲", basedOn: "y") + Style("y", "乙", basedOn: "x")).ShouldRead("章");

    [Fact]
    public void A_paragraphs_own_outline_level_counts_more_than_its_style()
    {
        Read(P("章", """<w:outlineLvl w:val="0"/>""")).ShouldRead("# 章");
        Read(P("文", """<w:pStyle w:val="x"/><w:outlineLvl w:val="9"/>"""), Style("x", "heading 1")).ShouldRead("文");
    }

    [Fact]
    public void A_table_of_contents_is_left_out() =>
        Read(P("一、总体情况\t1", """<w:pStyle w:val="x"/>""") + P("文"), Style("x", "toc 1")).ShouldRead("文");

    [Fact]
    public void Numbers_are_printed_before_the_text() =>
        Read(P("总体情况", Numbered(1)) + P("主动公开", Numbered(1)), numbering: Numbering(("chineseCounting", "%1、")))
            .ShouldRead("一、总体情况\n二、主动公开");

    [Fact]
    public void A_style_can_number_its_paragraphs() =>
        Read(P("情况", """<w:pStyle w:val="x"/>"""), Style("x", "heading 1", """<w:numPr><w:numId w:val="1"/></w:numPr>"""),
            Numbering(("chineseCounting", "%1、"))).ShouldRead("# 一、情况");

    [Fact]
    public void A_list_level_is_found_by_the_style_that_it_names() =>
        Read(P("情况", """<w:pStyle w:val="x"/>"""), Style("x", "heading 2", """<w:numPr><w:numId w:val="1"/></w:numPr>"""),
            $"""<w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.")}{Level(1, "chineseCounting", "（%2）", """<w:pStyle w:val="x"/>""")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""")
            .ShouldRead("## （一）情况");

    [Fact]
    public void Number_zero_takes_a_styles_number_away() =>
        Read(P("情况", """<w:pStyle w:val="x"/><w:numPr><w:numId w:val="0"/></w:numPr>"""),
            Style("x", "甲", """<w:numPr><w:numId w:val="1"/></w:numPr>"""), Numbering(("decimal", "%1."))).ShouldRead("情况");

    [Fact]
    public void Deeper_levels_start_again_and_print_the_higher_ones() =>
        Read(P("甲", Numbered(1)) + P("乙", Numbered(1, 1)) + P("丙", Numbered(1, 1)) + P("丁", Numbered(1)) + P("戊", Numbered(1, 1)),
            numbering: Numbering(("decimal", "%1."), ("decimal", "%1.%2"))).ShouldRead("1.甲\n1.1 乙\n1.2 丙\n2.丁\n2.1 戊");

    [Fact]
    public void A_level_that_never_restarts_counts_on() =>
        Read(P("甲", Numbered(1, 1)) + P("乙", Numbered(1)) + P("丙", Numbered(1, 1)),
            numbering: $"""<w:abstractNum w:abstractNumId="1">{Level(0, "decimal", "%1.")}{Level(1, "decimal", "(%2)", """<w:lvlRestart w:val="0"/>""")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>""")
            .ShouldRead("(1)甲\n2.乙\n(2)丙");

    [Fact]
    public void Lists_of_one_definition_count_on_unless_one_starts_anew() =>
        Read(P("甲", Numbered(1)) + P("乙", Numbered(2)) + P("丙", Numbered(3)) + P("丁", Numbered(3)),
            numbering: Numbering(("decimal", "%1、"))
                + """<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>""")
            .ShouldRead("1、甲\n2、乙\n1、丙\n2、丁");

    [Fact]
    public void A_number_never_runs_into_the_digits_of_the_text() =>
        Read(P("2021年", Numbered(1)), numbering: Numbering(("decimal", "%1."))).ShouldRead("1. 2021年");

    [Fact]
    public void Bullets_are_not_printed() =>
        Read(P("甲", Numbered(1)), numbering: Numbering(("bullet", "\uF0B7"))).ShouldRead("甲");

    [Fact]
    public void Labels_in_cells_are_numbered() =>
        Read(Tbl(Tr(TcOf(P("予以公开", Numbered(1))), Tc("3")), Tr(TcOf(P("部分公开", Numbered(1))), Tc("4"))),
            numbering: Numbering(("chineseCountingThousand", "（%1）"))).ShouldRead("[（一）予以公开 | 3]\n[（二）部分公开 | 4]");

    [Theory]
    [InlineData("decimal", "12")]
    [InlineData("chineseCounting", "十二")]
    [InlineData("japaneseCounting", "十二")]
    [InlineData("ideographDigital", "一二")]
    [InlineData("decimalEnclosedCircle", "⑫")]
    [InlineData("decimalEnclosedCircleChinese", "⑫")]
    [InlineData("decimalEnclosedParen", "⑿")]
    [InlineData("decimalFullWidth", "１２")]
    [InlineData("ideographZodiac", "亥")]
    [InlineData("chineseLegalSimplified", "壹拾贰")]
    [InlineData("upperLetter", "L")]
    [InlineData("lowerLetter", "l")]
    [InlineData("upperRoman", "XII")]
    [InlineData("lowerRoman", "xii")]
    [InlineData("decimalZero", "12")]
    public void The_twelfth_in_each_number_format(string format, string printed) =>
        Read(P("甲", Numbered(1)), numbering: Numbering((format, "%1、")).Replace("w:start w:val=\"1\"", "w:start w:val=\"12\""))
            .ShouldRead(printed + "、甲");

    [Theory]
    [InlineData(10, "十")]
    [InlineData(20, "二十")]
    [InlineData(105, "一百零五")]
    [InlineData(110, "一百一十")]
    [InlineData(2001, "二千零一")]
    public void Counting_in_Chinese(int number, string printed) =>
        Read(P("甲", Numbered(1)), numbering: Numbering(("chineseCountingThousand", "%1、")).Replace("w:start w:val=\"1\"", $"w:start w:val=\"{number}\""))
            .ShouldRead(printed + "、甲");

    [Fact]
    public void Grid_spans_and_vertical_merges_are_spans() =>
        Read(Tbl(
            Tr(Tc("甲", """<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>"""), Tc("乙")),
            Tr(Tc("", """<w:gridSpan w:val="2"/><w:vMerge/>"""), Tc("丙")),
            Tr(Tc("丁"), Tc("戊"), Tc("己")))).ShouldRead("[2x2:甲 | 乙]\n[丙]\n[丁 | 戊 | 己]");

    [Fact]
    public void A_continuation_that_continues_nothing_is_a_cell() =>
        Read(Tbl(Tr(Tc("甲"), Tc("乙")), Tr(Tc("丙", "<w:vMerge/>"), Tc("丁")))).ShouldRead("[甲 | 乙]\n[丙 | 丁]");

    [Fact]
    public void Old_horizontal_merges_are_spans() =>
        Read(Tbl(
            Tr(Tc("甲", """<w:vMerge w:val="restart"/><w:hMerge w:val="restart"/>"""), Tc("", """<w:vMerge w:val="restart"/><w:hMerge/>"""), Tc("乙")),
            Tr(Tc("", """<w:vMerge/><w:hMerge w:val="restart"/>"""), Tc("", "<w:vMerge/><w:hMerge/>"), Tc("丙")))).ShouldRead("[2x2:甲 | 乙]\n[丙]");

    [Fact]
    public void Columns_left_out_are_empty_cells() =>
        Read(Tbl(
            "<w:tr><w:trPr><w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + Tc("甲") + "</w:tr>",
            Tr(Tc("1"), Tc("2"), Tc("3"), Tc("4")))).ShouldRead("[2x1: | 甲 | ]\n[1 | 2 | 3 | 4]");

    [Fact]
    public void Cells_know_table_row_and_place()
    {
        var document = Read(Tbl(Tr(Tc("甲"), Tc("乙"))) + Tbl(Tr(Tc("丙"), Tc("丁")), Tr(Tc("戊"), Tc("己"))));
        document.Tables().Last().Rows[1].Cells[1].Location.ToString().ShouldBe("T2.R2.C2");
        document.Tables().Count().ShouldBe(2);
    }

    [Fact]
    public void Paragraphs_of_a_cell_are_its_lines() =>
        Read(Tbl(Tr(TcOf(P("结果") + "<w:p/>" + P("维持")), Tc("1")))).ShouldRead("[结果⏎维持 | 1]");

    [Fact]
    public void Content_controls_and_tags_are_looked_through()
    {
        static string Sdt(string content) => $"<w:sdt><w:sdtPr><w:id w:val=\"1\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>";
        Read(Sdt(P("文")) + Tbl(Sdt(Tr(Sdt(Tc("甲")), TcOf("<w:customXml>" + P("乙") + "</w:customXml>"), TcOf("<w:p><w:smartTag>" + R("丙") + "</w:smartTag></w:p>")))))
            .ShouldRead("文\n[甲 | 乙 | 丙]");
    }

    [Fact]
    public void The_prompt_of_an_empty_content_control_is_no_text() =>
        Read(Tbl(Tr(Tc("规章"), "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + Tc("单击此处输入") + "</w:sdtContent></w:sdt>", Tc("2"))))
            .ShouldRead("[规章 |  | 2]");

    [Fact]
    public void Of_alternatives_one_is_taken() =>
        Read($"<w:p><mc:AlternateContent><mc:Choice Requires=\"wps\">{R("甲")}</mc:Choice><mc:Fallback>{R("乙")}</mc:Fallback></mc:AlternateContent></w:p>"
            + $"<w:p><mc:AlternateContent><mc:Fallback>{R("丙")}</mc:Fallback></mc:AlternateContent></w:p>").ShouldRead("甲\n丙");

    [Fact]
    public void Fields_and_links_give_their_result() =>
        Read($"""
            <w:p><w:hyperlink>{R("链接")}</w:hyperlink><w:fldSimple w:instr="PAGE">{R("1")}</w:fldSimple>
            <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SUM(ABOVE)</w:instrText></w:r>{R("指令")}
            <w:r><w:fldChar w:fldCharType="separate"/></w:r>{R("42")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{R("件")}</w:p>
            """).ShouldRead("链接142件");

    [Fact]
    public void Tracked_insertions_stay_and_deletions_go() =>
        Read($"<w:p>{R("1")}<w:ins>{R("2")}</w:ins><w:del><w:r><w:delText>3</w:delText></w:r></w:del><w:moveFrom>{R("4")}</w:moveFrom><w:moveTo>{R("5")}</w:moveTo></w:p>")
            .ShouldRead("125");

    [Fact]
    public void Former_properties_do_not_count() =>
        Read(Tbl(Tr(Tc("甲", """<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>"""), Tc("乙")))
            + P("文", """<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>""")).ShouldRead("[甲 | 乙]\n文");

    [Fact]
    public void Deleted_rows_and_cells_go() =>
        Read(Tbl(
            Tr(Tc("甲", """<w:vMerge w:val="restart"/>"""), Tc("1")),
            $"<w:tr><w:trPr><w:del/></w:trPr>{Tc("", "<w:vMerge/>")}{Tc("2")}</w:tr>",
            Tr(Tc("", "<w:vMerge/>"), Tc("旧", "<w:cellDel/>"), Tc("3")))).ShouldRead("[1x2:甲 | 1]\n[3]");

    [Fact]
    public void A_deleted_row_does_not_count_in_lists() =>
        Read(Tbl(
            Tr(TcOf(P("甲", Numbered(1))), Tc("1")),
            $"<w:tr><w:trPr><w:del/></w:trPr>{TcOf(P("乙", Numbered(1)))}{Tc("2")}</w:tr>",
            Tr(TcOf(P("丙", Numbered(1))), Tc("3"))), numbering: Numbering(("decimal", "%1、"))).ShouldRead("[1、甲 | 1]\n[2、丙 | 3]");

    [Fact]
    public void A_deleted_paragraph_end_joins_two_paragraphs() =>
        Read(P("前半，", "<w:rPr><w:del/></w:rPr>") + P("后半。") + P("末", "<w:rPr><w:del/></w:rPr>")).ShouldRead("前半，后半。\n末");

    [Fact]
    public void A_text_box_follows_its_paragraph_once() =>
        Read($"""
            <w:p>{R("前")}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{P("框")}</w:txbxContent></wps:txbx></mc:Choice>
            <mc:Fallback><v:textbox><w:txbxContent>{P("框")}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>{R("后")}</w:p>
            """).ShouldRead("前后\n框");

    [Fact]
    public void A_text_box_in_a_cell_follows_the_table() =>
        Read(Tbl(Tr(Tc("规章"), TcOf($"<w:p>{R("1")}<w:r><wps:txbx><w:txbxContent>{P("注2")}</w:txbxContent></wps:txbx></w:r></w:p>")))).ShouldRead("[规章 | 1]\n注2");

    [Fact]
    public void Note_marks_are_no_digits() =>
        Read($"""<w:p>{R("12")}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="3"/></w:r><w:r><w:commentReference w:id="4"/></w:r>{R("件")}</w:p>""")
            .ShouldRead("12件");

    [Fact]
    public void Superscripts_are_no_digits() =>
        Read($"<w:p>{R("12")}{R("1", """<w:vertAlign w:val="superscript"/>""")}{R("③", """<w:vertAlign w:val="superscript"/>""")}</w:p>").ShouldRead("12¹³");

    [Fact]
    public void A_style_can_raise_or_hide_a_run() =>
        Read($"<w:p>{R("12")}{R("1", """<w:rStyle w:val="up"/>""")}{R("暗", """<w:rStyle w:val="off"/>""")}</w:p>",
            """<w:style w:styleId="up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:styleId="off"><w:rPr><w:vanish/></w:rPr></w:style>""")
            .ShouldRead("12¹");

    [Fact]
    public void Hidden_text_is_dropped() =>
        Read($"<w:p>{R("明")}{R("暗", "<w:vanish/>")}{R("亮", """<w:vanish w:val="0"/>""")}</w:p>").ShouldRead("明亮");

    [Fact]
    public void A_struck_figure_does_not_run_into_the_new_one() =>
        Read($"""<w:p>{R("12", "<w:strike/>")}{R("7", "<w:dstrike/>")}{R("13", """<w:strike w:val="0"/>""")}</w:p>""").ShouldRead("13");

    [Fact]
    public void Special_characters_are_characters() =>
        Read($"""<w:p><w:r>{T("甲")}<w:tab/>{T("乙")}<w:br/>{T("丙")}<w:noBreakHyphen/>{T("3&#160;件")}<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F081"/><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>""")
            .ShouldRead("甲\t乙⏎丙-3 件☑①");

    [Fact]
    public void Text_of_drawings_does_not_break_a_paragraph() =>
        Read($"<w:p>{R("前")}<w:r><a:p><a:r><a:t>图</a:t></a:r></a:p></w:r>{R("后")}</w:p>").ShouldRead("前后");

    [Fact]
    public void A_nested_table_follows_the_outer_one() =>
        Read(Tbl(Tr(Tc("规章"), TcOf(P("1") + Tbl(Tr(Tc("内"), Tc("2"))))), Tr(Tc("末"), Tc("3")))).ShouldRead("[规章 | 1]\n[末 | 3]\n[内 | 2]");

    [Fact]
    public void A_table_that_lays_out_the_page_gives_its_contents()
    {
        var document = Read(Tbl(Tr(TcOf(P("一、总体情况", """<w:outlineLvl w:val="0"/>""") + P("文") + Tbl(Tr(Tc("规章"), Tc("2"))) + P("末")))));
        document.ShouldRead("# 一、总体情况\n文\n[规章 | 2]\n末");
        document.Tables().Single().Location.Table.ShouldBe(2);
    }

    [Fact]
    public void A_margin_beside_the_laid_out_page_does_not_matter() =>
        Read(Tbl(Tr(Tc("边"), TcOf(P("一") + P("二") + Tbl(Tr(Tc("规章"), Tc("2"))))))).ShouldRead("边\n一\n二\n[规章 | 2]");

    [Fact]
    public void A_table_split_in_two_stays_two() =>
        Read(Tbl(Tr(Tc("甲"), Tc("1"))) + "<w:p/>" + Tbl(Tr(Tc("乙"), Tc("2")))).Tables().Count().ShouldBe(2);

    [Fact]
    public void Thousands_of_nested_tables_are_read() =>
        Print(Read(string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 3000)) + P("底") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 3000)))).ShouldBe("底");

    [Fact]
    public void A_file_cut_in_the_middle_keeps_what_was_whole()
    {
        var document = new DocxReader(ReadingLimits.Default).Read(BrokenAt("第三", P("一") + Tbl(Tr(Tc("甲"), Tc("1")), Tr(Tc("乙"), Tc("第三")))));
        document.ShouldRead("一\n[甲 | 1]");
        document.Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);
    }

    [Fact]
    public void A_laid_out_page_cut_in_the_middle_keeps_what_was_whole() =>
        new DocxReader(ReadingLimits.Default).Read(BrokenAt("末尾", Tbl(Tr(TcOf(P("一") + Tbl(Tr(Tc("甲"), Tc("1"))) + P("末尾")))))).ShouldRead("一\n[甲 | 1]");

    [Fact]
    public void No_zip_is_unreadable() =>
        new DocxReader(ReadingLimits.Default).Read(new SourceFile("a.docx", "PK\u0003\u0004garbage"u8.ToArray())).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);

    [Fact]
    public void A_file_without_its_main_part_is_unreadable() =>
        new DocxReader(ReadingLimits.Default).Read(Zip(("word/styles.xml", "<x/>"))).Diagnostics.Single().Arguments.ShouldBe(["word/document.xml"]);

    [Fact]
    public void The_main_part_may_have_another_name() =>
        new DocxReader(ReadingLimits.Default).Read(Zip(
            ("_rels/.rels", """<Relationships><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>"""),
            ("word/document2.xml", """<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:p><w:r><w:t>文</w:t></w:r></w:p></w:document>""")))
            .ShouldRead("文");

    [Fact]
    public void A_document_type_is_refused() =>
        new DocxReader(ReadingLimits.Default).Read(Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"))).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);

    [Fact]
    public void Broken_styles_do_not_cost_the_text()
    {
        var document = new DocxReader(ReadingLimits.Default).Read(Of(P("文"), styles: "<broken"));
        document.ShouldRead("文");
        document.Diagnostics.Single().Arguments.ShouldBe(["word/styles.xml"]);
    }

    private static string Print(Document document) => Blocks.Print(document);
}
