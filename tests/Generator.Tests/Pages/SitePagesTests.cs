using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Pages;

/// <summary>The pages of the demo archive as a whole.</summary>
public sealed class SitePagesTests
{
    [Fact]
    public void Writes_to_a_folder()
    {
        var folder = Environment.GetEnvironmentVariable("PAGES_TO")!;
        foreach (var (path, content) in new DemoArchive().Render())
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }

        Directory.Exists(folder).ShouldBeTrue();
    }
}
