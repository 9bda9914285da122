using DisclosureArchive.Synthesis;

namespace DisclosureArchive.Browser.Tests;

/// <summary>The example archive of <c>input/</c>.</summary>
public sealed class ExampleSite : BuiltSite
{
    protected override void WriteInput(string folder) => CopyFrom(Path.Combine(Repository.Root, "input"), folder);
}

/// <summary>The real reports of <c>../shared</c>, built when a test first asks for them: they are not everywhere.</summary>
public sealed class RealReports : IAsyncDisposable
{
    private readonly Lazy<BuiltSite> _site = new(() => new Reports());

    public BuiltSite Site => _site.Value;

    public ValueTask DisposeAsync() => _site.IsValueCreated ? _site.Value.DisposeAsync() : ValueTask.CompletedTask;

    private sealed class Reports : BuiltSite
    {
        protected override void WriteInput(string folder) => CopyFrom(Repository.Shared("reports"), folder);
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
