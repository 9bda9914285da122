using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>Pages load whole, from a server and from a disk, and fit the screen.</summary>
public sealed class LoadingTests(Browser browser, ExampleSite example)
{
    /// <summary>What is wrong with the page as it stands.</summary>
    private const string Faults = """
        () => {
          const faults = [], all = selector => [...document.querySelectorAll(selector)]
          const name = element => element.outerHTML.slice(0, 120)
          const isShown = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
          const width = document.documentElement.clientWidth
          const once = { h1: 'h1', main: 'main', banner: 'body > header', contentinfo: 'body > footer', skip: 'a.skip[href="#main"]' }
          for (const [what, selector] of Object.entries(once))
            if (all(selector).length !== 1) faults.push(`has ${all(selector).length} of ${what}`)
          for (const each of all('nav, [role=region], [role=search]'))
            if (!each.hasAttribute('aria-label') && !each.hasAttribute('aria-labelledby') && !each.matches('[role=search]')) faults.push(`a landmark without a name: ${name(each)}`)

          const scrolls = element => element && (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
          if (document.documentElement.scrollWidth > width) {
            const wide = all('body *').filter(element => element.getBoundingClientRect().right > width + 1 && isShown(element) && !scrolls(element.parentElement))
            faults.push(`is ${document.documentElement.scrollWidth} px wide on a screen of ${width} px: ${wide.slice(0, 3).map(name)}`)
          }
          for (const element of all('body *')) {
            const overflow = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && /auto|scroll/.test(getComputedStyle(element).overflowX)
            if (overflow && isShown(element) && !element.matches('input, select, textarea, pre') && !(element.classList.contains('scroll') && element.tabIndex === 0))
              faults.push(`scrolls sideways and is no .scroll box that a key reaches: ${name(element)}`)
          }

          for (const image of document.images)
            if (!image.naturalWidth) faults.push(`an image is not there: ${name(image)}`)
          return faults
        }
        """;

    /// <summary>Every page, on a phone that is then turned into a wide window.</summary>
    [Fact]
    public async Task Pages_load_whole_and_fit_any_screen()
    {
        await using var reader = await browser.Visit(example);
        foreach (var page in PageTypes.Pages(example.Output))
        {
            await Resize(reader, Sizes.Phone);
            await reader.Go(page);
            await Look(reader);
            await Look(reader, "large");
            await Resize(reader, Sizes.Desktop);
            await Look(reader);
        }

        reader.MustBeContent();
    }

    [Theory]
    [InlineData(false, Sizes.Desktop)]
    [InlineData(true, Sizes.Phone)]
    [InlineData(true, Sizes.Desktop)]
    public async Task Pages_load_whole_and_fit(bool isDisk, int width)
    {
        await using var reader = await browser.Visit(example, isDisk, new() { ViewportSize = Sizes.Of(width) });
        foreach (var page in PageTypes.Specimens(example.Output))
        {
            await reader.Go(page);
            await Look(reader);
        }

        reader.MustBeContent();
    }

    private static async Task Look(Reader reader, params string[] modes)
    {
        await reader.Choose(modes);
        foreach (var fault in await reader.Page.EvaluateAsync<string[]>(Faults))
            reader.Note($"{reader.Page.ViewportSize!.Width} {string.Join(' ', modes)} {fault}");
    }

    private static Task Resize(Reader reader, int width) => reader.Page.SetViewportSizeAsync(Sizes.Of(width).Width, Sizes.Of(width).Height);

    [Theory, InlineData(Sizes.Phone), InlineData(Sizes.Desktop)]
    public async Task The_first_key_leads_past_the_head(int width)
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(width) });
        foreach (var page in PageTypes.One(example.Output))
        {
            await reader.Go(page);
            await reader.Page.EvaluateAsync("() => { document.body.tabIndex = -1; document.body.focus() }");
            await reader.Page.Keyboard.PressAsync("Tab");
            if (!await reader.Page.EvaluateAsync<bool>("() => document.activeElement.matches('a.skip') && document.activeElement.getBoundingClientRect().left >= 0"))
                reader.Note("the first key does not lead to the skip link in sight");
            await reader.Page.Keyboard.PressAsync("Enter");
            if (!await reader.Page.EvaluateAsync<bool>("() => document.activeElement.matches('main')"))
                reader.Note("the skip link does not lead to the content");
        }

        reader.MustBeContent();
    }
}
