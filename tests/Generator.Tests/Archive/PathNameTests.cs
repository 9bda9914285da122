using System.Text;
using DisclosureArchive.Generator.Archive;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

public sealed class PathNameTests
{
    [Theory]
    [InlineData("示例县民政局")]
    [InlineData("示例县人民政府（办公室）")]
    [InlineData("𠮷野乡人民政府")]
    [InlineData("A1 office_b-c.d")]
    public void Plain_names_stay_as_they_are(string name) => PathName.OfAgency(name).ShouldBe(name);

    [Theory]
    [InlineData("甲/乙")]
    [InlineData("甲\\乙")]
    [InlineData("a:b*c?d\"e<f>g|h")]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("CON")]
    [InlineData("nul.txt")]
    [InlineData("com1")]
    [InlineData("trailing. ")]
    [InlineData(" leading")]
    [InlineData("")]
    [InlineData("\0\u0001\n")]
    [InlineData("e\u0301")]
    [InlineData("é")]
    [InlineData("\uF900")]
    [InlineData("‮evil")]
    [InlineData("-")]
    public void Other_names_are_made_safe_and_told_apart_by_a_hash(string name)
    {
        var safe = PathName.OfAgency(name);
        safe.ShouldMatch(@"^[\w\-. （）、]+-[0-9a-f]{8}$");
        safe.ShouldNotContain("..");
        safe.ShouldNotStartWith("-");
        safe.ShouldBe(safe.Trim(' ', '.'));
        PathName.OfAgency(name + "x").ShouldNotBe(safe);
        new[] { "CON", "NUL", "COM1" }.ShouldNotContain(safe.Split('.')[0].ToUpperInvariant());
    }

    [Fact]
    public void Long_names_are_cut_and_fit_every_file_system()
    {
        var one = PathName.OfAgency(new string('长', 300) + "甲");
        var other = PathName.OfAgency(new string('长', 300) + "乙");
        one.ShouldNotBe(other);
        Encoding.UTF8.GetByteCount(one).ShouldBeLessThan(230);
        Encoding.UTF8.GetByteCount(PathName.OfSource(new string('长', 300) + ".markdown")).ShouldBeLessThan(255);
    }

    [Theory]
    [InlineData("年报.docx", "年报.docx")]
    [InlineData("年报.PDF", "年报.PDF")]
    [InlineData("年报 2021（终稿）.txt", "年报 2021（终稿）.txt")]
    [InlineData("page.html", "page.html.txt")]
    [InlineData("page.HTM", "page.HTM.txt")]
    [InlineData("image.svg", "image.svg.txt")]
    [InlineData("saved.mht", "saved.mht.txt")]
    [InlineData("feed.xml", "feed.xml.txt")]
    [InlineData("run.js", "run.js.txt")]
    [InlineData("noextension", "noextension.txt")]
    [InlineData("page.html.", "page.html-29c6d4d6.txt")]
    public void A_source_file_keeps_its_name_unless_a_browser_would_run_it(string name, string published) =>
        PathName.OfSource(name).ShouldBe(published);

    [Theory]
    [InlineData("shili-minzheng", true)]
    [InlineData("a1", true)]
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("..", false)]
    [InlineData("民政局", false)]
    [InlineData("unidentified", false)]
    [InlineData("con", false)]
    public void A_register_id_is_a_safe_name(string id, bool safe) => PathName.IsAgencyId(id).ShouldBe(safe);
}
