namespace DisclosureArchive.Theme;

/// <summary>The theme's files that pages load: the style sheet and the scripts.</summary>
public static class Assets
{
    /// <summary>The names of all of them, as they stand in <c>wwwroot</c>.</summary>
    public static IEnumerable<string> Names => ThemeFiles.Assets;

    /// <summary>The bytes of one.</summary>
    public static ReadOnlyMemory<byte> Read(string name) => ThemeFiles.ReadAsset(name);
}
