using System.Globalization;
using DisclosureArchive.Generator.Data.Tables;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data.Tables;

/// <summary>What a spreadsheet can't take as it is.</summary>
public sealed class WorkbookTests
{
    private static readonly DataTable Table = DataTables.OwnTables;

    [Fact]
    public void A_table_longer_than_a_sheet_goes_on_in_the_next()
    {
        var workbook = Made(7, rows =>
        {
            for (var number = 1; number <= 13; number++)
                Row(rows, $"第{number}行", number);
        });
        var sheets = SheetTable.Read(workbook);

        SheetTable.Errors(workbook).ShouldBeEmpty();
        sheets.Select(sheet => (sheet.Name, sheet.Rows.Count)).ShouldBe([(Table.Label, 7), (Table.Label + "（2）", 7), (Table.Label + "（3）", 2)]);
        sheets.ShouldAllBe(sheet => sheet.IsFrozen && sheet.Rows[0].Select(cell => cell.Text).SequenceEqual(Table.Columns.Select(column => column.Label)));
        sheets.SelectMany(sheet => sheet.Rows.Skip(1)).Select(row => row[Place("row")].Text).ShouldBe(Enumerable.Range(1, 13).Select(number => $"第{number}行"));
        sheets.SelectMany(sheet => sheet.Rows.Skip(1)).ShouldAllBe(row => row.Length == Table.Columns.Length && row[0].Text == "甲.docx" && row[3].Number == 2024);
    }

    [Fact]
    public void A_table_that_fills_a_sheet_needs_no_other() =>
        SheetTable.Read(Made(3, rows =>
        {
            Row(rows, "甲", 1);
            Row(rows, "乙", 2);
        })).Single().Rows.Count.ShouldBe(3);

    [Fact]
    public void A_table_without_rows_has_its_header()
    {
        var workbook = Made(Workbook.MostRows, _ => { });

        SheetTable.Errors(workbook).ShouldBeEmpty();
        SheetTable.Read(workbook).Single().Rows.Single().Length.ShouldBe(Table.Columns.Length);
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-12", true)]
    [InlineData("216.50", true)]
    [InlineData("999999999999999", true)]
    [InlineData("-99999999999999.9", true)]
    [InlineData("0.000000000000001", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("99999999999999.99", false)]
    [InlineData("0.1234567890123456", false)]
    [InlineData("-79228162514264337593543950335", false)]
    [InlineData("0.0000000000000000000000000001", false)]
    public void A_number_that_a_spreadsheet_would_round_is_a_text(string number, bool isNumber)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);
        var cell = Only(Made(Workbook.MostRows, rows => Row(rows, "行", value)), "value");

        cell.IsNumber.ShouldBe(isNumber);
        cell.Number.ShouldBe(value);
        if (!isNumber)
            cell.Text.ShouldBe(number);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.org/\",\"点\")")]
    [InlineData("@SUM(1)")]
    [InlineData("<c t=\"n\"><v>1</v></c>&lt;]]>")]
    [InlineData("'甲'  \"乙\" ")]
    [InlineData("一\n二\t三")]
    [InlineData("𠮷 😀")]
    [InlineData("_x0041_")]
    [InlineData("_x000A_ _x005F_x0041_ _x00e9_")]
    [InlineData("_x004_ _X0041_ _x0041 x0041_")]
    [InlineData("12")]
    public void Text_is_text_and_nothing_else(string text)
    {
        var workbook = Made(Workbook.MostRows, rows => Row(rows, text, 1));
        var cell = Only(workbook, "row");

        SheetTable.Errors(workbook).ShouldBeEmpty();
        cell.IsNumber.ShouldBeFalse();
        AsSpreadsheetsShow(cell.Text).ShouldBe(text);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0x1B, 0x0B)]
    [InlineData(0xFFFE, 0xFFFF)]
    [InlineData(0xD800, 0xDC00)]
    [InlineData(0xDBFF, 0xD800)]
    public void What_XML_cannot_hold_is_replaced(int first, int second)
    {
        var text = $"甲{(char)first}乙{(char)second}";
        var workbook = Made(Workbook.MostRows, rows => Row(rows, text, 1));

        SheetTable.Errors(workbook).ShouldBeEmpty();
        Only(workbook, "row").Text.ShouldBe("甲\uFFFD乙\uFFFD");
    }

    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    [InlineData(300_000, true)]
    public void Text_longer_than_a_cell_takes_is_cut_and_says_so(int length, bool isCut)
    {
        // A pair of surrogates stands at the cut.
        var text = "&" + string.Concat(Enumerable.Repeat("𠮷", length / 2))[..(length - 1)];
        if (char.IsHighSurrogate(text[^1]))
            text = text[..^1] + "长";
        var cell = AsSpreadsheetsShow(Only(Made(Workbook.MostRows, rows => Row(rows, text, 1)), "row").Text);

        cell.Length.ShouldBeInRange(Math.Min(length, 32_766), 32_767);
        if (isCut)
            (cell[^1], text.StartsWith(cell[..^1], StringComparison.Ordinal), char.IsHighSurrogate(cell[^2])).ShouldBe(('…', true, false));
        else
            cell.ShouldBe(text);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() =>
        Made(2, rows => Row(rows, "甲", 1)).ShouldBe(Made(2, rows => Row(rows, "甲", 1)));

    /// <summary>As ECMA-376 22.9.2.19 has it: <c>_xHHHH_</c> stands for a character.</summary>
    private static string AsSpreadsheetsShow(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "_x([0-9A-Fa-f]{4})_", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    private static int Place(string column) => Table.Columns.ToList().FindIndex(known => known.Name == column);

    private static SheetCell Only(byte[] workbook, string column) => SheetTable.Read(workbook).Single().Rows[1][Place(column)];

    private static byte[] Made(int mostRows, Action<SheetRows> write)
    {
        using var stream = new MemoryStream();
        using (var workbook = new Workbook(stream, mostRows))
            workbook.AddTable(Table, write);
        return stream.ToArray();
    }

    private static void Row(SheetRows rows, string row, decimal value)
    {
        rows.Of(new ReportHead("甲.docx", "jia", "甲局", 2024));
        rows.Flag(true);
        rows.Id("own.1");
        rows.Text("表");
        rows.Text(row);
        rows.Text("列");
        rows.Number(value);
        rows.Word("reported");
        rows.Text("");
        rows.Place("L1"u8);
        rows.EndRow();
    }
}
