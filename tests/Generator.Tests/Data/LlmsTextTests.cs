using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Data;
using DisclosureArchive.Generator.Tests.Feeds;
using DisclosureArchive.Generator.Tests.Pages;
using DisclosureArchive.Reports;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Data;

/// <summary><c>llms.txt</c>: one heading of the first rank, then a quotation, as llmstxt.org asks; links that lead somewhere; every state.</summary>
public sealed partial class LlmsTextTests : IDisposable
{
    private readonly DatedArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void It_has_the_shape_and_every_state_and_counts_the_archive()
    {
        var text = DatedArchive.Text(_archive.Build("title: 甲 [x](y) <b>\nlicence: CC-BY-4.0\n")["llms.txt"]);
        var lines = text.Split('\n');
        lines[0].ShouldBe("# 甲 \\[x](y) \\<b>");
        lines.Count(line => line.StartsWith("# ", StringComparison.Ordinal)).ShouldBe(1);
        lines[2].ShouldStartWith("> ");
        foreach (var state in Enum.GetValues<FigureState>())
            text.Split($"{Words.Of(state)}").Length.ShouldBeGreaterThan(2, Words.Of(state));
        text.ShouldContain("现有 5 个机关的 8 份报告，2020–2022年度");
        text.ShouldContain("8 reports of 5 bodies for 2020–2022");
        text.ShouldContain("CC-BY-4.0");
        text.IndexOf("现有", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("In English", StringComparison.Ordinal));
    }

    [Theory, InlineData(""), InlineData("base_url: https://example.org/a\n")]
    public void Its_links_lead_to_files(string settings)
    {
        var files = _archive.Build(settings);
        var links = Link().Matches(DatedArchive.Text(files["llms.txt"])).Select(link => link.Groups[1].Value).ToList();
        links.Count.ShouldBeGreaterThan(4);
        foreach (var link in links)
            files.ShouldContainKey(settings.Length > 0 ? link["https://example.org/a/".Length..] : Html.Target("llms.txt", link)!.Value.Path);
    }

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();
}
