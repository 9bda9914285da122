using System.Text;
using DisclosureArchive.Generator.Data;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

public sealed class CsvLinesTests
{
    [Fact]
    public void Fields_are_quoted_only_where_they_must_be_and_kept_exact() => Write(lines =>
    {
        lines.Field("plain 文字");
        lines.Field("a,b");
        lines.Field("say \"yes\"");
        lines.Field("two\nlines");
        lines.Field("=1+1");
        lines.Field("");
        lines.Field((string?)null);
        lines.EndLine();
    }).ShouldBe("plain 文字,\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",'=1+1,,\n");

    [Fact]
    public void A_line_may_begin_with_empty_fields() => Write(lines =>
    {
        lines.Field("");
        lines.Field((decimal?)null);
        lines.Ready([]);
        lines.Field("x");
        lines.EndLine();
        lines.Field("y");
        lines.EndLine();
    }).ShouldBe(",,,x\ny\n");

    [Theory]
    [InlineData("216")]
    [InlineData("216.50")]
    [InlineData("-12")]
    [InlineData("0")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335")]
    public void Numbers_are_plain_and_keep_their_scale(string number) => Write(lines =>
    {
        lines.Field(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
        lines.EndLine();
    }).ShouldBe(number + "\n");

    [Fact]
    public void Marked_lines_can_be_taken_apart_whatever_their_fields_hold()
    {
        using var memory = new MemoryStream();
        using (var lines = CsvLines.Marked(memory))
            foreach (var text in (string[])["one\ntwo", "", "ÿ\uD800"])
            {
                lines.Field(text);
                lines.Field(1);
                lines.EndLine();
            }

        var whole = memory.ToArray();
        whole[^1].ShouldBe(CsvLines.Mark);
        var parts = new List<string>();
        for (var rest = whole.AsSpan(); !rest.IsEmpty; rest = rest[(rest.IndexOf(CsvLines.Mark) + 1)..])
            parts.Add(Encoding.UTF8.GetString(rest[..rest.IndexOf(CsvLines.Mark)]));
        parts.ShouldBe(["\"one\ntwo\",1", ",1", "ÿ\uFFFD,1"]);
    }

    [Fact]
    public void Text_longer_than_the_buffer_is_written_whole()
    {
        var text = string.Concat(Enumerable.Repeat("长文字𠮷a", 40_000));
        Write(lines =>
        {
            for (var i = 0; i < 3; i++)
            {
                lines.Field(text);
                lines.Ready(Encoding.UTF8.GetBytes(text));
            }
        }).ShouldBe(string.Join(',', Enumerable.Repeat(text, 6)));
    }

    private static string Write(Action<CsvLines> write)
    {
        using var memory = new MemoryStream();
        using (var lines = new CsvLines(memory))
            write(lines);
        return Encoding.UTF8.GetString(memory.ToArray())[1..];
    }
}
