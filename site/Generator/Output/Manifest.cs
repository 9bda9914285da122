using System.Text;

namespace DisclosureArchive.Generator.Output;

/// <summary>
/// <c>manifest-sha256.txt</c>: SHA-256 and path of every other file of the site, sorted by path, as <c>sha256sum -c</c> reads it.
/// It also marks a folder as one of ours.
/// </summary>
public static class Manifest
{
    public const string Path = "manifest-sha256.txt";

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
}
