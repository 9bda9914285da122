using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Browser.Tests;

/// <summary>The example archive of <c>input/</c>.</summary>
public sealed class ExampleSite : BuiltSite
{
    protected override void WriteInput(string folder) => CopyFrom(Path.Combine(Repository.Root, "input"), folder);
}

/// <summary>The real reports of <c>../shared</c>.</summary>
public sealed class RealReports : BuiltSite
{
    protected override void WriteInput(string folder) => CopyFrom(Repository.Shared("reports"), folder);
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
