using DisclosureArchive.Generator.Search;
using DisclosureArchive.Synthesis;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Search;

/// <summary>Whatever is asked for, the search of a built archive finds every report that holds it, and once verified no other.</summary>
public sealed class SearchTests(Browser browser, ExampleSite example, ThousandReports thousand) : IClassFixture<ThousandReports>
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

    [Fact]
    public async Task The_page_normalises_as_the_index_does()
    {
        var texts = new Truth(example.Output).Originals.Distinct().Concat(SearchFolding.Table.Select(pair => $"甲{pair.From}乙 1{pair.From}2"))
            .Concat(Enumerable.Range(0, char.MaxValue + 1).Chunk(16).Select(chunk => string.Concat(chunk.Select(c => char.IsSurrogate((char)c) ? "" : $"{(char)c}1")))).ToArray();
        var page = await Open(example.Address);
        var normal = await page.EvaluateAsync<string[]>(
            "texts => archive.search.open('').then(() => archive.search.find(texts.join(''))).then(() => texts.map(text => archive.text.normalise(text).text))", texts);
        normal.Zip(texts, (page, text) => (page, index: SearchFolding.Normalise(text), text)).Where(pair => pair.page != pair.index).Take(5).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("民政局", "示例县民政局")]
    [InlineData("shilixianmin", "示例县民政局")]
    [InlineData("slxmzj", "示例县民政局")]
    [InlineData("MZJ", "示例县民政局")]
    [InlineData("民政厅", "")]
    public async Task Agencies_are_suggested(string typed, string first)
    {
        var page = await Open(example.Address);
        var names = await page.EvaluateAsync<string[]>("typed => archive.search.suggest(typed).then(found => found.map(agency => agency.name))", typed);
        (names.FirstOrDefault() ?? "").ShouldBe(first);
        (await page.EvaluateAsync<string[]>("archive.search.near('示例县民政厅').then(found => found.map(agency => agency.name))")).ShouldContain("示例县民政局");
    }

    [Theory]
    [InlineData("新收>=60", "received", 60, 100_000)]
    [InlineData("新收<10", "received", 0, 9)]
    [InlineData("行政诉讼＞0 2023", "lawsuits", 1, 100_000)]
    public async Task Figures_are_compared(string query, string column, int least, int most)
    {
        var page = await Open(thousand.Address);
        var paths = await page.EvaluateAsync<string[]>("query => archiveSearch(query).then(found => found.hits.map(hit => hit.path))", query);
        var lines = File.ReadAllLines(Path.Combine(thousand.Output, "data", "reports.csv"));
        var head = lines[0].Split(',').ToList();
        var expected = lines.Skip(1).Select(line => line.Split(',')).Where(line => decimal.TryParse(line[head.IndexOf(column)], out var figure) && figure >= least && figure <= most)
            .Where(line => !query.EndsWith("2023", StringComparison.Ordinal) || line[head.IndexOf("year")] == "2023").Select(line => line[head.IndexOf("page")]).ToList();
        expected.ShouldNotBeEmpty();
        if (query.EndsWith("2023", StringComparison.Ordinal))
            expected.ShouldBeSubsetOf(paths);
        else
            paths.ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public async Task A_missing_and_a_damaged_index_are_told()
    {
        var page = await Open(example.Address);
        await page.RouteAsync("**/search/*.js", route => route.Request.Url.EndsWith("meta.js", StringComparison.Ordinal) ? route.ContinueAsync() : route.AbortAsync());
        (await page.EvaluateAsync<string>("archiveSearch('公开').catch(problem => problem.message)")).ShouldStartWith("读不到索引文件");
        await page.UnrouteAllAsync();
        await page.RouteAsync("**/search/*.js", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/javascript", Body = route.Request.Url.EndsWith("meta.js", StringComparison.Ordinal) ? "" : "archiveFile(\"00000000\",\"0\",\"H4sI\")" }));
        (await page.EvaluateAsync<string>("archiveSearch('公开').catch(problem => problem.message)")).ShouldNotBeNullOrEmpty();
    }

    private async Task<IPage> Open(string address) => (await browser.Open(address + "search.html")).Page;

    private async Task Ask(BuiltSite site, string address, int count, ulong seed)
    {
        var truth = new Truth(site.Output);
        var queries = Queries(truth, count, new SplitMix(seed)).ToList();
        var (page, faults) = await browser.Open(address + "search.html");

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

    /// <summary>What people type: pieces of text of one to six characters, agencies, two words, words left out, sentences as they are written, numbers with commas.</summary>
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
                0 => [Piece()],
                1 when i % 4 == 1 => [random.Pick(truth.Agencies)],
                1 => [Piece()],
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
