using System.Text.Json;

namespace DisclosureArchive.Theme;

/// <summary>
/// The theme's files that are no code: <c>wwwroot</c> and <c>Words</c>. They are those it was compiled with; a preview of a theme that is being
/// worked on takes them from its source folder instead.
/// </summary>
public static class ThemeFiles
{
    private const string WordsPrefix = "Words.";

    private static readonly JsonSerializerOptions WordsFormat = new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static string? _folder;

    /// <summary>Takes them from a theme's source folder from now on. To be called before the first page is made: words are read once.</summary>
    public static void TakeFrom(string folder) => _folder = folder;

    /// <summary>The names of the style sheet and the scripts, as they stand in <c>wwwroot</c>; what editors keep beside them is none.</summary>
    internal static IEnumerable<string> Assets => (_folder is null
            ? typeof(ThemeFiles).Assembly.GetManifestResourceNames().Where(name => !name.StartsWith(WordsPrefix, StringComparison.Ordinal))
            : Directory.EnumerateFiles(Path.Combine(_folder, "wwwroot")).Select(path => Path.GetFileName(path)).Where(name => name[0] != '.' && name[^1] != '~'))
        .Order(StringComparer.Ordinal);

    /// <summary>The texts of a language by key.</summary>
    /// <exception cref="JsonException">The file is not what it should be.</exception>
    public static SortedDictionary<string, string> ReadWords(string language) =>
        JsonSerializer.Deserialize<SortedDictionary<string, string>>(Read($"{WordsPrefix}{language}.json", Path.Combine("Words", $"{language}.json")), WordsFormat)
            ?? throw new JsonException("null");

    /// <exception cref="ArgumentException">The theme was compiled without it.</exception>
    internal static byte[] ReadAsset(string name) => Read(name, Path.Combine("wwwroot", name));

    private static byte[] Read(string resource, string path)
    {
        if (_folder is not null)
            return File.ReadAllBytes(Path.Combine(_folder, path));
        using var stream = typeof(ThemeFiles).Assembly.GetManifestResourceStream(resource) ?? throw new ArgumentException($"{resource} is not in the assembly.", nameof(resource));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
