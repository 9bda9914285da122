using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>An agency whose id changed.</summary>
public sealed class RenamedSite : BuiltSite
{
    protected override void WriteInput(string folder)
    {
        CopyFrom(Path.Combine(Repository.Root, "tests", "sites", "county", "input"), folder);
        File.WriteAllText(Path.Combine(folder, "agencies.csv"), "id,name,former_ids\nminzheng,样例县民政局,yangli-minzheng\n");
    }
}

/// <summary>Who comes to a former address is taken to the present one, to the very cell, served or from a disk, with scripts or without.</summary>
public sealed class FormerAddressTests(Browser browser, RenamedSite site) : IClassFixture<RenamedSite>
{
    [Theory, InlineData(false, true), InlineData(true, true), InlineData(false, false), InlineData(true, false)]
    public async Task A_former_address_leads_to_the_present_one(bool isDisk, bool runsScripts)
    {
        await using var reader = await browser.Visit(site, isDisk, new() { JavaScriptEnabled = runsScripts });
        var root = isDisk ? site.FileAddress : site.Address;
        foreach (var anchor in runsScripts ? (string[])["", "#requests.received.total"] : [""])
        {
            await reader.Page.GotoAsync($"{root}agencies/yangli-minzheng/2024.html{anchor}", new() { WaitUntil = WaitUntilState.Commit });
            await reader.Page.Locator("h1", new() { HasTextString = "2024" }).WaitForAsync(new() { Timeout = 120_000 });
            reader.Page.Url.ShouldBe($"{root}agencies/minzheng/2024.html{anchor}");
        }
    }
}
