namespace DisclosureArchive.Generator.Publishing;

/// <summary>A copy of a site that is to be compared: a folder, or what a server on this machine gives.</summary>
internal interface IPublishedCopy : IDisposable
{
    /// <summary>All files that stand there, links among them; null where nobody can tell.</summary>
    IReadOnlySet<string>? Paths { get; }

    /// <summary>The bytes of a file; null if there is none. A link is none.</summary>
    byte[]? Read(string path);
}
