using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Mhtml;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class MhtmlReaderTests
{
    private static Document Read(string message) => new MhtmlReader().Read(new SourceFile("page.mht", Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n"))));

    [Fact]
    public void The_part_that_is_named_is_the_page() => Read("""
        MIME-Version: 1.0
        Content-Type: multipart/related; boundary=x; start="<page>"

        --x
        Content-Type: text/html

        <p>frame
        --x
        Content-Type: text/html; charset="utf-8"
        Content-ID: <page>
        Content-Transfer-Encoding: quoted-printable

        <p>=E6=96=87=
        =E5=AD=97
        --x--
        """).ShouldRead("文字");

    [Fact]
    public void A_page_may_stand_in_parts_of_parts() => Read("""
        Content-Type: multipart/mixed;
         boundary="a"

        --a
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain

        text
        --b
        content-type: TEXT/HTML
        content-transfer-encoding: BASE64

        PHA+5paH
        5a2X
        --b--
        --a--
        """).ShouldRead("文字");

    [Theory]
    [InlineData("MIME-Version: 1.0\nContent-Type: text/html\n\n<p>one")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>one")]
    public void What_is_cut_off_is_read_as_far_as_it_goes(string message) => Read(message).ShouldRead("one");

    [Fact]
    public void Encodings_that_only_the_part_names_are_used()
    {
        var big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes("<p>政府資訊公開");
        Read($"MIME-Version: 1.0\nContent-Type: text/html; charset=big5\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(big5)}").ShouldRead("政府資訊公開");
        Read($"MIME-Version: 1.0\nContent-Type: text/html; charset=\"unicode\"\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.Unicode.GetBytes("<p>政府"))}").ShouldRead("政府");
    }

    [Theory]
    [InlineData("MIME-Version: 1.0\n\n")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related\n\n--x\nContent-Type: text/html\n\n<p>one")]
    [InlineData("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\n--x--")]
    public void Without_a_page_there_is_a_diagnostic(string message) => Read(message).Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.UnreadableFile);

    [Fact]
    public void Endless_nesting_ends()
    {
        var message = new StringBuilder("Content-Type: multipart/related; boundary=b0\n\n");
        for (var depth = 0; depth < 2_000; depth++)
            message.Append($"--b{depth}\nContent-Type: multipart/related; boundary=b{depth + 1}\n\n");
        Read(message.ToString()).Diagnostics.ShouldNotBeEmpty();
        Read("Content-Type: multipart/related; boundary=x\n\n" + string.Concat(Enumerable.Repeat("--x\nContent-Type: image/png\n\n", 200_000))).Diagnostics.ShouldNotBeEmpty();
    }
}
