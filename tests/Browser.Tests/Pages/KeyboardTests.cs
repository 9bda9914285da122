using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>All of every page can be reached and used by keys, and where one is can be seen.</summary>
public sealed partial class KeyboardTests(Browser browser, ExampleSite example)
{
    /// <summary>Waits until scripts have done what they do at first.</summary>
    private const string Settle = """
        () => new Promise(done => {
          let quiet = setTimeout(done, 150)
          new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(done, 150) }).observe(document.body, { childList: true, subtree: true, attributes: true })
        })
        """;

    /// <summary>
    /// Numbers what a key has to reach, and tells how many there are. The last is put there for all that comes after the page:
    /// the browser's own buttons lead back to the first stop, and so does a page that lets nobody out.
    /// </summary>
    private const string Number = """
        () => {
          document.body.append(Object.assign(document.createElement('p'), { tabIndex: 0, textContent: 'out' }))
          const reached = 'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]'
          const isOne = each => each.type !== 'radio' || each.checked || !document.querySelector(`input[name="${each.name}"]:checked`)
          const stops = [...document.querySelectorAll(reached)].filter(each => each.tabIndex >= 0 && isOne(each) && each.checkVisibility({ visibilityProperty: true }))
          stops.forEach((each, number) => { each.proofNumber = number })
          document.body.tabIndex = -1
          document.body.focus()
          return stops.length
        }
        """;

    /// <summary>Where the focus is: the number of the stop, and what is wrong with how it looks.</summary>
    private const string Look = """
        const look = at => {
          if (at === document.body || at.proofNumber === undefined) return { stop: -1, name: at.outerHTML.slice(0, 120), fault: '' }
          const isHit = (x, y) => {
            const above = document.elementFromPoint(x, y)
            return above && (at.contains(above) || above.contains(at) && above.matches('label, summary, svg, svg *'))
          }
          const isSeen = [...at.getClientRects()].some(box => [0.02, 0.25, 0.5, 0.75, 0.98].some(part => isHit(box.left + box.width * part, box.top + box.height / 2)))
            || at.getBoundingClientRect().height > innerHeight
          const style = getComputedStyle(at), isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
          return { stop: at.proofNumber, name: at.outerHTML.slice(0, 120), fault: isMarked ? isSeen ? '' : 'has the focus out of sight' : 'does not show that it has the focus' }
        }
        """;

    /// <summary>From now on each key first notes the place that it leads away from: nobody has to ask between two keys.</summary>
    private const string LookAtEachKey = $$"""
        () => {
          {{Look}}
          window.proof = []
          addEventListener('keydown', () => { proof.push(look(document.activeElement)) }, true)
        }
        """;

    /// <summary>Where the last key has led to; what takes the focus back may do so a little later.</summary>
    private const string LookAtTheEnd = $$"""
        () => new Promise(done => {
          {{Look}}
          setTimeout(() => done([...proof, look(document.activeElement)]), 100)
        })
        """;

    private sealed class Place
    {
        public int Stop { get; set; }

        public string Name { get; set; } = "";

        public string Fault { get; set; } = "";
    }

    [Theory, InlineData(Sizes.Phone), InlineData(Sizes.Desktop)]
    public async Task Tab_leads_through_the_whole_page_and_out_of_it(int width)
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(width), ReducedMotion = ReducedMotion.Reduce });
        foreach (var page in PageTypes.One(example.Output))
        {
            await reader.Go(page);
            await reader.Page.EvaluateAsync(Settle);
            foreach (var fault in await WalkThrough(reader.Page))
                reader.Note(fault);
        }

        reader.MustBeContent();
    }

    [Fact]
    public async Task A_page_that_holds_the_focus_or_hides_it_is_told()
    {
        const string holdsKey = "it.onkeydown = event => { if (event.key === 'Tab') event.preventDefault() }";
        await using var reader = await browser.Visit(example);
        foreach (var (script, at, fault) in ((string, int, string)[])
            [
                (holdsKey, 1, "key 3 of 4 leads to stop 2: <a"),
                (holdsKey, 2, "key 4 of 4 leads to stop 3: <a"),
                ("it.onkeydown = event => { event.preventDefault(); links[0].focus() }", 2, "key 4 of 4 leads to stop 1: <a"),
                ("it.onblur = () => it.focus()", 2, "key 4 of 4 leads to stop 3: <a"),
                ("it.onblur = () => setTimeout(() => it.focus(), 50)", 1, " of 4 leads to stop 2: <a"),
                ("it.onblur = () => setTimeout(() => it.focus(), 50)", 2, "key 4 of 4 leads to stop 3: <a"),
                ("it.onfocus = () => it.blur()", 1, "key 2 of 4 leads to no stop: <body"),
                ("it.style = 'position: absolute; left: -999px'", 1, "has the focus out of sight: <a"),
                ("it.style = 'outline: none'", 1, "does not show that it has the focus: <a"),
            ])
        {
            await reader.Page.GotoAsync("about:blank");
            await reader.Page.SetContentAsync($$"""
                <style>:focus { outline: 3px solid }</style><p><a href="#a">a</a> <a href="#b">b</a> <a href="#c">c</a></p>
                <script>{ const links = document.links, it = links[{{at}}]; {{script}} }</script>
                """);
            string.Join('\n', await WalkThrough(reader.Page)).ShouldContain(fault, customMessage: script);
        }
    }

    /// <summary>Presses all keys in one go.</summary>
    /// <returns>What is wrong.</returns>
    private static async Task<List<string>> WalkThrough(IPage page)
    {
        var stops = await page.EvaluateAsync<int>(Number);
        await page.EvaluateAsync(LookAtEachKey);
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        foreach (var keys in Enumerable.Range(0, stops).Chunk(50))
            await Task.WhenAll(keys.SelectMany(_ => (string[])["rawKeyDown", "keyUp"]).Select(type => keyboard.SendAsync(
                "Input.dispatchKeyEvent", new() { ["type"] = type, ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 })));
        await keyboard.DetachAsync();
        var places = (await page.EvaluateAsync<Place[]>(LookAtTheEnd)).Skip(1).ToList();
        return
        [
            .. from place in places where place.Fault.Length > 0 select $"{place.Fault}: {place.Name}",
            .. (from each in places.Index()
                let place = each.Item
                where place.Stop != each.Index
                select $"key {each.Index + 1} of {stops} leads to {(place.Stop < 0 ? "no stop" : $"stop {place.Stop + 1}")}: {place.Name}").Take(1),
        ];
    }

    [Fact]
    public async Task A_wide_table_scrolls_by_keys()
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(Sizes.Phone), ReducedMotion = ReducedMotion.Reduce });
        foreach (var page in PageTypes.One(example.Output))
        {
            await reader.Go(page);
            var wide = reader.Page.Locator(".scroll").Filter(new() { Visible = true });
            for (var i = 0; i < await wide.CountAsync(); i++)
                if (await wide.Nth(i).EvaluateAsync<bool>("box => box.scrollWidth > box.clientWidth + 1"))
                {
                    await wide.Nth(i).FocusAsync();
                    await reader.Page.Keyboard.PressAsync("ArrowRight");
                    await reader.Page.WaitForFunctionAsync("() => document.activeElement.scrollLeft > 0");
                    break;
                }
        }

        reader.MustBeContent();
    }

    [Fact]
    public async Task The_search_box_is_reached_filled_and_sent_by_keys()
    {
        await using var reader = await browser.Visit(example);
        await reader.Go("agencies/shili-minzheng/2020.html");
        for (var i = 0; i < 30 && !await reader.Page.EvaluateAsync<bool>("() => document.activeElement.matches('[role=search] input')"); i++)
            await reader.Page.Keyboard.PressAsync("Tab");
        await reader.Page.Keyboard.TypeAsync("养老服务");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(SearchAddress());
        await Assertions.Expect(reader.Page.Locator("#hits li").First).ToBeVisibleAsync();
        reader.MustBeContent();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_reader_chooses_is_kept_on_other_pages(bool isDisk)
    {
        await using var reader = await browser.Visit(example, isDisk);
        foreach (var tool in (string[])["large", "contrast"])
        {
            await reader.Go("index.html");
            await reader.Page.FocusAsync($"[data-tool={tool}]");
            await reader.Page.Keyboard.PressAsync("Space");
            await reader.Go("agencies/shili-minzheng/2020.html");
            await Assertions.Expect(reader.Page.Locator("html")).ToHaveClassAsync(new Regex($@"\b{tool}\b"));
            await Assertions.Expect(reader.Page.Locator($"[data-tool={tool}]")).ToHaveAttributeAsync("aria-pressed", "true");
        }

        (await reader.Page.EvaluateAsync<double>("() => parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)")).ShouldBeGreaterThanOrEqualTo(18);
        reader.MustBeContent();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task English_once_chosen_is_read_wherever_there_is_English(bool isDisk)
    {
        await using var reader = await browser.Visit(example, isDisk);
        await reader.Go("agencies/shili-minzheng/2020.html");
        await reader.Page.FocusAsync("[data-tool=english]");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await reader.Page.ClickAsync(".site-title");
        await Assertions.Expect(reader.Page).ToHaveURLAsync(EnglishHome());
    }

    [GeneratedRegex(@"/en/index\.html$")]
    private static partial Regex EnglishHome();

    [GeneratedRegex(@"/search\.html\?q=")]
    private static partial Regex SearchAddress();
}
