namespace DisclosureArchive.Generator.Output;

/// <summary>Keeps every written path inside the output folder.</summary>
public static class OutputPath
{
    /// <summary>Fails unless the path is relative, plain and below the output folder.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Demand(string path)
    {
        foreach (var part in path.Split('/'))
            if (part is "" or "." or ".." || part.AsSpan().IndexOfAny('\\', ':', '\0') >= 0)
                throw new ArgumentException($"{path} is not a path within the output folder.", nameof(path));
        if (path[0] == '.')
            throw new ArgumentException($"{path}: names beginning with a dot at the top of the output are kept for the program.", nameof(path));
    }
}
