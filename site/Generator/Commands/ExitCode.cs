namespace DisclosureArchive.Generator.Commands;

/// <summary>What the program returns.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Done = 0;

    /// <summary>It failed, or <c>check</c> found errors or relations that do not hold.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>It was cancelled, as shells have it for Ctrl-C.</summary>
    public const int Cancelled = 130;
}
