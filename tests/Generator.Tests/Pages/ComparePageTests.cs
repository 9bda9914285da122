using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The page that compares, as it is before its scripts run.</summary>
public sealed partial class ComparePageTests
{
    private static readonly SortedDictionary<string, byte[]> Files = new DemoArchive().Render();
    private static readonly IDocument Page = Html.Parse(Files[Routes.Compare]);
    private static readonly string Script = Encoding.UTF8.GetString(Files[Routes.Asset("compare.js")]);

    [Fact]
    public void Without_a_script_it_explains_itself_and_leads_on()
    {
        Page.QuerySelectorAll("noscript a").Select(link => link.GetAttribute("href")).ShouldBe(["agencies/index.html", "years/index.html"]);
        foreach (var id in (string[])["choice", "result", "problem"])
            Page.GetElementById(id)!.HasAttribute("hidden").ShouldBeTrue(id);
    }

    /// <summary>Whatever the script looks for is on the page, and whatever it says is in the resource files.</summary>
    [Fact]
    public void Its_script_and_the_page_agree()
    {
        foreach (var id in Script.Split("at('").Skip(1).Select(rest => rest.Split('\'')[0]).Distinct())
            Page.GetElementById(id).ShouldNotBeNull(id);
        foreach (Match key in Said().Matches(Script))
            Words.Chinese.Has($"script.compare.{key.Groups[1].Value}").ShouldBeTrue(key.Value);
        Page.QuerySelectorAll("input[name=figure]").ShouldAllBe(preset => Script.Contains($"      {preset.GetAttribute("value")}: "));
    }

    [Fact]
    public void It_is_written_in_both_languages()
    {
        var english = Html.Parse(Files[Routes.English(Routes.Compare)]);

        english.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.GetElementById("compare")!.GetAttribute("data-root").ShouldBe("../");
        Page.GetElementById("compare")!.GetAttribute("data-root").ShouldBe("");
    }

    [Fact]
    public void Examples_are_the_two_largest_of_a_kind_with_reports_of_the_same_years()
    {
        AgencyEntry Agency(string key, string kind, int received, int since = 2022) => new(
            key, key, new Agency(key, key, "示例县", kind, []),
            [.. Enumerable.Range(since, 2025 - since).Select(year => DemoReports.Make(Editions.Form2021, key, year).Entry(key) with { Key = new KeyFigures(received, received, 0, 0) })], []);
        var archive = new ReportArchive(
            ArchiveSettings.Default,
            [Agency("a", "部门", 5), Agency("b", "部门", 900, since: 2023), Agency("c", "部门", 20), Agency("d", "部门", 30), Agency("e", "乡镇", 99)], []);

        var examples = new CompareFiller(archive).Fill(new Frames(archive.Settings, Terms.Chinese)).Examples;

        examples.Select(example => example.Href).ShouldBe(
        [
            "compare.html?a=d,c&y=2022,2023,2024&r=received", "compare.html?a=d,c&y=2024&r=results", "compare.html?a=a&r=disputes",
        ]);
    }

    [Fact]
    public void An_archive_that_offers_nothing_to_compare_has_no_examples() =>
        new CompareFiller(new ReportArchive(ArchiveSettings.Default, ImmutableArray<AgencyEntry>.Empty, []))
            .Fill(new Frames(ArchiveSettings.Default, Terms.Chinese)).Examples.ShouldBeEmpty();

    [GeneratedRegex(@"say\('([a-z_.]*[a-z_])'")]
    private static partial Regex Said();
}
