using System.Collections.Immutable;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Search;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Search;

/// <summary>So many reports that the lists of common characters stand in files of their own.</summary>
public sealed class LargeIndexTests(Browser browser) : IDisposable
{
    private const int Reports = 40_000;
    private const int Agencies = 100;

    private readonly string _folder = Directory.CreateTempSubdirectory("disclosure-archive-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Long_lists_are_read()
    {
        var output = new MemoryOutput();
        var archive = new ReportArchive(ArchiveSettings.Default, [.. Enumerable.Range(0, Agencies).Select(MakeAgency)], []);
        var parallel = new ParallelOptions { CancellationToken = TestContext.Current.CancellationToken };
        using (var index = new SearchIndex(archive))
        {
            foreach (var agency in archive.Agencies)
                Parallel.ForEach(agency.Reports, parallel, entry => index.TextOf(agency, entry, new Made()).Content());
            index.Write(output, parallel);
        }

        output.Commit();
        var files = output.Files;
        foreach (var script in (string[])["search-text.js", "search-index.js"])
            files[script] = Theme.Assets.Read(script).ToArray();
        files["index.html"] = Encoding.UTF8.GetBytes("<!DOCTYPE html><script src=search-text.js></script><script src=search-index.js></script>");
        foreach (var (path, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder, path))!);
            await File.WriteAllBytesAsync(Path.Combine(_folder, path), content, TestContext.Current.CancellationToken);
        }

        files.Keys.ShouldContain(path => path.StartsWith("search/lists/", StringComparison.Ordinal));
        var (page, _) = await browser.Open(new Uri(Path.Combine(_folder, "index.html")).AbsoluteUri);
        await Ask("全部", _ => true);
        await Ask("三分", number => number % 3 == 0);
        await Ask("七分 -三分", number => number % 7 == 0 && number % 3 != 0);
        await Ask("不少", number => number % 5 != 0);
        await Ask("稀有", number => number == 12_345);
        await Ask("没有", _ => false);

        async Task Ask(string query, Func<int, bool> holds)
        {
            var found = await page.EvaluateAsync<string[]>("query => archiveSearch(query).then(found => found.hits.map(hit => hit.path))", query);
            found.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Reports).Where(holds).Select(number => $"agencies/a{number % Agencies}/{Slug(number)}.html").Order(StringComparer.Ordinal), query);
        }
    }

    private static string Slug(int number) => $"2020-{number}";

    private static AgencyEntry MakeAgency(int agency) => new(
        $"a{agency}", $"机关{agency}", null, [.. Enumerable.Range(0, Reports / Agencies).Select(i => MakeEntry(agency, (i * Agencies) + agency))], []);

    private static ReportEntry MakeEntry(int agency, int number) => new()
    {
        AgencyKey = $"a{agency}",
        Slug = Slug(number),
        Year = 2020,
        IsCurrent = true,
        Title = "",
        Edition = Editions.Form2021,
        Published = null,
        Source = new SourceInfo($"{number}.txt", "", 0, DocumentFormat.PlainText, null),
        Passed = 0,
        Failed = 0,
        NotAssessable = 0,
        Cells = ImmutableDictionary<FigureState, int>.Empty,
        Key = new KeyFigures(null, null, null, null),
        CarryOver = [],
        Added = [],
        Worst = null,
    };

    /// <summary>Reports that tell their number.</summary>
    private sealed class Made : IReportStore
    {
        public AnnualReport Load(ReportEntry entry)
        {
            var number = int.Parse(Path.GetFileNameWithoutExtension(entry.Source.Path), System.Globalization.CultureInfo.InvariantCulture);
            var text = $"全部{(number % 3 == 0 ? "，三分" : "")}{(number % 7 == 0 ? "，七分" : "")}{(number % 5 != 0 ? "，不少" : "")}{(number == 12_345 ? "，稀有" : "")}";
            return new AnnualReport
            {
                Source = entry.Source,
                AgencyName = null,
                Agency = null,
                Year = null,
                Published = null,
                Title = "",
                Edition = entry.Edition,
                Tables = [],
                OwnTables = [],
                Sections = [new Section(SectionKind.Overview, "一", [new Paragraph(text, SourceLocation.None)], SourceLocation.None)],
                Findings = [],
                Diagnostics = [],
            };
        }

        public void CopySource(SourceInfo source, Stream target)
        {
        }
    }
}
