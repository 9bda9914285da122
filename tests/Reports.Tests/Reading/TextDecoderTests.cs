using System.Text;
using DisclosureArchive.Reports.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class TextDecoderTests
{
    private const string Sentence = "示例县民政局2021年政府信息公开工作年度报告";
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    [Fact]
    public void Valid_utf8_is_utf8() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(Sentence)).ShouldBe((Sentence, "utf-8", false));

    [Fact]
    public void Utf8_byte_order_mark_is_dropped() =>
        TextDecoder.Decode((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)]).ShouldBe((Sentence, "utf-8", false));

    [Fact]
    public void Utf16_little_endian_is_told_by_its_mark() =>
        TextDecoder.Decode((byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sentence)]).ShouldBe((Sentence, "utf-16le", false));

    [Fact]
    public void Utf16_big_endian_is_told_by_its_mark() =>
        TextDecoder.Decode((byte[])[0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Sentence)]).ShouldBe((Sentence, "utf-16be", false));

    [Fact]
    public void What_is_not_utf8_is_gb18030() =>
        TextDecoder.Decode(Gb18030.GetBytes(Sentence)).ShouldBe((Sentence, "gb18030", false));

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("utf-8")]
    public void Whatever_a_gb18030_file_declares_it_is_gb18030(string declared) =>
        TextDecoder.Decode(Gb18030.GetBytes(Sentence + "㐀𠀀"), declared).ShouldBe((Sentence + "㐀𠀀", "gb18030", false));

    [Fact]
    public void Declared_gbk_does_not_override_valid_utf8() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(Sentence), "gbk").ShouldBe((Sentence, "utf-8", false));

    [Fact]
    public void Damaged_utf8_stays_utf8_and_says_so()
    {
        var bytes = Encoding.UTF8.GetBytes(Sentence + Sentence);
        TextDecoder.Decode(bytes.AsMemory(0, bytes.Length - 1)).ShouldBe((Sentence + Sentence[..^1] + "\uFFFD", "utf-8", true));
    }

    [Fact]
    public void Two_encodings_in_one_file_are_told_line_by_line() => TextDecoder.Decode((byte[])[.. Encoding.UTF8.GetBytes(Sentence + "\n" + Sentence + "\n"), .. Gb18030.GetBytes(Sentence)])
        .ShouldBe(($"{Sentence}\n{Sentence}\n{Sentence}", "gb18030", true));

    [Fact]
    public void Damaged_gb18030_says_so()
    {
        var (text, encoding, replaced) = TextDecoder.Decode((byte[])[.. Gb18030.GetBytes(Sentence), 0xFF, .. "ok"u8]);
        encoding.ShouldBe("gb18030");
        replaced.ShouldBeTrue();
        text.ShouldStartWith(Sentence);
        text.ShouldEndWith("ok");
    }

    [Fact]
    public void Line_ends_become_line_feeds_and_nul_is_dropped() =>
        TextDecoder.Decode("a\r\nb\rc\n\0d"u8.ToArray()).Text.ShouldBe("a\nb\nc\nd");

    [Fact]
    public void An_empty_file_is_empty_utf8() =>
        TextDecoder.Decode(ReadOnlyMemory<byte>.Empty).ShouldBe(("", "utf-8", false));
}
