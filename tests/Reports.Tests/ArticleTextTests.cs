using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests;

/// <summary>Articles of the Regulations in English.</summary>
public sealed class ArticleTextTests
{
    [Theory]
    [InlineData("第八条", "Article 8")]
    [InlineData("第十四条", "Article 14")]
    [InlineData("第二十条第（五）项", "Article 20 (5)")]
    [InlineData("第十六条第二款", "Article 16, paragraph 2")]
    [InlineData("第三十六条第（四）、（五）项", "Article 36 (4), (5)")]
    public void An_article_is_named_in_English(string chinese, string english) => ArticleText.English(chinese).ShouldBe(english);

    [Theory]
    [InlineData("三十六条例")]
    [InlineData("办法第三条")]
    [InlineData("第条")]
    public void What_names_no_article_is_refused(string text) => Should.Throw<FormatException>(() => ArticleText.English(text));

    [Fact]
    public void Every_article_of_the_definitions_is_named() =>
        Editions.All.SelectMany(edition => edition.Tables).SelectMany(table => table.Rows).Where(row => row.Article.Length > 0)
            .ShouldAllBe(row => ArticleText.English(row.Article).StartsWith("Article "));
}
