namespace DisclosureArchive.Generator.Output;

/// <summary>Keeps every written path inside the output folder.</summary>
public static class OutputPath
{
    /// <summary>Fails unless the path is relative, plain and below the output folder.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Demand(string path)
    {
        if (!IsWithin(path))
            throw new ArgumentException($"{path} is not a path within the output folder, or begins with a dot, which is kept for the program.", nameof(path));
    }

    /// <summary>Whether the path is relative, plain and below the output folder. Names beginning with a dot at its top are kept for the program.</summary>
    public static bool IsWithin(string path) =>
        !path.StartsWith('.') && path.Split('/').All(part => part is not ("" or "." or "..") && part.AsSpan().IndexOfAny('\\', ':', '\0') < 0);
}
