using DisclosureArchive.Generator.Search;
using DisclosureArchive.Synthesis;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Search;

/// <summary>Whatever is asked for, the search of a built archive finds every report that holds it, and once verified no other.</summary>
public sealed class SearchTests(Browser browser, ExampleSite example, ThousandReports thousand) : IClassFixture<ExampleSite>, IClassFixture<ThousandReports>
{
    /// <summary>What the page gives.</summary>
    private sealed class Found
    {
        public int Count { get; set; }

        public bool Exact { get; set; }

        public string[] Paths { get; set; } = [];
    }

    [Fact]
    public Task The_example_is_found_whole() => Ask(example, example.Address, 300, 11);

    [Fact]
    public Task The_example_is_found_whole_from_a_disk() => Ask(example, example.FileAddress, 60, 12);

    [Fact]
    public Task A_thousand_reports_are_found_whole() => Ask(thousand, thousand.Address, 300, 13);

    [Fact]
    public Task A_thousand_reports_are_found_whole_from_a_disk() => Ask(thousand, thousand.FileAddress, 30, 14);

    private async Task Ask(BuiltSite site, string address, int count, ulong seed)
    {
        var truth = new Truth(site.Output);
        var queries = Queries(truth, count, new SplitMix(seed)).ToList();
        var (page, faults) = await browser.Open(address + "index.html");
        foreach (var script in (string[])["search-text.js", "search-index.js"])
            await page.AddScriptTagAsync(new PageAddScriptTagOptions { Url = $"{address}assets/{script}" });

        var wrong = new List<string>();
        for (var i = 0; i < queries.Count; i++)
        {
            // Verifying reads a report a hit: of those with very many hits it is left to the others.
            var expected = truth.Find(queries[i]);
            var query = string.Join(' ', queries[i]);
            var found = await page.EvaluateAsync<Found>(
                "([query, verify]) => archiveSearch(query, { verify }).then(found => ({ count: found.count, exact: found.exact, paths: found.hits.map(hit => hit.path) }))",
                new object[] { query, i % 2 == 0 || expected.Count < 50 });
            if (expected.Except(found.Paths).Any())
                wrong.Add($"{query}: lacks {string.Join(' ', expected.Except(found.Paths).Take(3))}");
            if (found.Exact && !expected.SetEquals(found.Paths))
                wrong.Add($"{query}: {string.Join(' ', found.Paths.Except(expected).Take(3))} does not hold it");
            if (found.Count != found.Paths.Length || found.Paths.Distinct().Count() != found.Count)
                wrong.Add($"{query}: {found.Count} are {found.Paths.Length}");
        }

        wrong.ShouldBeEmpty();
        faults.ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    /// <summary>What people type: pieces of text of one to six characters, names, two words, words left out, sentences as they are written, numbers with commas.</summary>
    private static IEnumerable<string[]> Queries(Truth truth, int count, SplitMix random)
    {
        var runs = truth.Texts.SelectMany(text => text.Split(SearchFolding.Boundary)).Where(run => run.Length > 1).ToList();
        var sentences = truth.Originals.Where(text => text.Length > 12 && !text.Contains('"', StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal)).ToList();
        var numbers = runs.Where(run => run.Any(char.IsAsciiDigit)).Select(run => new string([.. run.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit)])).Where(number => number.Length > 3 && number[0] != '0').Distinct().ToList();
        string Piece()
        {
            var run = random.Pick(runs);
            var length = Math.Min(random.Between(1, 6), run.Length);
            return run.Substring(random.Below(run.Length - length + 1), length).Trim('.', '-');
        }

        for (var i = 0; i < count; i++)
        {
            var words = (i % 6) switch
            {
                0 or 1 => [Piece()],
                2 => [Piece(), Piece()],
                3 => [Piece(), "-" + Piece()],
                4 => [$"\"{(random.Pick(sentences) is var sentence ? sentence.Substring(random.Below(sentence.Length - 10), 8) : "").Trim()}\""],
                _ when numbers.Count > 0 => [long.Parse(random.Pick(numbers)).ToString("N0", System.Globalization.CultureInfo.InvariantCulture)],
                _ => new[] { Piece() },
            };
            if (words.All(word => SearchFolding.Normalise(word.Trim('-', '"')).Length > 0) && !words.Any(word => word.Trim('"').Any(c => c is '“' or '”')))
                yield return words;
        }
    }
}
