namespace DisclosureArchive.Generator.Output;

/// <summary>How places on this machine's disk lie to each other, by their paths.</summary>
internal static class FolderPath
{
    /// <summary>Whether a path lies below a folder; the folder itself does not.</summary>
    public static bool IsBelow(string path, string folder) =>
        Closed(path) is var inner && Closed(folder) is var outer && inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal);

    /// <summary>Whether two folders are neither the same nor one below the other.</summary>
    public static bool AreApart(string one, string other) => Closed(one) != Closed(other) && !IsBelow(one, other) && !IsBelow(other, one);

    /// <summary>The way from a folder to what is below it, with <c>/</c>; <c>.</c> for itself, null for what is elsewhere.</summary>
    public static string? Within(string path, string folder) =>
        Closed(path) == Closed(folder) || IsBelow(path, folder) ? Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/') : null;

    /// <summary>The full path with one separator at its end.</summary>
    private static string Closed(string path) =>
        Path.GetFullPath(path) is var full && Path.EndsInDirectorySeparator(full) ? full : full + Path.DirectorySeparatorChar;
}
