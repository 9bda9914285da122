using System.Text;

namespace DisclosureArchive.Generator.Output;

/// <summary>
/// <c>manifest-sha256.txt</c>: SHA-256 and path of every other file of the site, sorted by path, as <c>sha256sum -c</c> reads it.
/// It also marks a folder as one of ours.
/// </summary>
public static class Manifest
{
    public const string Path = "manifest-sha256.txt";
    private const int HashLength = 64;

    /// <summary>The manifest of these files.</summary>
    public static OutputFile Of(IEnumerable<WrittenFile> files) => new(Path, () =>
    {
        var text = new StringBuilder();
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
            text.Append(file.Sha256).Append("  ").Append(file.Path).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    });

    /// <summary>The files that a manifest names; lines that are none are left out.</summary>
    public static IEnumerable<(string Path, string Sha256)> Read(string manifest) =>
        from line in File.ReadLines(manifest)
        let parted = line.IndexOf("  ", StringComparison.Ordinal)
        where parted > 0
        select (line[(parted + 2)..], line[..parted]);

    /// <summary>The files that the text of a manifest names, with their hashes; one wrong line is too much, since it may come from anywhere.</summary>
    /// <exception cref="UserError">A line is wrong, or leads out of the folder.</exception>
    public static Dictionary<string, string> Strictly(string text)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in text.Split('\n')[..^1])
        {
            number++;
            if (line.Length <= HashLength + 2 || line[HashLength..(HashLength + 2)] != "  " || line.AsSpan(0, HashLength).ContainsAnyExcept("0123456789abcdef") || !OutputPath.IsWithin(line[(HashLength + 2)..])
                || !files.TryAdd(line[(HashLength + 2)..], line[..HashLength]))
                throw new UserError($"{Path} 第 {number} 行有误。", $"Line {number} of {Path} is wrong.");
        }

        return text.Length == 0 || text[^1] == '\n' ? files : throw new UserError($"{Path} 不完整。", $"{Path} is cut off.");
    }
}
