using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Inputs;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>A site as a build left it, by its manifest. No byte leaves it that the manifest does not vouch for.</summary>
internal sealed class BuiltSite
{
    /// <exception cref="UserError">There is no site.</exception>
    public BuiltSite(string folder)
    {
        Folder = Path.GetFullPath(folder);
        var manifest = Local(Output.Manifest.Path);
        if (!File.Exists(manifest))
            throw new UserError($"{folder} 中没有生成好的网站，请先运行 build。", $"There is no built site in {folder}: run build first.");
        Manifest = File.ReadAllBytes(manifest);
        Files = new SortedDictionary<string, string>(Output.Manifest.Strictly(Encoding.UTF8.GetString(Manifest)), StringComparer.Ordinal);
    }

    /// <summary>Its full path.</summary>
    public string Folder { get; }

    /// <summary>SHA-256 of every file but the manifest, by path.</summary>
    public SortedDictionary<string, string> Files { get; }

    /// <summary>The bytes of its manifest.</summary>
    public byte[] Manifest { get; }

    /// <summary>A short name of what it holds: the same for the same site, whoever built it when.</summary>
    public string Build => Convert.ToHexStringLower(SHA256.HashData(Manifest))[..16];

    /// <summary>Bytes of a file, by what stands there.</summary>
    public long SizeOf(string path) => new FileInfo(Local(path)) is { Exists: true } file ? file.Length : throw Damaged(path);

    /// <summary>Copies a file.</summary>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="UserError">It is not what the manifest says.</exception>
    public long CopyTo(string path, Stream target)
    {
        var file = new FileInfo(Local(path));
        if (!file.Exists || file.LinkTarget is not null)
            throw Damaged(path);
        using var source = file.OpenRead();
        var (length, sha256) = HashedCopy.Copy(source, target);
        return sha256 == Files[path] ? length : throw Damaged(path);
    }

    /// <summary>The bytes of a file, whatever they are.</summary>
    public byte[] Read(string path) => File.ReadAllBytes(Local(path));

    private static UserError Damaged(string path) =>
        new($"{path} 与清单不符，请重新运行 build。", $"{path} is not what the manifest says; run build again.");

    private string Local(string path) => Path.Combine(Folder, path);
}
