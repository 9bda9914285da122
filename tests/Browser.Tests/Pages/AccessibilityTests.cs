using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>axe finds nothing against WCAG 2.2 AA, nor against good practice, however the reader likes to read.</summary>
public sealed class AccessibilityTests(Browser browser, ExampleSite example)
{
    private static readonly AxeRunOptions All = Rules("tag", "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /// <summary>What other colours can break; they are the same on every screen.</summary>
    private static readonly AxeRunOptions Colours = Rules("rule", "color-contrast", "link-in-text-block");

    /// <summary>What other sizes can break.</summary>
    private static readonly AxeRunOptions Layout = Rules("rule", "target-size", "scrollable-region-focusable");

    [Theory, InlineData(Sizes.Phone), InlineData(Sizes.Desktop)]
    public async Task Pages_are_accessible(int width)
    {
        await using var reader = await browser.Visit(example, options: new() { ViewportSize = Sizes.Of(width), ReducedMotion = ReducedMotion.Reduce });
        foreach (var page in PageTypes.One(example.Output))
        {
            await reader.Go(page);
            await Look(All, ColorScheme.Light);
            await Look(Layout, ColorScheme.Light, "large");
            if (width != Sizes.Desktop)
                continue;
            await Look(Colours, ColorScheme.Dark);
            await Look(Colours, ColorScheme.Light, "contrast");
            await Look(Colours, ColorScheme.Dark, "contrast");
        }

        reader.MustBeContent();

        async Task Look(AxeRunOptions rules, ColorScheme scheme, params string[] modes)
        {
            await reader.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await reader.Choose(modes);
            // What a column that stays half covers at the moment comes free when the reader scrolls.
            await reader.Page.EvaluateAsync("() => document.querySelectorAll('.scroll').forEach(box => { box.scrollLeft = -box.scrollWidth })");
            foreach (var violation in (await reader.Page.RunAxe(rules)).Violations)
                foreach (var node in violation.Nodes.Take(3))
                    reader.Note($"{scheme} {string.Join(' ', modes)}: {violation.Id}: {node.Html}: {string.Join(' ', node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message).Append(violation.Help))}");
        }
    }

    private static AxeRunOptions Rules(string type, params List<string> values) => new()
    {
        RunOnly = new RunOnlyOptions { Type = type, Values = values },
        ResultTypes = [ResultType.Violations],
    };
}
