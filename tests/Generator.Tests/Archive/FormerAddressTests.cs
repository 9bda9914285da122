using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Generator.Tests.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Archive;

/// <summary>An old and a new archive: every old address leads to what stood there.</summary>
public sealed class FormerAddressTests : IDisposable
{
    private const string Header = "id,name,region,kind,aliases,predecessor,successor,former_ids,former_pages\n";

    private readonly TemporaryFolder _folder = new();

    public FormerAddressTests()
    {
        _folder.Write("in/archive.yml", "title: 示例档案\n");
        _folder.Write("in/agencies.csv", "id,name,region,kind,aliases\nlao-minzheng,示例县民政局,示例县,部门,\ncaizheng,示例县财政局,示例县,部门,\n");
        _folder.Write("in/a/2020.txt", "agency: 示例县民政局\nyear: 2020\npublished: 2021-01-20\ntext: 第一年的正文，足够长，可以比较。\n");
        _folder.Write("in/a/2021.txt", "agency: 示例县民政局\nyear: 2021\npublished: 2022-01-20\ntext: 第二年的正文，足够长，可以比较。\n");
        _folder.Write("in/b/2021.html", "agency: 乙/局（筹）\nyear: 2021\npublished: 2022-01-20\n");
        _folder.Write("in/c/2021.txt", "agency: 示例县财政局\nyear: 2021\n");
        _folder.Write("in/d/谁.txt", "text: 没有写是哪个机关\n");
        _folder.Write("in/d/又是谁.txt", "text: 也没有写是哪个机关\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData(""), InlineData("base_url: https://example.org/a\n")]
    public void Every_old_address_leads_to_what_stood_there(string settings)
    {
        _folder.Write("in/archive.yml", "title: 示例档案\n" + settings);
        var old = Build(out _);
        var unknown = $"undated-{Hash("in/d/谁.txt")}";

        // One agency gets another id, one is registered, a report is attributed, and a newer revision of another arrives.
        _folder.Write("in/agencies.csv", Header
            + "minzheng,示例县民政局,示例县,部门,,,,zuilao-minzheng|lao-minzheng,\n"
            + $"caizheng,示例县财政局,示例县,部门,,,,,unidentified/{unknown}>2019\n"
            + "yiju,乙/局（筹）,示例县,部门,,,,乙/局（筹）,\n");
        _folder.Write("in/d/谁.txt.yml", "agency: caizheng\nyear: 2019\n");
        _folder.Write("in/a/2021新.txt", "agency: 示例县民政局\nyear: 2021\npublished: 2022-05-20\n");
        var now = Build(out var told);

        told.ShouldBeEmpty();
        var followed = 0;
        foreach (var path in old.Keys.Where(path => path.StartsWith("agencies/", StringComparison.Ordinal) && !path.EndsWith(".js", StringComparison.Ordinal)))
        {
            now.ShouldContainKey(path);
            followed++;
            var then = Current(path.Replace($"unidentified/{unknown}", "caizheng/2019", StringComparison.Ordinal));
            if (path.EndsWith(".html", StringComparison.Ordinal))
            {
                var page = Html.Parse(now[path]);
                if (path == then)
                {
                    page.QuerySelector("meta[http-equiv=refresh]").ShouldBeNull();
                    continue;
                }

                var target = Target(path, page);
                target.ShouldBe(then);
                Html.Parse(now[target]).QuerySelector("meta[http-equiv=refresh]").ShouldBeNull("one step is enough");
                page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
                Html.Target(path, page.QuerySelector("main a")!.GetAttribute("href")!)!.Value.Path.ShouldBe(then);
                var canonical = page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!;
                if (settings.Length > 0)
                    canonical.ShouldBe("https://example.org/a/" + Routes.Link("", then));
                else
                    Html.Target(path, canonical)!.Value.Path.ShouldBe(then);
                foreach (var needed in page.QuerySelectorAll("script[src]").Select(script => script.GetAttribute("src")!).Concat(page.QuerySelectorAll("link[rel=stylesheet]").Select(sheet => sheet.GetAttribute("href")!)))
                    now.ShouldContainKey(Html.Target(path, needed)!.Value.Path);
                page.QuerySelectorAll("script:not([src])").ShouldBeEmpty();
            }
            else
            {
                // What programs read is what they would find at the new address; a source file is what it was.
                now[path].ShouldBe(now[then]);
                if (path.Count(c => c == '/') == 3 && !path.Contains("/excel/", StringComparison.Ordinal))
                    now[path].ShouldBe(old[path]);
            }
        }

        followed.ShouldBeGreaterThan(15);
        now.ShouldContainKey("agencies/zuilao-minzheng/2020.html");
        Encoding.UTF8.GetString(now["sitemap.xml"]).ShouldNotContain("lao-minzheng");
        Encoding.UTF8.GetString(now["sitemap.xml"]).ShouldNotContain(unknown);
        Encoding.UTF8.GetString(now["data/reports.csv"]).ShouldNotContain("lao-minzheng");
    }

    [Fact]
    public void The_old_addresses_of_a_withdrawn_report_lead_to_its_page()
    {
        _folder.Write("in/agencies.csv", Header + "minzheng,示例县民政局,示例县,部门,,,,lao-minzheng,unidentified/undated-1a2b3c4d>2021\n");
        _folder.Write("in/a/2021.txt.yml", "withdrawn: 2024-03-01\nreason: 误传\n");
        var now = Build(out var told);
        told.ShouldAllBe(said => said.StartsWith("DA6015 ", StringComparison.Ordinal));
        foreach (var old in (string[])["agencies/lao-minzheng/2021", "agencies/unidentified/undated-1a2b3c4d"])
        {
            now.ShouldContainKey(old + ".html");
            Target(old + ".html", Html.Parse(now[old + ".html"])).ShouldBe("agencies/minzheng/2021.html");
            now[old + ".json"].ShouldBe(now["agencies/minzheng/2021.json"]);
            now.Keys.Where(path => path.StartsWith(old, StringComparison.Ordinal)).Count().ShouldBe(2);
            Encoding.UTF8.GetString(now["sitemap.xml"]).ShouldNotContain(old);
        }
    }

    [Fact]
    public void What_lies_at_an_old_address_has_no_other_agency()
    {
        // An unregistered body of that name still reports.
        _folder.Write("in/agencies.csv", Header + "minzheng,示例县民政局,,,,,,乙/局（筹）|index.html|unidentified|lao,\n");
        var now = Build(out var told);
        told.Count.ShouldBe(3);
        told.ShouldAllBe(said => said.StartsWith("DA7011 ", StringComparison.Ordinal));
        told[0].ShouldContain("乙/局（筹）");
        now.Keys.Count(path => path.StartsWith("agencies/lao/", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        Html.Parse(now[now.Keys.Single(path => path.StartsWith("agencies/乙", StringComparison.Ordinal) && path.EndsWith("/2021.html", StringComparison.Ordinal))])
            .QuerySelector("meta[http-equiv=refresh]").ShouldBeNull();
    }

    [Theory]
    [InlineData("a,甲,,,,,,a,", "自己")]
    [InlineData("a,甲,,,,,,b,\nb,乙,,,,,,,", "现有这个 id")]
    [InlineData("a,甲,,,,,,x,\nb,乙,,,,,,X,", "也写了它")]
    [InlineData("a,甲,,,,,,,2021", "旧文件夹/旧页名")]
    [InlineData("a,甲,,,,,,,../x>2021", "旧文件夹/旧页名")]
    [InlineData("a,甲,,,,,,,x/index>2021", "旧文件夹/旧页名")]
    [InlineData("minzheng,示例县民政局,,,,,,,x/2019>2019", "不存在")]
    [InlineData("minzheng,示例县民政局,,,,,,,caizheng/2021>2021\ncaizheng,示例县财政局,,,,,,,", "现有别的报告")]
    [InlineData("minzheng,示例县民政局,,,,,,x,x/2021>2020", "已经指向别的报告")]
    [InlineData("minzheng,示例县民政局,,,,,,,x/2021>2020|X/2021>2021", "已经指向别的报告")]
    public void A_former_address_that_is_not_free_is_told(string rows, string problem)
    {
        _folder.Write("in/agencies.csv", Header + rows + "\n");
        Build(out var told);
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(said => said.StartsWith("DA7011 ", StringComparison.Ordinal) && said.Contains(problem, StringComparison.Ordinal));
    }

    /// <summary>Where the old address leads: a folder's name exchanged.</summary>
    private static string Current(string path)
    {
        var parts = path.Split('/');
        parts[1] = parts[1] == "lao-minzheng" ? "minzheng" : parts[1].StartsWith('乙') ? "yiju" : parts[1];
        return string.Join('/', parts);
    }

    private static string Target(string path, AngleSharp.Dom.IDocument page)
    {
        var refresh = page.QuerySelectorAll("meta[http-equiv=refresh]").ShouldHaveSingleItem().GetAttribute("content")!;
        refresh.ShouldStartWith("0; url=");
        refresh.ShouldNotContain("https:");
        page.QuerySelector("script")!.GetAttribute("data-target").ShouldBe(refresh["0; url=".Length..]);
        return Html.Target(path, refresh["0; url=".Length..])!.Value.Path;
    }

    private SortedDictionary<string, byte[]> Build(out List<string> told)
    {
        var output = new MemoryOutput();
        var result = new SiteBuilder { Reader = MadeReport.Reader, Pages = new SitePages() }.Build(_folder["in"], output, TestContext.Current.CancellationToken);
        told = [.. result.Archive.Diagnostics.Select(said => $"{said.Diagnostic.Code} {said.Diagnostic.Chinese}")];
        return output.Files;
    }

    private string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder[path])))[..8];
}
