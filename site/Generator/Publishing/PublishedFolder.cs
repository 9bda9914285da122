namespace DisclosureArchive.Generator.Publishing;

/// <summary>A site in a folder. Links are not followed; names at its top that begin with a dot are no part of it.</summary>
internal sealed class PublishedFolder : IPublishedCopy
{
    private readonly string _root;
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _links = new(StringComparer.Ordinal);

    /// <exception cref="UserError">There is no such folder.</exception>
    public PublishedFolder(string folder)
    {
        _root = Path.GetFullPath(folder);
        if (!Directory.Exists(_root))
            throw new UserError($"找不到文件夹：{folder}。", $"There is no folder {folder}.");
        Look(new DirectoryInfo(_root), "");
    }

    public IReadOnlySet<string> Paths => _paths;

    public byte[]? Read(string path) => _paths.Contains(path) && !_links.Contains(path) ? File.ReadAllBytes(Path.Combine(_root, path)) : null;

    public void Dispose()
    {
    }

    private void Look(DirectoryInfo folder, string path)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (path.Length == 0 && entry.Name[0] == '.')
                continue;
            if (entry.LinkTarget is not null)
                _links.Add(path + entry.Name);
            if (entry is DirectoryInfo inner && entry.LinkTarget is null)
                Look(inner, path + inner.Name + "/");
            else
                _paths.Add(path + entry.Name);
        }
    }
}
