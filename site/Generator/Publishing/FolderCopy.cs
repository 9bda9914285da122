using System.Security.Cryptography;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Publishing;

/// <summary>
/// Makes a folder hold a site: writes what changed, each file under another name first, and removes what the former manifest there names and the site
/// has no longer. What others put there stays (<c>CNAME</c>, <c>.git</c>), and nothing is written through a link. A note beside the site tells the
/// next copy of one that was interrupted: then nothing is taken for unchanged on the word of the manifest.
/// </summary>
internal sealed class FolderCopy : IDisposable
{
    private const string NoteName = ".publishing";
    private const string PartName = ".publishing-part";

    private readonly BuiltSite _site;
    private readonly string _root;
    private readonly FileStream _note;
    private readonly Dictionary<string, string> _former = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ours = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly bool _wasInterrupted;
    private bool _keepsNote;

    private FolderCopy(BuiltSite site, string folder)
    {
        (_site, _root) = (site, Path.GetFullPath(folder));
        if (!FolderPath.AreApart(site.Folder, folder))
            throw new UserError($"发布的位置与生成的网站不能互相包含：{folder}。", $"The built site and where it is published must stand apart: {folder}");
        var manifest = new FileInfo(Local(Manifest.Path));
        var note = new FileInfo(Local(NoteName));
        if (File.Exists(_root) || note.LinkTarget is not null || manifest.LinkTarget is not null)
            throw NotOurs(folder);
        if (Directory.Exists(_root) && !manifest.Exists && !note.Exists && Directory.EnumerateFileSystemEntries(_root).Any(entry => !IsOfHost(Path.GetFileName(entry))))
            throw NotOurs(folder);

        Directory.CreateDirectory(_root);
        _keepsNote = _wasInterrupted = note.Exists;
        try
        {
            _note = new FileStream(note.FullName, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new UserError($"另一次发布正在写入 {folder}，请等它结束。", $"Another publication is writing to {folder}; wait for it to end.");
        }

        if (manifest.Exists)
            foreach (var (path, sha256) in Manifest.Read(manifest.FullName).Where(file => OutputPath.IsWithin(file.Path)))
                _former[path] = sha256;
        _ours.UnionWith(_former.Keys);
        using var reader = new StreamReader(_note, leaveOpen: true);
        while (reader.ReadLine() is { } path)
            if (OutputPath.IsWithin(path))
                _ours.Add(path);
    }

    /// <summary>Makes the folder hold the site.</summary>
    /// <exception cref="UserError">The folder holds something else, or the site is damaged.</exception>
    public static OutputChange Run(BuiltSite site, string folder, CancellationToken cancel)
    {
        using var copy = new FolderCopy(site, folder);
        return copy.Run(cancel);
    }

    public void Dispose()
    {
        _note.Dispose();
        if (!_keepsNote)
            File.Delete(Local(NoteName));
    }

    private OutputChange Run(CancellationToken cancel)
    {
        foreach (var path in _site.Files.Keys)
            DemandFree(path);
        var changed = _site.Files.Keys.Where(path => !IsUnchanged(path)).ToList();
        var strays = _ours.Where(path => !_site.Files.ContainsKey(path)).ToHashSet(StringComparer.Ordinal);
        Note();
        ClearParts(strays);

        var folders = _site.Files.Keys.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        var inTheWay = strays.Where(stray => folders.Contains(stray) || Above(stray).Any(_site.Files.ContainsKey)).ToList();
        var removed = Remove(inTheWay);
        foreach (var path in changed)
        {
            cancel.ThrowIfCancellationRequested();
            Put(path, stream => _site.CopyTo(path, stream));
        }

        removed += Remove(strays.Except(inTheWay));
        var manifest = Local(Manifest.Path);
        var isNew = !File.Exists(manifest) || !File.ReadAllBytes(manifest).AsSpan().SequenceEqual(_site.Manifest);
        if (isNew)
            Put(Manifest.Path, stream => stream.Write(_site.Manifest));
        _keepsNote = false;
        var written = changed.Count + (isNew ? 1 : 0);
        return new OutputChange(written, _site.Files.Count + 1 - written, removed);
    }

    /// <summary>Says what may stand here from now on that the manifest here does not name.</summary>
    private void Note()
    {
        _keepsNote = true;
        _note.SetLength(0);
        _note.Write(Encoding.UTF8.GetBytes(string.Concat(_ours.Concat(_site.Files.Keys).Distinct().Select(path => path + "\n"))));
        _note.Flush(flushToDisk: true);
    }

    private bool IsUnchanged(string path)
    {
        var file = new FileInfo(Local(path));
        if (!file.Exists || file.LinkTarget is not null || file.Length != _site.SizeOf(path))
            return false;
        if (!_wasInterrupted)
            return _former.GetValueOrDefault(path) == _site.Files[path];
        using var stream = file.OpenRead();
        return Convert.ToHexStringLower(SHA256.HashData(stream)) == _site.Files[path];
    }

    /// <summary>Fails if writing there would touch what is not ours.</summary>
    private void DemandFree(string path)
    {
        foreach (var above in Above(path))
        {
            if (!_folders.Add(above))
                continue;
            if (new DirectoryInfo(Local(above)).LinkTarget is not null)
                throw new UserError($"{above} 是链接，不会通过链接写入。", $"{above} is a link; nothing is written through a link.");
            if (File.Exists(Local(above)) && !_ours.Contains(above))
                throw InTheWay(above);
        }

        var target = new FileInfo(Local(path));
        if ((target.Exists && !_ours.Contains(path)) || (Directory.Exists(target.FullName) && target.LinkTarget is null && HoldsOthers(path)))
            throw InTheWay(path);
    }

    private bool HoldsOthers(string folder) =>
        Directory.EnumerateFiles(Local(folder), "*", SearchOption.AllDirectories).Any(file => !_ours.Contains(Path.GetRelativePath(_root, file).Replace('\\', '/')));

    private int Remove(IEnumerable<string> strays)
    {
        var removed = 0;
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stray in strays)
        {
            if (!IsPlain(stray) || !File.Exists(Local(stray)))
                continue;
            File.Delete(Local(stray));
            removed++;
            folders.UnionWith(Above(stray));
        }

        foreach (var folder in folders.OrderByDescending(folder => folder.Length))
            if (!Directory.EnumerateFileSystemEntries(Local(folder)).Any())
                Directory.Delete(Local(folder));
        return removed;
    }

    /// <summary>Whether no link leads to where a path stands.</summary>
    private bool IsPlain(string path) => Above(path).All(above => new DirectoryInfo(Local(above)).LinkTarget is null);

    private void ClearParts(IEnumerable<string> strays)
    {
        if (!_wasInterrupted)
            return;
        foreach (var folder in _site.Files.Keys.Concat(strays.Where(IsPlain)).SelectMany(Above).Append("").Distinct(StringComparer.Ordinal).Select(Local).Where(Directory.Exists))
            File.Delete(Path.Combine(folder, PartName));
    }

    private void Put(string path, Action<Stream> write)
    {
        var target = Local(path);
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, PartName);
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                write(stream);
            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>What a host keeps beside a site.</summary>
    private static bool IsOfHost(string name) => name[0] == '.' || name == "CNAME";

    private static UserError NotOurs(string folder) => new(
        $"目标文件夹不是空的，也不是本程序发布的网站：{folder}。请另选一个文件夹。",
        $"The target is neither empty nor a site of this program: {folder}. Choose another.");

    private static UserError InTheWay(string path) => new(
        $"目标文件夹里的 {path} 不是本程序写的，未作任何改动。请先把它移开。",
        $"{path} in the target was not written by this program; nothing was changed. Move it away first.");

    /// <summary>The folders that a path stands in, outermost first.</summary>
    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
    }

    private string Local(string path) => Path.Combine(_root, path);
}
