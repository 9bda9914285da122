using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(DisclosureArchive.Browser.Tests.Browser))]
[assembly: AssemblyFixture(typeof(DisclosureArchive.Browser.Tests.ExampleSite))]
[assembly: AssemblyFixture(typeof(DisclosureArchive.Browser.Tests.RealReports))]

namespace DisclosureArchive.Browser.Tests;

/// <summary>One Chromium for all tests; it ends with them.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Longer than anything takes on a slow machine that does other things; only a test that fails waits so long.</summary>
    private const int Patience = 120_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>A fresh page with nothing kept; what goes wrong on it is in the list.</summary>
    public async Task<(IPage Page, List<string> Faults)> Open(string address)
    {
        var page = await (await Context()).NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, fault) => faults.Add(fault);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                faults.Add(message.Text);
        };
        await page.GotoAsync(address);
        return (page, faults);
    }

    /// <summary>A reader with a browser of his own, who keeps nothing of others.</summary>
    /// <param name="isDisk">Whether the archive is opened from the disk, not over http.</param>
    internal async Task<Reader> Visit(BuiltSite site, bool isDisk = false, BrowserNewContextOptions? options = null) =>
        await Reader.Start(await Context(options), isDisk ? site.FileAddress : site.Address, options?.JavaScriptEnabled ?? true);

    private async Task<IBrowserContext> Context(BrowserNewContextOptions? options = null)
    {
        var context = await (_browser ?? throw Repository.Lacks("Chromium")).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.Launch(_playwright);
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
