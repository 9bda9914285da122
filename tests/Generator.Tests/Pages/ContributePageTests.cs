using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The page that takes a report, as it is before its scripts run.</summary>
public sealed partial class ContributePageTests
{
    private static readonly DemoArchive Demo = new();
    private static readonly SortedDictionary<string, byte[]> Files = Demo.Render();
    private static readonly IDocument Page = Html.Parse(Files[Routes.Contribute]);
    private static readonly string Script = Encoding.UTF8.GetString(Files[Routes.Asset("contribute.js")]);

    [Fact]
    public void Without_a_script_it_shows_the_blank_form_and_says_what_it_needs()
    {
        Page.QuerySelector("noscript")!.TextContent.ShouldContain("JavaScript");
        Page.QuerySelectorAll("section[data-edition]").Select(form => (form.GetAttribute("data-edition"), form.HasAttribute("hidden")))
            .ShouldBe([("form-2021", false), ("form-2019", true), ("form-2008", true)]);
        foreach (var id in (string[])["facts", "judged", "taking"])
            Page.GetElementById(id)!.HasAttribute("hidden").ShouldBeTrue(id);
        Page.QuerySelectorAll("section[data-edition] input").ShouldBeEmpty();
    }

    [Fact]
    public void Every_cell_of_every_edition_has_its_place()
    {
        foreach (var edition in Editions.All)
            foreach (var cell in edition.Tables.SelectMany(table => table.Cells))
                Page.GetElementById($"{edition.Id}:{cell}").ShouldNotBeNull($"{edition.Id}:{cell}").LocalName.ShouldBe("td");
    }

    /// <summary>Whatever the script looks for is on the page, and whatever it says is in the resource files.</summary>
    [Fact]
    public void Its_script_and_the_page_agree()
    {
        var ids = At().Matches(Script).Select(match => match.Groups[1].Value).Distinct().ToList();
        ids.Count.ShouldBeGreaterThan(15);
        foreach (var id in ids.Where(id => id != "upload"))
            Page.GetElementById(id).ShouldNotBeNull(id);
        foreach (Match key in Said().Matches(Script))
            Words.Chinese.Has($"script.contribute.{key.Groups[1].Value}").ShouldBeTrue(key.Value);
    }

    [Fact]
    public void Known_agencies_are_offered_and_the_unidentified_are_none() =>
        Page.QuerySelectorAll("#agencies option").Select(option => option.GetAttribute("value"))
            .ShouldBe(Demo.Archive.Agencies.Where(agency => !agency.IsUnidentified).Select(agency => agency.Name).Distinct());

    [Fact]
    public void Every_page_leads_to_it_from_its_foot()
    {
        Html.Parse(Files["index.html"]).QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")).ShouldContain("contribute.html");
        Html.Parse(Files["en/index.html"]).QuerySelectorAll("footer a").Select(link => link.GetAttribute("href")).ShouldContain("contribute.html");
        Html.Parse(Files["about.html"]).QuerySelectorAll("main a").Select(link => link.GetAttribute("href")).ShouldContain("contribute.html");
    }

    /// <summary>Where the repository is known, the page leads to it; else it says to whom the files go.</summary>
    [Theory]
    [InlineData("repository: https://github.com/someone/archive/\ncontact: a@example.org\n", "https://github.com/someone/archive")]
    [InlineData("repository: https://gitee.com/someone/archive\n", "https://gitee.com/someone/archive")]
    [InlineData("repository: javascript:alert(1)\ncontact: a@example.org\n", "")]
    [InlineData("contact: a@example.org\n", "")]
    public void The_repository_comes_from_the_settings(string settings, string repository)
    {
        var archive = new ReportArchive(SettingsReader.Read(Encoding.UTF8.GetBytes(settings), out var diagnostics), [], []);
        diagnostics.Length.ShouldBe(settings.Contains("javascript", StringComparison.Ordinal) ? 1 : 0);
        var page = Html.Parse(new SitePages().Of(archive, Demo).Single(file => file.Path == Routes.Contribute).Content().ToArray());

        (page.GetElementById("upload")?.GetAttribute("href") ?? "").ShouldBe(repository);
        page.GetElementById("contribute")!.GetAttribute("data-repository").ShouldBe(repository);
        page.QuerySelectorAll("#taking a[href^='mailto:']").Length.ShouldBe(repository.Length > 0 ? 0 : 1);
    }

    [GeneratedRegex(@"\bat\('([a-z-]+)'\)")]
    private static partial Regex At();

    [GeneratedRegex(@"say\('([a-z_.]*[a-z_])'")]
    private static partial Regex Said();
}
