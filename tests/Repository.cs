namespace DisclosureArchive;

/// <summary>Where the repository and the real reports beside it lie, whatever folder the tests are run from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Cases => Path.Combine(Root, "tests", "cases");

    /// <summary>A path under <c>../shared</c>; a clear failure if it is not there, never a silent skip.</summary>
    public static string Shared(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Root, "..", "shared", .. parts]);
        return Path.Exists(path)
            ? path
            : throw new InvalidOperationException($"The acceptance tests need {string.Join('/', ["<repository>", "..", "shared", .. parts])}, which is not there.");
    }

    /// <summary>Whether expected values are to be rewritten from what the code gives (<c>ACCEPT=1</c>); review what it wrote.</summary>
    public static bool Accepting => Environment.GetEnvironmentVariable("ACCEPT") == "1";

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DisclosureArchive.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("This does not run from inside the repository.");
        return folder;
    }
}
