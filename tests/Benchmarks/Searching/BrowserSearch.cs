using Microsoft.Playwright;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>A search that runs in a web page.</summary>
/// <param name="Page">Address of the page, from the server's root.</param>
/// <param name="Scripts">Scripts that the page lacks.</param>
/// <param name="Find">A function of a query that promises the keys of all hits.</param>
/// <param name="Show">A function of a query that promises what is shown of the first ten hits.</param>
internal sealed record BrowserSearch(string Page, string[] Scripts, string Find, string Show)
{
    private const int QueriesPerVisit = 10;

    /// <summary>A browser's clock tells tenths of milliseconds.</summary>
    private const int Repeats = 5;

    /// <summary>What the page tells of a query.</summary>
    private sealed class Found
    {
        public string[] Keys { get; set; } = [];

        public double Milliseconds { get; set; }
    }

    /// <summary>Asks every query in one page, and again when all its files are there; that is timed.</summary>
    public async Task<List<Answer>> Ask(IBrowser browser, FileServer server, IEnumerable<SearchQuery> queries)
    {
        var page = await Open(browser, server);
        var answers = new List<Answer>();
        foreach (var query in queries)
        {
            var found = await page.EvaluateAsync<Found>(
                $$"""
                async query => {
                    const find = {{Find}};
                    const keys = await find(query);
                    const begun = performance.now();
                    for (let i = 0; i < {{Repeats}}; i++) await find(query);
                    return { keys, milliseconds: (performance.now() - begun) / {{Repeats}} };
                }
                """,
                query.Text);
            answers.Add(new Answer(found.Keys, found.Milliseconds));
        }

        await page.Context.CloseAsync();
        server.Taken();
        return answers;
    }

    /// <summary>What visitors load who each ask some of the queries, one after the other.</summary>
    public async Task<Traffic> Visit(IBrowser browser, FileServer server, IEnumerable<SearchQuery> queries)
    {
        List<Bytes> pages = [], first = [], later = [], shown = [];
        foreach (var visit in queries.Chunk(QueriesPerVisit))
        {
            var page = await Open(browser, server);
            var opened = server.Taken();
            pages.Add(opened);
            for (var i = 0; i < visit.Length; i++)
            {
                await page.EvaluateAsync($"query => ({Find})(query).then(() => null)", visit[i].Text);
                var bytes = server.Taken();
                if (i == 0)
                    first.Add(opened + bytes);
                else
                    later.Add(bytes);
                await page.EvaluateAsync($"query => ({Show})(query).then(() => null)", visit[i].Text);
                shown.Add(server.Taken());
            }

            await page.Context.CloseAsync();
        }

        return new Traffic(Bytes.Median(pages), Bytes.Median(first), Bytes.Median(later), Bytes.Median(shown));
    }

    private async Task<IPage> Open(IBrowser browser, FileServer server)
    {
        var page = await (await browser.NewContextAsync()).NewPageAsync();
        await page.GotoAsync(server.Address + Page, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var script in Scripts)
            await page.AddScriptTagAsync(new PageAddScriptTagOptions { Url = server.Address + script });
        return page;
    }
}

/// <summary>What a query found, and how long it took when asked again.</summary>
internal sealed record Answer(IReadOnlyList<string> Found, double Milliseconds);

/// <summary>What is loaded, medians: for the page alone, with the first query, for each later one, and for showing ten hits.</summary>
internal sealed record Traffic(Bytes Page, Bytes First, Bytes Later, Bytes? Shown);
