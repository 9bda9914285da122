using System.Text;
using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Output;
using DisclosureArchive.Generator.Pages;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Sites;

/// <summary>The small sites of <c>tests/sites</c>: which files a build gives, and some of them byte for byte.</summary>
public sealed class SiteTests
{
    private static readonly string Root = Path.Combine(Repository.Root, "tests", "sites");

    public static TheoryData<string> Sites => [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_site_is_as_expected(string site)
    {
        var folder = Path.Combine(Root, site);
        var output = new MemoryOutput();
        new SiteBuilder { Pages = new SitePages() }.Build(Path.Combine(folder, "input"), output, TestContext.Current.CancellationToken);

        var list = Path.Combine(folder, "expected-files.txt");
        var files = string.Concat(output.Files.Keys.Select(path => path + "\n"));
        if (Repository.Accepting)
            File.WriteAllText(list, files);
        files.ShouldBe(File.ReadAllText(list));

        var expected = Path.Combine(folder, "expected");
        foreach (var file in Directory.Exists(expected) ? Directory.EnumerateFiles(expected, "*", SearchOption.AllDirectories) : [])
        {
            var path = Path.GetRelativePath(expected, file).Replace('\\', '/');
            output.Files.ShouldContainKey(path);
            if (Repository.Accepting)
                File.WriteAllBytes(file, output.Files[path]);
            Encoding.UTF8.GetString(output.Files[path]).ShouldBe(File.ReadAllText(file), path);
        }
    }

    [Fact]
    public void There_are_sites() => Sites.Count.ShouldBeGreaterThan(1);
}
