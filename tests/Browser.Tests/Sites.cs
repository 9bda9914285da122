using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Browser.Tests;

/// <summary>The example archive of <c>input/</c>.</summary>
public sealed class ExampleSite : BuiltSite
{
    protected override void WriteInput(string folder)
    {
        var input = Path.Combine(Repository.Root, "input");
        foreach (var file in Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(input, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}

/// <summary>The corpus of the benchmarks, 1,000 reports of text.</summary>
public sealed class ThousandReports : BuiltSite
{
    protected override void WriteInput(string folder)
    {
        foreach (var file in SyntheticArchive.Make(1_000, 1, textOnly: true))
            file.WriteTo(folder);
    }
}
