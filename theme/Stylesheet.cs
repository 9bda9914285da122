namespace DisclosureArchive.Theme;

/// <summary>The theme's style sheet.</summary>
public static class Stylesheet
{
    /// <summary>Its bytes.</summary>
    public static ReadOnlyMemory<byte> Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("site.css")
            ?? throw new InvalidOperationException("site.css is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
