using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Docx;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

/// <summary>The official blank form as a Word file, which lies beside the repository.</summary>
public sealed class OfficialFormTests
{
    private static Document Form => new DocxReader(ReadingLimits.Default).Read(
        new SourceFile("form-2021-template.docx", File.ReadAllBytes(Repository.Shared("reports/form-2021-template.docx"))));

    [Fact]
    public void It_has_three_tables_each_of_one_width()
    {
        Form.Tables().Select(table => (table.Rows.Length, Blocks.Widths(table).Distinct().Single())).ShouldBe([(14, 4), (28, 10), (4, 15)]);
        Form.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Merged_labels_cover_their_rows()
    {
        var requests = Form.Tables().ElementAt(1);
        Cell(requests, "三、本年度办理结果").RowSpan.ShouldBe(22);
        Cell(requests, "（三）不予公开").RowSpan.ShouldBe(8);
        Cell(requests, "（七）总计").ColumnSpan.ShouldBe(2);
        requests.Rows[0].Cells[0].ShouldSatisfyAllConditions(cell => cell.ColumnSpan.ShouldBe(3), cell => cell.RowSpan.ShouldBe(3));
    }

    [Fact]
    public void Its_headings_stand_between_the_tables() =>
        Form.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text).ShouldContain("三、收到和处理政府信息公开申请情况");

    private static Cell Cell(Table table, string text) => table.Rows.SelectMany(row => row.Cells).Single(cell => cell.Text == text);
}
