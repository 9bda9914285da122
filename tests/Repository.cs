namespace DisclosureArchive;

/// <summary>Where the repository and the real reports beside it lie, whatever folder the tests are run from.</summary>
internal static class Repository
{
    // xunit counts an exception that begins with this token as a skipped test; Benchmarks shares this file and has no xunit.
    private const string SkipToken = "$XunitDynamicSkip$";

    public static string Root { get; } = FindRoot();

    public static string Cases => Path.Combine(Root, "tests", "cases");

    /// <summary>
    /// A path under <c>../shared</c>; a clear failure if it is not there, never a silent skip. Where the real reports can't be had,
    /// <c>WITHOUT_SHARED=1</c> says so, and the tests that need them are counted as skipped.
    /// </summary>
    public static string Shared(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Root, "..", "shared", .. parts]);
        if (LacksShared)
            throw new InvalidOperationException(SkipToken + "The real reports in ../shared are not here.");
        return Path.Exists(path)
            ? path
            : throw new InvalidOperationException($"The acceptance tests need {string.Join('/', ["<repository>", "..", "shared", .. parts])}, which is not there.");
    }

    /// <summary>
    /// For a test that needs a program that is not here: counted as skipped, with the reason; a failure where <c>REQUIRE_TOOLS=1</c> demands every program, as CI does.
    /// </summary>
    public static InvalidOperationException Lacks(string program) =>
        new((Environment.GetEnvironmentVariable("REQUIRE_TOOLS") == "1" ? "" : SkipToken) + $"This test needs {program}, which is not installed.");

    /// <summary>Whether it was said that the real reports are not here.</summary>
    public static bool LacksShared => Environment.GetEnvironmentVariable("WITHOUT_SHARED") == "1" && !Path.Exists(Path.Combine(Root, "..", "shared"));

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
