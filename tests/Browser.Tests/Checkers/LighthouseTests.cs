using System.Globalization;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Checkers;

/// <summary>Lighthouse, as a phone on a slow network: nothing to mend, and pages are there at once. It runs when no other test does.</summary>
[Collection<Alone>]
public sealed class LighthouseTests(ExampleSite example, ITestOutputHelper output)
{
    private const int Fast = 95;

    /// <summary>How often a page is measured if it was slow once: what else the machine does counts too. The middle one tells.</summary>
    private const int Measurements = 3;

    private static readonly string[] Pages = ["index.html", "search.html", "agencies/shili-zhengfu/index.html", "agencies/shili-zhengfu/2022.html"];

    [Fact]
    public async Task Pages_are_good_and_fast_on_a_phone()
    {
        using var chromium = new DebuggedChromium();
        var port = await chromium.Port();
        var faults = new List<string>();
        foreach (var first in await Measure(port, [.. Pages.Select(page => example.Address + page)]))
        {
            var results = new List<Result> { first };
            if (first.Scores["performance"] < Fast)
                results.AddRange(await Measure(port, [.. Enumerable.Repeat(first.Address, Measurements - 1)]));
            var middle = results.OrderBy(result => result.Scores["performance"]).ElementAt(results.Count / 2);
            foreach (var (category, score) in middle.Scores)
                if (score < (category == "performance" ? Fast : 100))
                    faults.Add($"{middle.Address}: {category} {score}\n  {string.Join("\n  ", middle.Failed)}");
        }

        faults.Count.ShouldBe(0, string.Join('\n', faults));
    }

    private async Task<List<Result>> Measure(int port, string[] addresses)
    {
        Checker.Package("lighthouse", "package.json");
        var answers = await Checker.Run("node", "Node.js 20 or later", ["lighthouse.mjs", port.ToString(CultureInfo.InvariantCulture), .. addresses]);
        var results = answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Result>(line, JsonSerializerOptions.Web)!).ToList();
        foreach (var result in results)
            output.WriteLine($"{result.Address}: {string.Join(", ", result.Scores.Select(score => $"{score.Key} {score.Value}"))}");
        results.Count.ShouldBe(addresses.Length);
        return results;
    }

    private sealed record Result(string Address, Dictionary<string, int> Scores, string[] Failed);
}

/// <summary>Tests whose measurements others would disturb.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
