using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Xlsx;
using Shouldly;
using Xunit;
using static DisclosureArchive.Reports.Tests.Reading.WorkbookFile;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class XlsxReaderTests
{
    private static readonly DocumentReaders Readers = new(ReadingLimits.Default, new XlsxReader(ReadingLimits.Default));

    private static Document Read(string content, string? strings = null, string? styles = null, string workbook = "") => Readers.Read(Of(content, strings, styles, workbook));

    [Fact]
    public void Lines_above_and_below_a_table_are_paragraphs() => Read(
        Data(["示例县民政局2023年年度报告"], [], ["二、主动公开政府信息情况"], ["项目", "件数", "备注"], ["规章", "1", ""], ["规范性文件", "", "2"], ["注：单位为件"]) + Merges("A1:C1"))
        .ShouldRead("""
            示例县民政局2023年年度报告
            二、主动公开政府信息情况
            [项目 | 件数 | 备注]
            [规章 | 1 | ]
            [规范性文件 |  | 2]
            注：单位为件
            """);

    [Fact]
    public void Merged_cells_are_spans_and_a_heading_parts_tables() => Read(
        Data(["第（一）项", "", ""], ["甲", "乙", "丙"], ["规章", "", ""], ["第（五）项"], ["甲", "乙", ""], ["三、收到和处理政府信息公开申请情况"], ["组", "丁", "1"], ["", "戊", "2"])
        + Merges("A1:C1", "B3:C3", "A4:C4", "B5:C5", "A7:A8"))
        .ShouldRead("""
            [3x1:第（一）项]
            [甲 | 乙 | 丙]
            [规章 | 2x1:]
            [3x1:第（五）项]
            [甲 | 2x1:乙]
            三、收到和处理政府信息公开申请情况
            [1x2:组 | 丁 | 1]
            [戊 | 2]
            """);

    [Fact]
    public void Places_are_those_of_the_sheet()
    {
        var document = Readers.Read(Of([("封面", "", Data(["示例县"])), ("表", "", Data([], [], ["", "甲", "1"]))]));
        document.Blocks.OfType<Table>().Single().Rows.Single().Cells.Select(cell => cell.Location.ToString()).ShouldBe(["T2.R3.C2", "T2.R3.C3"]);
        document.ShouldRead("# 封面\n示例县\n# 表\n[甲 | 1]".Replace("# ", "## "));
    }

    [Fact]
    public void What_is_hidden_is_left_out()
    {
        Readers.Read(Of([("一", "", Data(["甲", "1"])), ("二", "state=\"hidden\"", Data(["乙", "2"])), ("三", "state=\"veryHidden\"", Data(["丙", "3"]))]))
            .ShouldRead("[甲 | 1]");
        Read("""
            <cols><col min="2" max="2" hidden="1"/></cols>
            <sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>9</v></c><c r="C1"><v>1</v></c></row>
            <row r="2" hidden="1"><c r="A2" t="str"><v>乙</v></c><c r="C2"><v>8</v></c></row>
            <row r="3"><c r="A3" t="str"><v>丙</v></c><c r="C3"><v>3</v></c></row></sheetData>
            """).ShouldRead("[甲 | 1]\n[丙 | 3]");
        Read($"<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>{Data(["组", "", "1"], ["", "乙", "2"])}{Merges("A1:B1")}").ShouldRead("[组 | 1]\n[乙 | 2]");
    }

    [Fact]
    public void Strings_keep_raised_marks_and_lose_struck_text_and_phonetic_signs() => Read(
        """<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>3</t></r><r><rPr><strike/></rPr><t>4</t></r></is></c><c t="s"><v>9</v></c></row></sheetData>""",
        """<si><t>甲_x000D_乙</t><rPh sb="0" eb="1"><t>jia</t></rPh></si><si><r><t>12</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>""")
        .ShouldRead("[甲⏎乙 | 12¹ | 3]");

    [Fact]
    public void Formulas_give_what_is_kept_of_them() => Read(
        """<sheetData><row><c t="str"><f>"a"&amp;"b"</f><v>甲</v></c><c><f>SUM(A1:A2)</f><v>3</v></c><c><f>SUM(A1)</f></c><c t="e"><f>#REF!</f><v>#REF!</v></c><c t="b"><v>1</v></c></row></sheetData>""")
        .ShouldRead("[甲 | 3 | =SUM(A1) | #REF! | TRUE]");

    [Fact]
    public void Results_of_formulas_that_are_worked_out_on_opening_are_not_taken() => Read(
        """<sheetData><row><c t="str"><v>甲</v></c><c><f>SUM(A1:A2)</f><v>0</v></c></row></sheetData>""", workbook: "<calcPr fullCalcOnLoad=\"1\"/>")
        .ShouldRead("[甲 | =SUM(A1:A2)]");

    [Fact]
    public void A_sheet_that_claims_all_places_is_read() =>
        Read("<dimension ref=\"A1:XFD1048576\"/>" + """<sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>末</v></c></row></sheetData>""" + Merges("C1:XFD1048576", "A5:A1048576"))
        .ShouldRead("[甲 | 1]\n末");

    [Fact]
    public void Too_many_cells_are_told()
    {
        var row = $"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 1000))}</row>";
        var document = Read($"<sheetData>{string.Concat(Enumerable.Repeat(row, 300))}</sheetData>");
        document.Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.ContentTooLarge);
        document.Blocks.ShouldBeEmpty();
    }

    [Fact]
    public void Wide_and_scattered_cells_are_told()
    {
        var cells = string.Concat(Enumerable.Range(1, 1200).Select(index => $"<row r=\"{index}\"><c r=\"{Name(index, index * 10)}\"><v>1</v></c><c r=\"{Name(index, (index * 10) + 1)}\"><v>1</v></c></row>"));
        Read($"<sheetData>{cells}</sheetData>").Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.ContentTooLarge);
    }

    [Fact]
    public void Declarations_of_entities_are_refused()
    {
        var file = WordFile.Zip(("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><workbook>&e;</workbook>"), ("xl/_rels/workbook.xml.rels", "<Relationships/>"));
        Readers.Read(file with { Path = "a.xlsx" }).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);
    }

    [Fact]
    public void A_broken_part_is_told()
    {
        var broken = Readers.Read(Of([("一", "", Data(["甲", "1"])), ("二", "", "<sheetData><row><c><v>1</v>")]));
        broken.ShouldRead("[甲 | 1]");
        broken.Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);
        Read(Data(["甲", "1"]), strings: "<si><t>").Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);
        Readers.Read(new SourceFile("a.xlsx", "PK\u0003\u0004"u8.ToArray())).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);
    }

    [Theory]
    [InlineData("General", "96171.600000000006", "96171.6")]
    [InlineData("General", "3985758", "3985758")]
    [InlineData("General", "-4", "-4")]
    [InlineData("General", "1.2E-4", "0.00012")]
    [InlineData("General", "123456789012", "123456789012 / -")]
    [InlineData("G/通用格式", "12.50", "12.5")]
    [InlineData("@", "12", "12")]
    [InlineData("0", "12", "12")]
    [InlineData("0", "12.5", "13 / 12.5")]
    [InlineData("0.00", "12.5", "12.50")]
    [InlineData("0.00", "96171.600000000006", "96171.60")]
    [InlineData("0.0", "96.1716", "96.2 / 96.1716")]
    [InlineData("#,##0", "3985758", "3985758")]
    [InlineData("#,##0,", "3985758", "3986 / 3985758")]
    [InlineData("#,##0_);[Red](#,##0)", "-12", "(12)")]
    [InlineData("0_ ;[Red]-0 ", "-12", "-12")]
    [InlineData("000", "7", "007")]
    [InlineData("0\"件\"", "12", "12件")]
    [InlineData("#,##0.00\"万元\"", "12.5", "12.50万元")]
    [InlineData("[$¥-804]#,##0.00", "12.5", "¥12.50")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "1234.5", "1234.50")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-3", "-3.00")]
    [InlineData("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "0", "0")]
    [InlineData("0;-0;;@", "0", "")]
    [InlineData("#", "0", "")]
    [InlineData("0%", "0.125", "13%")]
    [InlineData("0.00E+00", "12300", "12300 / -")]
    [InlineData("# ?/?", "1.5", "1.5 / -")]
    [InlineData("[>=100]0;0.0", "7", "7 / -")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "45316", "2024年1月25日")]
    [InlineData("yyyy/m/d", "45316", "2024-01-25")]
    [InlineData("yyyy", "45316", "2024-01-25")]
    [InlineData("h:mm", "0.5", "0.5 / -")]
    [InlineData("mm:ss", "12", "12 / -")]
    public void Numbers_are_read_as_shown_or_not_at_all(string format, string stored, string text) =>
        Read($"<sheetData><row><c t=\"str\"><v>甲</v></c><c s=\"0\"><v>{stored}</v></c><c t=\"str\"><v>末</v></c></row></sheetData>", styles: Formats(format))
            .ShouldRead($"[甲 | {text} | 末]".Replace("[甲 |  | 末]", "[甲 | 末]", StringComparison.Ordinal));

    [Fact]
    public void Dates_may_count_from_1904() => Read(
        "<sheetData><row><c t=\"str\"><v>甲</v></c><c s=\"0\"><v>43854</v></c></row></sheetData>", styles: Formats("yyyy-mm-dd"), workbook: "<workbookPr date1904=\"1\"/>")
        .ShouldRead("[甲 | 2024-01-25]");

    [Fact]
    public void A_number_that_is_shown_otherwise_is_no_figure()
    {
        foreach (var text in (string[])["13 / 12.5", "3986 / 3985758", "12300 / -", "13%", "2024-01-25", "2024年1月25日", "¥12.50", "(12)", "=SUM(A1)", "#REF!"])
            Recognition.FigureText.Read(text, Forms.FigureKind.Amount).State.ShouldBe(FigureState.Unreadable, text);
    }
}
