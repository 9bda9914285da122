using System.IO.Compression;
using AngleSharp.Html.Parser;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Output;

/// <summary>A report page is light, so that it is there at once on a slow line.</summary>
public sealed class WeightTests(ExampleSite example, RealReports real)
{
    private const int Page = 60_000;
    private const int ZippedPage = 15_000;
    private const int ZippedFiles = 25_000;

    [Fact]
    public void Of_the_example() => Weigh(example);

    [Fact]
    public void Of_real_reports() => Weigh(real.Site);

    private static void Weigh(BuiltSite site)
    {
        var faults = new List<string>();
        foreach (var path in PageTypes.Pages(site.Output).Where(page => PageTypes.Type(page) == PageTypes.Report))
        {
            var file = Path.Combine(site.Output, path);
            Compare("the page", new FileInfo(file).Length, Page);
            Compare("the page zipped", Zipped(file), ZippedPage);

            var loaded = new HtmlParser().ParseDocument(File.ReadAllText(file)).QuerySelectorAll("link[rel=stylesheet], script[src]")
                .Select(element => new Uri(new Uri(file), element.GetAttribute("href") ?? element.GetAttribute("src")!).LocalPath).Distinct().ToList();
            loaded.ShouldNotBeEmpty();
            Compare("its style sheets and scripts zipped", loaded.Sum(Zipped), ZippedFiles);

            void Compare(string what, long size, int most)
            {
                if (size > most)
                    faults.Add($"{path}: {what}: {size} bytes, not {most}");
            }
        }

        faults.Count.ShouldBe(0, string.Join('\n', faults));
    }

    private static long Zipped(string file)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
            zip.Write(File.ReadAllBytes(file));
        return zipped.Length;
    }
}
