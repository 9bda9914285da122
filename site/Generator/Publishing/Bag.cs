using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>
/// A BagIt bag (RFC 8493) of an archive's sources (<c>data/input/</c>) and of the site that was built from them (<c>data/output/</c>). A report file that
/// the site does not publish, since the report was withdrawn, is not in it either. The same files give the same bag, byte for byte; it bears a date only if one is given.
/// </summary>
internal sealed class Bag
{
    private const string ManifestName = "manifest-sha256.txt";

    private readonly string _root;
    private readonly SortedDictionary<string, string> _payload = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _tags = new(StringComparer.Ordinal);
    private int _leftOut;
    private long _bytes;

    private Bag(string root) => _root = root;

    /// <summary>Writes a bag; it stands in its place only when it is whole.</summary>
    /// <param name="folder">Where to; it must be empty or not exist.</param>
    /// <param name="date">When it was bagged; null not to say.</param>
    /// <returns>How many payload files it has, and how many report files were left out.</returns>
    public static (int Files, int LeftOut) Write(BuiltSite site, string inputFolder, string folder, DateTimeOffset? date, CancellationToken cancel)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new UserError($"目标不是空文件夹：{folder}。每次存档请另选一个文件夹。", $"{folder} is not an empty folder; choose a new one for each bag.");
        foreach (var inner in (string[])[site.Folder, inputFolder])
            if (FolderPath.IsBelow(target, inner))
                throw new UserError($"存档不能放在它的来源里：{folder}。", $"A bag must not stand among what goes into it: {folder}");

        var partial = Path.Combine(Path.GetDirectoryName(target) ?? target, $".{Path.GetFileName(target)}.partial");
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        try
        {
            var bag = new Bag(partial);
            bag.Fill(site, inputFolder, date, cancel);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(partial, target);
            return (bag._payload.Count, bag._leftOut);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    private void Fill(BuiltSite site, string inputFolder, DateTimeOffset? date, CancellationToken cancel)
    {
        var input = InputFinder.InFolder(inputFolder);
        var withheld = Withheld(site, input, cancel);
        foreach (var (path, file) in Sources.In(inputFolder))
        {
            cancel.ThrowIfCancellationRequested();
            if (withheld(path))
                continue;
            using var source = file.OpenRead();
            Add("data/input/" + path, target => HashedCopy.Copy(source, target));
        }

        foreach (var (path, sha256) in site.Files)
        {
            cancel.ThrowIfCancellationRequested();
            Add("data/output/" + path, target => (site.CopyTo(path, target), sha256));
        }

        using (var manifest = new MemoryStream(site.Manifest))
            Add("data/output/" + Manifest.Path, target => HashedCopy.Copy(manifest, target));

        Tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Tag("bag-info.txt", Info(input.Settings, date));
        Tag(ManifestName, Lines(_payload));
        Tag("tagmanifest-sha256.txt", Lines(_tags));
    }

    /// <summary>
    /// Which files are left out: those of reports whose bytes stand nowhere in the site, and what a browser saved beside them. The site knows what a sidecar alone does not tell:
    /// which files are one report, and so withdrawn together.
    /// </summary>
    private Func<string, bool> Withheld(BuiltSite site, InputFolder input, CancellationToken cancel)
    {
        var published = site.Files.Values.ToHashSet(StringComparer.Ordinal);
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in input.Files)
        {
            cancel.ThrowIfCancellationRequested();
            if (!published.Contains(SourceReader.Copy(file, Stream.Null)))
                files.Add(file.Path);
        }

        _leftOut = files.Count;
        var folders = files.SelectMany(InputFinder.SavedBeside).ToList();
        return path => files.Contains(path) || folders.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal));
    }

    private string Info(ArchiveSettings settings, DateTimeOffset? date)
    {
        var info = new StringBuilder();
        Say("Source-Organization", settings.Owner);
        Say("External-Description", settings.Description.Length > 0 ? $"{settings.Title}：{settings.Description}" : settings.Title);
        Say("Bagging-Date", date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
        Say("Payload-Oxum", string.Create(CultureInfo.InvariantCulture, $"{_bytes}.{_payload.Count}"));
        return info.ToString();

        void Say(string label, string value)
        {
            if (value.Length > 0)
                info.Append(label).Append(": ").Append(value.ReplaceLineEndings(" ").Trim()).Append('\n');
        }
    }

    private void Add(string path, Func<Stream, (long Length, string Sha256)> write)
    {
        using var stream = Create(path);
        var (length, sha256) = write(stream);
        _payload.Add(path, sha256);
        _bytes += length;
    }

    private void Tag(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var stream = Create(name);
        stream.Write(bytes);
        _tags.Add(name, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private FileStream Create(string path)
    {
        var file = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Of paths, the RFC has only the signs encoded that would end a line, and the sign of encoding.</summary>
    private static string Lines(SortedDictionary<string, string> files) => string.Concat(files.Select(file =>
        $"{file.Value}  {file.Key.Replace("%", "%25", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)}\n"));
}
