namespace DisclosureArchive.Theme;

/// <summary>The theme's files that pages load: the style sheet and the scripts.</summary>
public static class Assets
{
    /// <summary>The names of all of them, as they stand in <c>wwwroot</c>.</summary>
    public static IEnumerable<string> Names => typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => !name.StartsWith("Words.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The bytes of one.</summary>
    public static ReadOnlyMemory<byte> Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)
            ?? throw new ArgumentException($"{name} is not in the assembly.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
