using System.Security.Cryptography;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Pages;

/// <summary>
/// The picture of the example archive at the top of the README files. Fonts differ between machines, so what the picture shows is compared, not its pixels:
/// the SHA-256 of the page and its style sheet stands beside it. <c>ACCEPT=1</c> makes both anew; look at the picture.
/// </summary>
public sealed class ReadmePictureTests(Browser browser, ExampleSite example)
{
    private static readonly string Pictures = Path.Combine(Repository.Root, "docs", "pictures");

    private static readonly string Picture = Path.Combine(Pictures, "archive.png");

    private static readonly string Digest = Path.Combine(Pictures, "archive.sha256");

    [Fact]
    public async Task The_picture_shows_the_archive_as_it_is()
    {
        var diagnostics = File.ReadAllText(Path.Combine(example.Output, "data", "diagnostics.json"));
        if (diagnostics.Contains("DA1005", StringComparison.Ordinal) || diagnostics.Contains("DA1007", StringComparison.Ordinal))
            throw Repository.Lacks("Node or LibreOffice");
        if (Repository.Accepting)
        {
            await using var reader = await browser.Visit(example, options: new() { ViewportSize = new() { Width = 1100, Height = 910 } });
            await reader.Go("index.html");
            await reader.Page.ScreenshotAsync(new() { Path = Picture });
            File.WriteAllText(Digest, Shown() + "\n");
        }

        new FileInfo(Picture).Length.ShouldBeInRange(10_000, 150_000);
        File.ReadAllText(Digest).Trim().ShouldBe(Shown(), "The page has changed: ACCEPT=1 dotnet run --project tests/Browser.Tests -- -class '*ReadmePicture*'");
    }

    [Theory, InlineData("README.md"), InlineData("README.zh-CN.md")]
    public void It_stands_in_the_README(string name) => File.ReadAllText(Path.Combine(Repository.Root, name)).ShouldContain("(docs/pictures/archive.png)");

    private string Shown() => Convert.ToHexStringLower(SHA256.HashData(
        [.. File.ReadAllBytes(Path.Combine(example.Output, "index.html")), .. File.ReadAllBytes(Path.Combine(example.Output, "assets", "site.css"))]));
}
