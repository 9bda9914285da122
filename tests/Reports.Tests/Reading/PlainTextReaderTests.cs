using System.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.PlainText;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class PlainTextReaderTests
{
    /// <summary>No page can hold them; and what stands on both sides of one does not become one number.</summary>
    [Fact]
    public void Control_characters_are_shown_as_replaced() =>
        Read("本机关\u0001共收到\u001b申请\u009f。\n").ShouldBe("本机关\uFFFD共收到\uFFFD申请\uFFFD。");

    [Fact]
    public void Kinds_of_space_are_spaces() => Read("\f三、收到\u000B和处理\u0085情况\n").ShouldBe("三、收到 和处理 情况");

    [Fact]
    public void The_mark_between_two_cells_of_Word_parts_their_numbers()
    {
        var document = new PlainTextReader().Read(File("项目\t自然人\t总计\n一、本年新收政府信息公开申请数量\t1\u00072\t3\n二、上年结转政府信息公开申请数量\t0\t0\n"));

        var cells = document.Tables().SelectMany(table => table.Rows).SelectMany(row => row.Cells).Select(cell => cell.Text).ToList();
        cells.ShouldContain("1\uFFFD2");
        cells.ShouldNotContain("12");
    }

    private static string Read(string text) => new PlainTextReader().Read(File(text)).Blocks.Single() switch
    {
        Paragraph paragraph => paragraph.Text,
        Heading heading => heading.Text,
        var other => throw new InvalidOperationException($"{other}"),
    };

    private static SourceFile File(string text) => new("a.txt", Encoding.UTF8.GetBytes(text));
}
