namespace DisclosureArchive.Generator.Inputs;

/// <summary>Symbolic links in the input folder: which of them may be followed.</summary>
internal static class Links
{
    private const int LongestChain = 40;

    /// <summary>
    /// Whether what stands there is no link, or one that leads to a file below a folder: at no step out of it, through another link, or to what
    /// is hidden (<c>.git</c>).
    /// </summary>
    /// <param name="entry">A file or folder below the folder.</param>
    /// <param name="folder">Full path of the folder.</param>
    public static bool StaysWithin(FileSystemInfo entry, string folder)
    {
        for (var step = 0; step < LongestChain; step++)
        {
            if (entry.LinkTarget is not { } target)
                return step == 0 || entry is FileInfo { Exists: true };
            if (entry is not FileInfo)
                return false;
            var path = Path.GetFullPath(target, Path.GetDirectoryName(entry.FullName)!);
            if (!IsPlainPath(path, folder))
                return false;
            entry = new FileInfo(path);
        }

        return false;
    }

    /// <summary>Whether all folders on the way to a file are true ones, and nothing of it is hidden.</summary>
    private static bool IsPlainPath(string path, string folder)
    {
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return false;
        var at = folder;
        var parts = path[(folder.Length + 1)..].Split(Path.DirectorySeparatorChar);
        foreach (var part in parts[..^1])
        {
            at = Path.Combine(at, part);
            if (part.StartsWith('.') || new DirectoryInfo(at).LinkTarget is not null)
                return false;
        }

        return !parts[^1].StartsWith('.');
    }
}
