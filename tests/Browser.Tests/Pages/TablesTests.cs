using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>Lists that are sorted and filtered.</summary>
public sealed class TablesTests(Browser browser, ExampleSite example)
{
    /// <summary>A word of Chinese reads badly from top to bottom: at the least two characters stand side by side.</summary>
    [Fact]
    public async Task On_a_phone_no_cell_is_one_character_wide()
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(Sizes.Phone) });
        foreach (var path in PageTypes.Specimens(example.Output))
        {
            await reader.Go(path);
            foreach (var narrow in await reader.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('table:not(.coverage) :is(th, td)')].filter(cell => {
                  const style = getComputedStyle(cell)
                  const width = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
                  return cell.clientWidth > 0 && style.whiteSpace !== 'nowrap' && width < 2 * parseFloat(style.fontSize) && /[\u4E00-\u9FFF]{2}/.test(cell.innerText)
                }).map(cell => `${cell.closest('table').className}: ${cell.innerText}`)
                """))
                reader.Note(narrow);
        }

        reader.MustBeContent();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_column_is_sorted_by_number_and_the_third_press_gives_the_order_back(bool isDisk)
    {
        var (page, faults) = await browser.Open((isDisk ? example.FileAddress : example.Address) + "years/2024.html");
        var before = await Column(page, 3);
        var head = page.Locator("#reports thead th").Nth(2);
        await head.Locator("button").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        (await head.GetAttributeAsync("aria-sort")).ShouldBe("descending");
        var sorted = await Column(page, 3);
        sorted.ShouldBe(before.OrderByDescending(text => int.TryParse(text, out var number) ? number : -1));
        sorted.ShouldNotBe(before);
        await page.Keyboard.PressAsync("Enter");
        (await head.GetAttributeAsync("aria-sort")).ShouldBe("ascending");
        (await Column(page, 3)).ShouldBe(before.OrderBy(text => int.TryParse(text, out var number) ? number : int.MaxValue));
        await page.Keyboard.PressAsync("Enter");
        (await head.GetAttributeAsync("aria-sort")).ShouldBeNull();
        (await Column(page, 3)).ShouldBe(before);
        await Assertions.Expect(page.Locator("#reports tfoot")).ToBeVisibleAsync();
        faults.ShouldBeEmpty();
    }

    /// <summary>Whatever the direction, what has no number stands last, and equals keep their order.</summary>
    [Fact]
    public async Task Cells_without_a_number_stay_last()
    {
        var (page, _) = await browser.Open(example.Address + "years/2022.html");
        await page.EvaluateAsync("""
            () => {
              const body = document.querySelector('#reports tbody')
              body.rows[0].cells[2].textContent = '无数字'
              body.rows[1].cells[2].dataset.value = '1e3'
              body.rows[2].cells[2].textContent = body.rows[3].cells[2].textContent = '0'
            }
            """);
        var head = page.Locator("#reports thead button").Nth(2);
        await head.ClickAsync();
        (await Column(page, 3))[^1].ShouldBe("无数字");
        await head.ClickAsync();
        var ascending = await Column(page, 3);
        ascending[^1].ShouldBe("无数字");
        ascending.Take(2).ShouldBe(["0", "0"]);
        (await page.Locator("#reports tbody tr").Nth(ascending.Count - 2).Locator("td").Nth(1).GetAttributeAsync("data-value")).ShouldBe("1e3");
    }

    [Fact]
    public async Task Typing_filters_and_escape_clears()
    {
        var (page, faults) = await browser.Open(example.Address + "years/2022.html");
        var all = (await Column(page, 1)).Count;
        await page.FocusAsync(".filter input");
        await page.Keyboard.TypeAsync("人民政府");
        (await page.Locator("#reports tbody tr:visible").CountAsync()).ShouldBe(2);
        await Assertions.Expect(page.Locator(".filter-left")).ToHaveTextAsync($"显示 2 行，共 {all} 行；合计仍是全部 {all} 行的");
        await page.Keyboard.TypeAsync(" 城关");
        (await page.Locator("#reports tbody tr:visible").CountAsync()).ShouldBe(1);
        await page.Keyboard.PressAsync("Escape");
        (await page.Locator("#reports tbody tr:visible").CountAsync()).ShouldBe(all);
        await Assertions.Expect(page.Locator(".filter-left")).ToBeEmptyAsync();

        // What scripts say follows the labels into English.
        await page.ClickAsync("[data-tool=english]");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await page.FocusAsync(".filter input");
        await page.Keyboard.TypeAsync("人民政府");
        await Assertions.Expect(page.Locator(".filter-left")).ToHaveTextAsync($"2 of {all} rows shown; the totals are still those of all {all}");
        faults.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> Column(IPage page, int column) =>
        await page.Locator($"#reports tbody tr > :nth-child({column})").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.textContent.trim())");
}
