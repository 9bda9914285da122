using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>Without scripts every page tells what it has to tell, and shows no control that does nothing.</summary>
public sealed class WithoutScriptTests(Browser browser, ExampleSite example)
{
    /// <summary>Only a form that is sent to a page, and what opens by itself, works without a script.</summary>
    private const string Faults = """
        () => {
          const controls = 'button, input, select, textarea, [role=button], [role=switch], [role=tab], [role=slider], [contenteditable]'
          const dead = [...document.querySelectorAll(controls)].filter(each => each.checkVisibility({ visibilityProperty: true }) && !each.closest('form[action]'))
          const faults = dead.map(each => `a control does nothing: ${each.outerHTML.slice(0, 120)}`)
          const busy = [...document.querySelectorAll('[aria-busy=true], dialog[open]')].filter(each => each.checkVisibility())
          if (busy.length) faults.push(`waits for a script: ${busy[0].outerHTML.slice(0, 120)}`)
          if (document.querySelector('main').innerText.split('\n').length < 3) faults.push('has nothing to read')
          return faults
        }
        """;

    [Theory, InlineData(false), InlineData(true)]
    public async Task Pages_are_whole_without_scripts(bool isDisk)
    {
        await using var reader = await browser.Visit(example, isDisk, new() { ViewportSize = Sizes.Of(Sizes.Phone), JavaScriptEnabled = false });
        foreach (var page in PageTypes.Specimens(example.Output))
        {
            await reader.Go(page);
            foreach (var fault in await reader.Page.EvaluateAsync<string[]>(Faults))
                reader.Note(fault);
        }

        reader.MustBeContent();
    }
}
