using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>What a reader does on the page that compares, over http under a sub-path and from a disk.</summary>
public sealed class ComparePageTests(Browser browser, ExampleSite example)
{
    public static TheoryData<bool> Places => [false, true];

    private string Address(bool isDisk) => isDisk ? example.FileAddress : example.Address;

    [Theory, MemberData(nameof(Places))]
    public async Task Keys_choose_agencies_years_and_figures_and_the_address_keeps_them(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk) + "compare.html");
        await page.WaitForSelectorAsync("#offers input");
        await page.FocusAsync("#find");
        await page.Keyboard.TypeAsync("minzhengju");
        await Assertions.Expect(page.Locator("#offers input")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("机关 1 个，年度 6 个，项目 4 个");
        await page.FillAsync("#find", "自然资源");
        await Assertions.Expect(page.Locator("#offers input")).ToHaveCountAsync(1);
        await page.FocusAsync("#offers input");
        await page.Keyboard.PressAsync("Space");
        await page.FocusAsync("#years input[value='2022']");
        await page.Keyboard.PressAsync("Space");
        await page.FocusAsync("#choice input[value=disputes]");
        await page.Keyboard.PressAsync("Space");
        await page.FocusAsync("#choice input[value=received]");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("机关 2 个，年度 1 个，项目 16 个");
        page.Url.ShouldEndWith("?a=shili-minzheng,shili-ziran&y=2022&r=disputes");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("机关 2 个，年度 1 个，项目 16 个");
        (await page.IsCheckedAsync("#choice input[value=disputes]")).ShouldBeTrue();
        await page.FocusAsync("#chosen button");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("机关 1 个，年度 1 个，项目 16 个");
        (await page.EvaluateAsync<string>("() => document.activeElement.value")).ShouldBe("shili-ziran");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync("机关 2 个，年度 1 个，项目 16 个");
        faults.ShouldBeEmpty();
    }

    /// <summary>Every number stands at the end of its link, as the report's own page prints it.</summary>
    [Fact]
    public async Task Every_number_leads_to_itself()
    {
        var (page, faults) = await browser.Open(example.Address + "compare.html?a=shili-zhengfu,shili-minzheng,shili-ziran,shili-shijian&r=received,results,applicants,disputes,proactive");
        await page.WaitForSelectorAsync("#table tbody");
        var links = await page.EvaluateAsync<string[][]>("""
            () => [...document.querySelectorAll('#table td a')].filter(link => /^-?\d/.test(link.textContent))
              .map(link => [link.href.split('#')[0], decodeURIComponent(link.hash.slice(1)), link.textContent, link.closest('tbody').querySelector('.group span').textContent])
            """);
        links.Length.ShouldBeGreaterThan(1000);
        foreach (var report in links.GroupBy(link => link[0]))
        {
            await page.GotoAsync(report.Key);
            var printed = await page.EvaluateAsync<Dictionary<string, string>>("() => Object.fromEntries([...document.querySelectorAll('td[id]')].map(cell => [cell.id, (cell.querySelector('ins') || cell).textContent.trim()]))");
            foreach (var link in report.Where(link => !link[3].StartsWith("行政诉讼（各版都有）", StringComparison.Ordinal)))
                printed.GetValueOrDefault(link[1]).ShouldBe(link[2], $"{report.Key}#{link[1]}");
        }

        faults.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task What_a_form_lacks_and_a_year_without_report_say_so(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk) + "compare.html?a=shili-minzheng,shili-zhengfu&y=2017,2018,2019,2021&r=requests.carried_in.total,requests.other.other.total");
        await page.WaitForSelectorAsync("#table tbody");

        (await page.Locator("#table thead th").AllInnerTextsAsync()).Select(text => text.Replace("\n", " ")).Skip(1).ShouldBe(["2017 2008版", "2018 2008版", "2019 2019版", "2021 2021版"]);
        (await page.Locator("#table tbody").First.Locator("tr:nth-child(2) td").AllInnerTextsAsync()).ShouldBe(["没有收到报告", "本版格式没有此项", "0", "缺这一年报告"]);

        // One row of the form of 2019, one of three in that of 2021: they are not one figure.
        (await page.Locator("#table .group span").AllInnerTextsAsync()).ShouldBe(["二、上年结转政府信息公开申请数量", "（六）其他处理·3.其他", "（六）其他处理"]);
        (await page.Locator("#table tbody:nth-of-type(3) tr:nth-child(3) td").Last.InnerTextAsync()).ShouldBe("本版格式没有此项");
        (await page.Locator("#charts .absent").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#charts .break").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#charts .zero").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#charts .not-in-form").CountAsync()).ShouldBeGreaterThan(0);
        faults.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Examples_and_the_table_can_be_taken_away(bool isDisk)
    {
        var (page, faults) = await browser.Open(Address(isDisk) + "compare.html");
        await page.Locator("#start a").First.ClickAsync();
        await page.WaitForSelectorAsync("#table tbody");
        await Assertions.Expect(page.Locator("#start")).ToBeHiddenAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("#download"));
        download.SuggestedFilename.ShouldBe("比较.csv");
        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("agency_id,agency,year,form,cell,label,value,state,page");
        lines[1].ShouldMatch(@"^shili-\w+,示例县\w+,2022,form-2021,key\.received\.value,新收申请（各版都有）,\d+,reported,agencies/shili-\w+/2022\.html$");
        lines.Length.ShouldBe(1 + (await page.Locator("#table td").CountAsync()));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task At_most_eight_and_none_unknown()
    {
        var (page, _) = await browser.Open(example.Address + "compare.html?a=nobody,shili-ziran&y=1900&r=nothing");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("链接里的机关不在本站：nobody");
        await Assertions.Expect(page.Locator("#said")).ToHaveTextAsync(new Regex("机关 1 个，年度 4 个，项目 4 个"));
    }

    [Fact]
    public async Task Missing_figures_are_told()
    {
        var (page, _) = await browser.Open(example.Address + "compare.html");
        await page.RouteAsync("**/shili-ziran/figures.js", route => route.AbortAsync());
        await page.GotoAsync(example.Address + "compare.html?a=shili-ziran");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("读不到文件 agencies/shili-ziran/figures.js");
    }

    [Fact]
    public async Task In_english_it_speaks_english()
    {
        var (page, faults) = await browser.Open(example.Address + "en/compare.html?a=shili-minzheng&y=2018,2019&r=requests.granted.total");
        await page.WaitForSelectorAsync("#table tbody");
        (await page.Locator("#table .group span").InnerTextAsync()).ShouldBe("Granted in full");
        (await page.Locator("#table td").First.InnerTextAsync()).ShouldBe("Not in this form");
        await page.ClickAsync("#reader a[hreflang]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/archive/compare\.html\?a=shili-minzheng&y=2018,2019&r=requests\.granted\.total$"));
        await Assertions.Expect(page.Locator("#table .group span")).ToHaveTextAsync("（一）予以公开");
        faults.ShouldBeEmpty();
    }
}
