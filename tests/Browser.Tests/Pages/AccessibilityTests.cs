using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>axe finds nothing against WCAG 2.2 AA, nor against good practice, however the reader likes to read.</summary>
public sealed class AccessibilityTests(Browser browser, ExampleSite example)
{
    /// <summary>Runs axe in the page itself, which stays loaded: handed from page to page, as axe's own wrapper does, a look takes twice as long.</summary>
    private const string Run = """
        async ([type, ...values]) => (await axe.run(document, { runOnly: { type, values }, resultTypes: ['violations'] })).violations.flatMap(violation =>
          violation.nodes.slice(0, 3).map(node => `${violation.id}: ${node.html}: ${[...node.any, ...node.all, ...node.none].map(check => check.message).concat(violation.help).join(' ')}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] All = ["tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>What other colours can break; they are the same on every screen.</summary>
    private static readonly string[] Colours = ["rule", "color-contrast", "link-in-text-block"];

    /// <summary>What other sizes can break.</summary>
    private static readonly string[] Layout = ["rule", "target-size", "scrollable-region-focusable"];

    [Theory, InlineData(Sizes.Phone), InlineData(Sizes.Desktop)]
    public async Task Pages_are_accessible(int width)
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(width), ReducedMotion = ReducedMotion.Reduce });
        foreach (var page in PageTypes.One(example.Output))
        {
            await reader.Go(page);
            await reader.Page.EvaluateAsync(Axe);
            await Look(reader, All, ColorScheme.Light);
            await Look(reader, Layout, ColorScheme.Light, "large");
            if (width != Sizes.Desktop)
                continue;
            await Look(reader, Colours, ColorScheme.Dark);
            await Look(reader, Colours, ColorScheme.Light, "contrast");
            await Look(reader, Colours, ColorScheme.Dark, "contrast");
        }

        reader.MustBeContent();
    }

    [Fact]
    public async Task No_two_regions_of_a_page_bear_one_name()
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(Sizes.Desktop), ReducedMotion = ReducedMotion.Reduce });
        foreach (var page in PageTypes.Specimens(example.Output))
        {
            await reader.Go(page);
            await reader.Page.EvaluateAsync(Axe);
            await Look(reader, ["rule", "landmark-unique"], ColorScheme.Light);
        }

        reader.MustBeContent();
    }

    [Fact]
    public async Task Faults_are_found()
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(Sizes.Phone), BypassCSP = true });
        await reader.Go("404.html");
        await reader.Page.EvaluateAsync(Axe);
        await reader.Page.EvaluateAsync("""
            () => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'
              + '<p style="color: #777; background: #333">dim</p><p><button style="all: unset; width: 9px">+</button><button style="all: unset; width: 9px">-</button></p>')
            """);
        await Look(reader, All, ColorScheme.Light);
        await Look(reader, Colours, ColorScheme.Dark, "contrast");
        await Look(reader, Layout, ColorScheme.Light, "large");

        var faults = Should.Throw<ShouldAssertException>(reader.MustBeContent).Message;
        foreach (var fault in (string[])["Light : image-alt: <img", "Light : color-contrast: <p", "Light : target-size: <button", "Dark contrast: color-contrast: <p", "Light large: target-size: <button"])
            faults.ShouldContain(fault);
    }

    private static async Task Look(Reader reader, string[] rules, ColorScheme scheme, params string[] modes)
    {
        await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await reader.Choose(modes);
        // What a column that stays half covers at the moment comes free when the reader scrolls.
        await reader.Page.EvaluateAsync("() => document.querySelectorAll('.scroll').forEach(box => { box.scrollLeft = -box.scrollWidth })");
        foreach (var violation in await reader.Page.EvaluateAsync<string[]>(Run, rules))
            reader.Note($"{scheme} {string.Join(' ', modes)}: {violation}");
    }
}
