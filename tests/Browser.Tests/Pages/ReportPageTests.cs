using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>What a reader finds out on the page of a report.</summary>
public sealed class ReportPageTests(Browser browser, ExampleSite example)
{
    private const string Report = "agencies/shili-weijian/2023.html";

    public static TheoryData<bool> Places => [false, true];

    private string Address(bool isDisk) => (isDisk ? example.FileAddress : example.Address) + Report;

    [Theory, MemberData(nameof(Places))]
    public async Task A_figure_tells_where_it_comes_from(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk));
        await page.ClickAsync("[id='requests.received.total']");
        var panel = page.Locator("#trace");
        await Assertions.Expect(panel).ToContainTextAsync("总计");
        await Assertions.Expect(panel).ToContainTextAsync("第2个表第4行第8格");
        await Assertions.Expect(panel).ToContainTextAsync("成立");
        await Assertions.Expect(panel.Locator("a").First).ToHaveAttributeAsync("href", "#requests.received.total");

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(panel).ToBeHiddenAsync();
        await page.FocusAsync("[id='requests.received.natural_person']");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel).ToContainTextAsync("商业企业");
        await Assertions.Expect(panel.Locator("a").First).ToHaveAttributeAsync("href", "#requests.carried_in.business");
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_check_lights_up_its_cells()
    {
        var (page, _) = await browser.Open(Address(false));
        await page.ClickAsync("[id='check.requests.balance'] summary");
        await page.HoverAsync("[id='check.requests.balance'] li[data-at=total]");

        (await page.Locator("td.lit").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.id)")).ShouldBe(
            ["requests.received.total", "requests.carried_in.total", "requests.concluded.total", "requests.carried_out.total"], ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Places))]
    public async Task English_labels_come_and_go_and_leave_the_report_alone(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk));
        var before = await page.Locator("main").InnerTextAsync();
        await page.ClickAsync("[data-tool=english]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("#checks")).ToHaveTextAsync("Checks");
        await Assertions.Expect(page.Locator("nav li a").First).ToHaveTextAsync("Agencies");
        (await page.Locator("main [data-prose]").AllInnerTextsAsync()).ShouldAllBe(text => before.Contains(text, StringComparison.Ordinal));
        // Nothing but the report's own words, names and files is Chinese still.
        var left = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('main :not([data-prose], [translate=no], [translate=no] *, .facts *, .adjoining *, .revisions *)')]
              .flatMap(element => [...element.childNodes]).filter(node => node.nodeType === 3 && /[\u4e00-\u9fff]/.test(node.data)).map(node => node.data.trim())
            """);
        left.ShouldBeEmpty();

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#checks")).ToHaveTextAsync("Checks");
        await page.ClickAsync("[data-tool=english]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        (await page.Locator("main").InnerTextAsync()).ShouldBe(before);
        faults.ShouldBeEmpty();
    }
}
