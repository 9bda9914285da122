using DisclosureArchive.Generator.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

public sealed class RoutesTests
{
    [Theory]
    [InlineData("index.html", "years/2021.html", "years/2021.html")]
    [InlineData("years/2021.html", "index.html", "../index.html")]
    [InlineData("agencies/a/2021.html", "agencies/b/index.html", "../b/index.html")]
    [InlineData("agencies/a/2021.html", "agencies/a/2022.html", "2022.html")]
    [InlineData("agencies/a/2021.html", "agencies/a/2021/x.docx", "2021/x.docx")]
    [InlineData("agencies/a/2021.html", "agencies/index.html", "../index.html")]
    [InlineData("index.html", "agencies/某局/2021.html", "agencies/%E6%9F%90%E5%B1%80/2021.html")]
    [InlineData("index.html", "agencies/a b#?%/x.html", "agencies/a%20b%23%3F%25/x.html")]
    [InlineData("index.html", "agencies/a:b/x.html", "agencies/a%3Ab/x.html")]
    public void Links_are_relative_and_encoded(string from, string to, string link) => Routes.Link(from, to).ShouldBe(link);

    [Fact]
    public void An_anchor_is_encoded_but_for_chinese() =>
        Routes.Link("a/b.html", "c.html", "own.1.行政/数 \"<%>#.value").ShouldBe("../c.html#own.1.行政/数%20%22%3C%25%3E%23.value");

    [Theory]
    [InlineData("https://example.org/a?b=c", "https://example.org/a?b=c")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("//example.org", null)]
    [InlineData("CC BY 4.0", null)]
    public void Only_web_addresses_become_links(string text, string? href) => ExternalLinks.Web(text).Href.ShouldBe(href);

    [Theory]
    [InlineData("a@example.org", "mailto:a@example.org")]
    [InlineData("javascript:a@b", null)]
    [InlineData("电话 010-1234", null)]
    public void Mail_addresses_become_links(string text, string? href) => ExternalLinks.Contact(text).Href.ShouldBe(href);
}
