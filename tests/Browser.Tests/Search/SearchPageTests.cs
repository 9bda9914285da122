using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Search;

/// <summary>What a reader does on the search page, over http and from a disk.</summary>
public sealed class SearchPageTests(Browser browser, ExampleSite example)
{
    public static TheoryData<bool> Places => [false, true];

    private string Address(bool isDisk) => isDisk ? example.FileAddress : example.Address;

    [Theory, MemberData(nameof(Places))]
    public async Task Typing_answers_and_back_returns(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk) + "search.html?q=养老服务");
        await Count(page, "2 篇");
        await page.FillAsync("#query input", "民政局");
        await page.WaitForSelectorAsync("#suggestions a");
        await Count(page, "6 篇");
        Uri.UnescapeDataString(page.Url).ShouldContain("q=民政局");
        await page.GoBackAsync();
        await Count(page, "2 篇");
        (await page.InputValueAsync("#query input")).ShouldBe("养老服务");
        (await page.Locator("#hits mark").First.TextContentAsync()).ShouldBe("养老服务");
        faults.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Filters_narrow_and_stand_in_the_address(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk) + "search.html?q=公开");
        await page.WaitForSelectorAsync("#hits li");
        await page.SelectOptionAsync("#facets select[name=from]", "2022");
        await page.SelectOptionAsync("#facets select[name=agency]", "shili-zhengfu");
        await Count(page, "3 篇");
        page.Url.ShouldContain("agency=shili-zhengfu");
        (await page.Locator("#facets select[name=agency] option:checked").TextContentAsync()).ShouldBe("示例县人民政府（3）");
        await page.SelectOptionAsync("#order select", "oldest");
        (await page.Locator("#hits h2").First.TextContentAsync())!.ShouldContain("2022");
        await page.ReloadAsync();
        await Count(page, "3 篇");
        faults.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Keys_lead_from_any_page_to_the_report(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk) + "agencies/shili-minzheng/2019.html");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("养老服务");
        await page.Keyboard.PressAsync("Enter");
        await Count(page, "2 篇");
        await page.FocusAsync("#query input");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/agencies/shili-minzheng/2019\.html#section\."));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_found_offers_to_drop_a_word()
    {
        var (page, _) = await browser.Open(example.Address + "search.html?q=火星移民 民政局");
        await page.GetByText("去掉“火星移民”").ClickAsync();
        await Count(page, "6 篇");
    }

    [Fact]
    public async Task A_missing_index_is_told()
    {
        var (page, _) = await browser.Open(example.Address + "index.html");
        await page.RouteAsync("**/search/meta.js", route => route.AbortAsync());
        await page.GotoAsync(example.Address + "search.html?q=公开");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("读不到索引文件");
    }

    private static Task Count(IPage page, string text) => Assertions.Expect(page.Locator("#count")).ToHaveTextAsync(text);
}
