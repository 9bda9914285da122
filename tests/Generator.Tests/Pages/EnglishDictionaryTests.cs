using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>What exchanges Chinese labels for English ones.</summary>
public sealed class EnglishDictionaryTests
{
    private static readonly JsonElement Dictionary = JsonDocument.Parse(
        Encoding.UTF8.GetString(EnglishDictionary.Script())["window.archiveEnglish = ".Length..].TrimEnd('\n', ';')).RootElement;

    [Fact]
    public void Every_label_of_a_form_is_in_it()
    {
        var texts = Dictionary.GetProperty("texts");
        foreach (var table in Editions.All.SelectMany(edition => edition.Tables))
            foreach (var label in table.Rows.Concat<FormLabel>(table.Columns))
                texts.TryGetProperty(label.Label, out _).ShouldBeTrue(label.Label);
    }

    [Fact]
    public void The_navigation_keeps_its_words() =>
        Dictionary.GetProperty("texts").GetProperty(Words.Chinese["nav.agencies"]).GetString().ShouldBe(Words.English["nav.agencies"]);

    [Fact]
    public void A_pattern_finds_its_arguments()
    {
        var (pattern, english) = Dictionary.GetProperty("patterns").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetString()!))
            .First(pair => pair.Item2 == Words.English["report.change.more"]);
        var found = Regex.Match(Words.Chinese["report.change.more", 2022, 3, 32], $"^{pattern}$");

        found.Groups["p0"].Value.ShouldBe("2022");
        found.Groups["p1"].Value.ShouldBe("3");
        found.Groups["p2"].Value.ShouldBe("32");
        english.ShouldContain("{2}");
    }
}
