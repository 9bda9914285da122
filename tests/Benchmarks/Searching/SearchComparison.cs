using System.Globalization;
using DisclosureArchive.Benchmarks.Comparing;
using DisclosureArchive.Browser.Tests;
using DisclosureArchive.Browser.Tests.Search;
using DisclosureArchive.Synthesis;
using Microsoft.Playwright;

namespace DisclosureArchive.Benchmarks.Searching;

/// <summary>Measures our search and its peers over the same texts and queries in one run.</summary>
/// <param name="repository">Root of the repository.</param>
/// <param name="work">An empty folder to work in.</param>
internal sealed class SearchComparison(string repository, string work)
{
    private const int Queries = 240;

    private const string FindOurs = "query => archiveSearch(query).then(found => found.hits.map(hit => hit.path))";

    private const string ShowOurs = "query => archive.search.find(query).then(result => Promise.all(Array.from(result.reports.slice(0, 10), id => archive.search.verify(id, result))))";

    private const string AskPagefind = "query => import(new URL('pagefind/pagefind.js', document.baseURI)).then(pagefind => pagefind.search(query))";

    /// <param name="Build">The whole process that made the index; for ours, the whole site.</param>
    private sealed record Contender(string Name, List<Answer> Answers, Traffic Traffic, List<string> Index, double Seconds, Measurement Build);

    /// <param name="count">How many reports.</param>
    /// <param name="say">Told of what is going on.</param>
    /// <returns>Markdown.</returns>
    public async Task<string> Run(int count, ulong seed, Action<string> say)
    {
        say($"生成 {count} 份报告和网站");
        foreach (var file in SyntheticArchive.Make(count, seed, textOnly: true))
            file.WriteTo(In("input"));
        var built = Measurement.Of(new Launch(work, Path.Combine(AppContext.BaseDirectory, "DisclosureArchive.Generator"), "build", "--no-cache", "--input", "input", "--output", "site"));
        var ours = IndexBuild.Measure(In("input"));
        var truth = new Truth(In("site"));

        say("安装并建立 Pagefind、MiniSearch");
        var peers = new SearchPeers(In("peers"));
        peers.Prepare(Path.Combine(repository, "tests/Benchmarks/peers/search"), truth);
        var pagefind = peers.BuildPagefind();
        var miniSearch = peers.BuildMiniSearch();

        say($"{Queries} 个查询");
        var queries = SearchQuery.Make(truth, ours.Agencies, Queries, new SplitMix(seed));
        await using var server = new FileServer(work);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var (page, scripts) = File.Exists(In("site/search.html")) ? ("site/search.html", Array.Empty<string>()) : ("site/index.html", ["site/assets/search-text.js", "site/assets/search-index.js"]);
        var inOurs = new BrowserSearch(page, scripts, FindOurs, ShowOurs);
        var inPagefind = new BrowserSearch(
            "peers/pages/search.html", [], $"query => ({AskPagefind})(query).then(found => found.results.map(result => result.id))",
            $"query => ({AskPagefind})(query).then(found => Promise.all(found.results.slice(0, 10).map(result => result.data())))");

        var ourAnswers = await inOurs.Ask(browser, server, queries);
        var keys = peers.PagefindKeys();
        var pagefindAnswers = (await inPagefind.Ask(browser, server, queries)).ConvertAll(answer => answer with { Found = [.. answer.Found.Select(key => keys[key])] });
        var whole = Bytes.Of([peers.MiniSearchScript, peers.MiniSearchIndex]);
        return Table(count, queries,
        [
            new("本程序", ourAnswers, await inOurs.Visit(browser, server, queries), [.. Directory.EnumerateFiles(In("site/search"), "*", SearchOption.AllDirectories), .. Directory.EnumerateFiles(In("site/agencies"), "*.text.js", SearchOption.AllDirectories)], ours.Seconds, built),
            new("Pagefind 1.6.0", pagefindAnswers, await inPagefind.Visit(browser, server, queries), [.. peers.PagefindFiles], pagefind.Wall, pagefind),
            new("MiniSearch 7.2.0（二字词）", peers.AskMiniSearch(queries), new Traffic(default, whole, default, null), [peers.MiniSearchIndex], miniSearch.Wall, miniSearch),
        ]);
    }

    private static string Table(int count, List<SearchQuery> queries, Contender[] contenders)
    {
        var kinds = queries.Select(query => query.Kind).Distinct().ToList();
        var lines = new List<string>
        {
            Line($"{count} 份报告，{queries.Count} 个查询（{Environment.ProcessorCount} 核，内存盘；KB、MB 为 gzip 后，括号内为未压缩；每次访问 10 个查询，取中位数）"), "",
            "| 引擎 | 召回率 | 精确率 | 首次查询 KB | 之后每次查询 KB | 前十条摘要 KB | 索引 MB | 文件数 | 建立 s | 内存峰值 MB | 查询 ms |", "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        };
        foreach (var (name, answers, traffic, index, seconds, build) in contenders)
            lines.Add(Line($"| {name} | {Recall(queries, answers):0.0%} | {Precision(queries, answers):0.0%} | {Kilobytes(traffic.First)} | {Kilobytes(traffic.Later)} | {(traffic.Shown is { } shown ? Kilobytes(shown) : "—")} | {Megabytes(Bytes.Of(index))} | {index.Count} | {seconds:0.0} | {build.PeakMegabytes:0} | {Median(answers):0.00} |"));

        lines.AddRange(["", $"| 召回率 | {string.Join(" | ", kinds)} |", $"|---|{string.Concat(kinds.Select(_ => "--:|"))}"]);
        foreach (var contender in contenders)
            lines.Add($"| {contender.Name} | {string.Join(" | ", kinds.Select(kind =>
            {
                var those = Enumerable.Range(0, queries.Count).Where(i => queries[i].Kind == kind).ToList();
                return Line($"{Recall(those.ConvertAll(i => queries[i]), those.ConvertAll(i => contender.Answers[i])):0.0%}");
            }))} |");

        lines.AddRange(
        [
            "",
            "- 应找到的：逐份查看归一化后的文本，含有查询的每个词即算；召回率、精确率是各查询的平均，没有应找到的、没有找到的查询不计。数字也按片段算（“23”也在“2023”中），整词查找的引擎因此少找到一些。",
            Line($"- 本程序：只查索引，不逐份核对原文（网页核对它显示的各条，精确率随之为 100%）。首次查询含网页及其脚本 {Kilobytes(contenders[0].Traffic.Page)} KB，Pagefind 的网页是空白的。索引含各份报告的文本（Pagefind 也含，MiniSearch 不含，所以没有摘要）。"),
            Line($"- 建立：本程序只算文本与索引（报告已读好，{Environment.ProcessorCount} 核），内存峰值是整个生成过程的（读取、核对、网页、数据、索引，{contenders[0].Build.Wall:0.0} s）；其他的是整个进程，从做好的文本开始。"),
            "- 查询时间：文件都已载入后，本程序和 Pagefind 在 Chromium 中，MiniSearch 在 Node 中。",
        ]);
        return string.Join('\n', lines);
    }

    private static double Recall(List<SearchQuery> queries, List<Answer> answers) => queries.Zip(answers)
        .Where(pair => pair.First.Expected.Count > 0)
        .Average(pair => Right(pair.First, pair.Second) / pair.First.Expected.Count);

    private static double Precision(List<SearchQuery> queries, List<Answer> answers) => queries.Zip(answers)
        .Where(pair => pair.Second.Found.Count > 0)
        .Average(pair => Right(pair.First, pair.Second) / pair.Second.Found.Count);

    private static double Right(SearchQuery query, Answer answer) => answer.Found.Count(query.Expected.Contains);

    private static double Median(List<Answer> answers) => answers.Select(answer => answer.Milliseconds).Order().ElementAt(answers.Count / 2);

    private static string Kilobytes(Bytes bytes) => Line($"{bytes.Packed / 1e3:0.0}（{bytes.Raw / 1e3:0.0}）");

    private static string Megabytes(Bytes bytes) => Line($"{bytes.Packed / 1e6:0.0}（{bytes.Raw / 1e6:0.0}）");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private string In(string name) => Path.Combine(work, name);
}
