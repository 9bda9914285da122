using AngleSharp.Dom;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The glossary explains every word of every edition of the form.</summary>
public sealed class GlossaryPageTests
{
    private static readonly SortedDictionary<string, byte[]> Files = new DemoArchive().Render();
    private static readonly IDocument Chinese = Html.Parse(Files["glossary.html"]);
    private static readonly IDocument English = Html.Parse(Files["en/glossary.html"]);

    public static TheoryData<string> EditionIds => [.. Editions.All.Select(edition => edition.Id)];

    [Theory, MemberData(nameof(EditionIds))]
    public void Every_row_and_column_of_an_edition_is_explained_in_both_languages(string edition)
    {
        foreach (var table in Editions.Get(edition).Tables)
            foreach (var label in table.Groups.Concat(table.Rows).Concat(table.ColumnGroups).Concat(table.Columns))
            {
                var term = Routes.Term(table, label);
                foreach (var (page, words) in new[] { (Chinese, Words.Chinese), (English, Words.English) })
                {
                    var entry = page.GetElementById(term).ShouldNotBeNull(term);
                    entry.QuerySelectorAll("dd")[0].TextContent.ShouldBe(words[$"glossary.{term}"]);
                }
            }
    }

    [Fact]
    public void A_concept_has_one_entry_that_tells_its_basis_unit_editions_and_cells()
    {
        Entry(Chinese, "requests.refused.security_stability").ShouldBe(
            [
                "公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息，不予公开。“三安全一稳定”是这四项的简称。",
                "其他格式中相近的：其中：涉及国家秘密危及国家安全、公共安全、经济安全和社会稳定",
                "《条例》第十四条单位：件见于2019版、2021版requests.refused.security_stability.*",
            ]);
        Entry(English, "requests.unavailable.not_held")[^1].ShouldStartWith("Regulations, Article 36 (4), (5)");
        Entry(English, "requests.not_processed.publication")[^1].ShouldStartWith("Regulations, Article 39, paragraph 2");
        Entry(Chinese, "statistics_2008.answers.granted")[^1].ShouldBe("2008年《条例》第二十一条第（一）项单位：件见于2008版statistics_2008.依申请公开情况/申请答复数/同意公开答复数.value");
    }

    [Fact]
    public void Nothing_is_explained_that_the_page_does_not_show()
    {
        foreach (var (page, words) in new[] { (Chinese, Words.Chinese), (English, Words.English) })
        {
            var text = page.Body!.Words();
            words.All.Where(word => word.Key.StartsWith("glossary.", StringComparison.Ordinal) && !word.Value.Contains('{') && word.Key is not ("glossary.description" or "glossary.contents"))
                .Where(word => !text.Contains(word.Value.Trim(), StringComparison.Ordinal)).Select(word => word.Key).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_word_has_its_form_in_the_other_language() =>
        Chinese.GetElementById("requests.natural_person")!.QuerySelector("dt small")!.OuterHtml.ShouldBe("<small lang=\"en\">Natural persons</small>");

    /// <summary>What only an older form has stands where it stood there.</summary>
    [Fact]
    public void Rows_stand_in_the_order_of_the_form()
    {
        var rows = Chinese.GetElementById("proactive")!.ParentElement!.Children.SkipWhile(part => part.LocalName != "dl").TakeWhile(part => part.LocalName == "dl")
            .SelectMany(list => list.Children).Select(row => row.Id!["proactive.".Length..]);

        rows.ShouldBe(["article_20_1", "rules", "normative_documents", "article_20_5", "licensing", "other_services", "article_20_6", "penalty", "coercion", "article_20_8", "fees", "article_20_9", "procurement"]);
    }

    [Fact]
    public void Similar_words_lead_to_each_other()
    {
        foreach (var (term, others) in Crosswalk.Similar)
            foreach (var other in others)
            {
                Chinese.GetElementById(term)!.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldContain(Routes.Anchor(other));
                Crosswalk.Similar[other].ShouldContain(term);
            }
    }

    private static List<string> Entry(IDocument page, string term) => [.. page.GetElementById(term)!.QuerySelectorAll("dd").Select(fact => fact.Words())];
}
