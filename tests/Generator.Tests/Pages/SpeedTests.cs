using System.Collections.Immutable;
using System.Diagnostics;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>A look at the speed of rendering, printed and not judged: machines differ.</summary>
public sealed class SpeedTests(ITestOutputHelper output)
{
    [Fact]
    public void Renders_many_reports()
    {
        // For a real measure: PAGES_REPORTS=10000 and a release build.
        var count = int.Parse(Environment.GetEnvironmentVariable("PAGES_REPORTS") ?? "300");
        var store = new Repeating();
        ImmutableArray<AgencyEntry> agencies = [.. Enumerable.Range(0, count / 10).Select(agency =>
            new AgencyEntry($"a{agency}", $"示例机关{agency}", null,
                [.. Enumerable.Range(2015, 10).Select(year => store.Load(year).Entry($"a{agency}"))], []))];
        var archive = new ReportArchive(ArchiveSettings.Default, agencies, []);

        var watch = Stopwatch.StartNew();
        var pages = 0;
        var bytes = 0L;
        Parallel.ForEach(new SitePages().Of(archive, store), page =>
        {
            Interlocked.Add(ref bytes, page.Content().Length);
            Interlocked.Increment(ref pages);
        });
        output.WriteLine($"{pages} pages, {bytes / 1024.0 / 1024:F1} MB in {watch.Elapsed.TotalSeconds:F2} s on {Environment.ProcessorCount} cores");

        pages.ShouldBeGreaterThan(count);
    }

    /// <summary>One report a year, given for every agency.</summary>
    private sealed class Repeating : IReportStore
    {
        private readonly ImmutableDictionary<int, AnnualReport> _reports = Enumerable.Range(2015, 10).ToImmutableDictionary(
            year => year,
            year => DemoReports.Make(year < 2019 ? Editions.Form2008 : year < 2021 ? Editions.Form2019 : Editions.Form2021, "示例机关", year));

        public AnnualReport Load(int year) => _reports[year];

        public AnnualReport Load(ReportEntry entry) => _reports[entry.Year!.Value];

        public void CopySource(SourceInfo source, Stream target)
        {
        }
    }
}
