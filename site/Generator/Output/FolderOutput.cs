using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DisclosureArchive.Generator.Output;

/// <summary>
/// The output folder. Files that differ from what stands there go to a staging folder; <see cref="Commit"/> puts the others beside them
/// and exchanges the two folders in one step, or, where that can't be, moves files in one by one. Until then the former output stands whole: a build that
/// fails, is cancelled or killed leaves at most a staging folder, which the next one clears away. A folder that holds
/// other things than a site of ours is refused; names at its top that begin with a dot (<c>.git</c>, <c>.nojekyll</c>) are left alone.
/// </summary>
public sealed class FolderOutput : IOutput, IDisposable
{
    private readonly bool _isRewritten;
    private readonly string _root;
    private readonly StagingFolder _staging;
    private readonly FileStream _lock;
    private readonly HashSet<string> _former = new(StringComparer.Ordinal);
    private readonly List<string> _formerFolders = [];
    private readonly List<string> _links = [];
    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.Ordinal);

    /// <summary>Takes hold of the folder; it is made if it does not exist.</summary>
    /// <param name="isRewritten">Whether every file is written anew, also one that stands there as it should.</param>
    /// <exception cref="UserError">The folder is not a site of ours, or another build is at work in it.</exception>
    public FolderOutput(string root, bool isRewritten = false)
    {
        _isRewritten = isRewritten;
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        // A link stays where it is: the folder that it leads to is the output.
        if (new DirectoryInfo(_root) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            _root = Path.TrimEndingDirectorySeparator(target.FullName);
        if (File.Exists(_root))
            throw new UserError($"输出位置是一个文件：{root}。", $"The output is a file, not a folder: {root}");
        if (Directory.Exists(_root) && !IsOurs())
            throw new UserError(
                $"输出文件夹不是空的，也不是本程序生成的：{root}。请另选一个文件夹。",
                $"The output folder is neither empty nor made by this program: {root}. Choose another.");
        Directory.CreateDirectory(_root);
        try
        {
            _lock = new FileStream(Path.Combine(_root, StagingFolder.LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            throw new UserError($"另一次生成正在写入 {root}，请等它结束。", $"Another build is writing to {root}; wait for it to end.");
        }

        try
        {
            _staging = new StagingFolder(_root);
            Look(new DirectoryInfo(_root), "");
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
    }

    public WrittenFile Write(OutputFile file)
    {
        OutputPath.Demand(file.Path);
        if (!_written.TryAdd(file.Path, false))
            throw new ArgumentException($"{file.Path} was written twice.", nameof(file));
        using var stream = new StagedFile(!_isRewritten && _former.Contains(file.Path) ? Local(_root, file.Path) : null, Local(_staging.Folder, file.Path));
        file.WriteTo(stream);
        var (differs, sha256) = stream.Finish();
        _written[file.Path] = differs;
        return new WrittenFile(file.Path, sha256, stream.Length);
    }

    public IReadOnlyList<WrittenFile>? Keep(string folder, OutputFile mark)
    {
        if (_isRewritten || !_former.Contains(mark.Path) || !_former.Contains(Manifest.Path) || !File.ReadAllBytes(Local(_root, mark.Path)).AsSpan().SequenceEqual(mark.Content().Span))
            return null;
        var files = new List<WrittenFile>();
        foreach (var (path, sha256) in Manifest.Read(Local(_root, Manifest.Path)).Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal)))
        {
            if (!_former.Contains(path) || File.ReadAllBytes(Local(_root, path)) is var bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
                return null;
            files.Add(new WrittenFile(path, sha256, bytes.Length));
        }

        foreach (var file in files)
            if (!_written.TryAdd(file.Path, false))
                throw new ArgumentException($"{file.Path} was written twice.", nameof(folder));
        return files;
    }

    public Stream Read(string path) => _written.TryGetValue(path, out var differs)
        ? File.OpenRead(Local(differs ? _staging.Folder : _root, path))
        : throw new ArgumentException($"{path} was not written.", nameof(path));

    public OutputChange Commit()
    {
        var strays = _former.Where(path => !_written.ContainsKey(path)).ToList();
        var changed = _written.Where(file => file.Value).Select(file => file.Key).ToList();
        if (changed.Count + strays.Count == 0 || !_staging.TakePlace(_written.Where(file => !file.Value).Select(file => file.Key)))
            PutOneByOne(changed, strays);
        _staging.Clear();
        return new OutputChange(changed.Count, _written.Count - changed.Count, strays.Count);
    }

    public void Dispose()
    {
        try
        {
            _staging.Clear();
        }
        finally
        {
            _lock.Dispose();
        }

        if (!Directory.EnumerateFileSystemEntries(_root).Any())
            Directory.Delete(_root);
    }

    private static string Local(string root, string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));

    private void PutOneByOne(IEnumerable<string> changed, IEnumerable<string> strays)
    {
        foreach (var link in _links)
            File.Delete(link);
        foreach (var stray in strays)
            File.Delete(Local(_root, stray));
        foreach (var folder in _formerFolders.OrderByDescending(folder => folder.Length))
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);

        // The manifest comes last: as long as it is the old one, the move was not finished.
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in changed.OrderBy(path => path == Manifest.Path).ThenBy(path => path, StringComparer.Ordinal))
        {
            var target = Local(_root, path);
            if (Path.GetDirectoryName(target) is { } folder && made.Add(folder))
                Directory.CreateDirectory(folder);
            File.Move(Local(_staging.Folder, path), target, overwrite: true);
        }
    }

    private bool IsOurs() =>
        File.Exists(Path.Combine(_root, Manifest.Path))
        || Directory.EnumerateFileSystemEntries(_root).All(entry => Path.GetFileName(entry) is StagingFolder.InnerName or StagingFolder.LockName);

    /// <summary>Takes stock of what stands there. Links are never followed: they lead out of the folder.</summary>
    private void Look(DirectoryInfo folder, string path)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (path.Length == 0 && entry.Name[0] == '.')
                continue;
            if (entry.LinkTarget is not null)
            {
                _links.Add(entry.FullName);
            }
            else if (entry is DirectoryInfo inner)
            {
                _formerFolders.Add(inner.FullName);
                Look(inner, path + inner.Name + "/");
            }
            else
            {
                _former.Add(path + entry.Name);
            }
        }
    }
}
