namespace DisclosureArchive.Generator.Output;

/// <summary>
/// Where an output is made ready: in a folder beside it, <c>.NAME.staging</c>, which can take its place in one step. Where that can't be, in a folder
/// within it, from which files are moved one by one: on Windows and file systems that can't exchange folders; if the output is a mounted
/// volume, a folder with an owner or rights unlike a new one's, or the one that the program runs in; if nothing may be written beside it.
/// </summary>
internal sealed class StagingFolder
{
    /// <summary>What keeps other builds away. It stands in both folders, so that it holds whichever of them is the output.</summary>
    public const string LockName = ".lock";

    /// <summary>Within the output.</summary>
    public const string InnerName = ".staging";

    private readonly string _root;
    private readonly string _inner;
    private readonly string? _beside;
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    /// <summary>Clears what a killed build left.</summary>
    /// <param name="root">Full path of the output, no link, with the lock in it.</param>
    /// <exception cref="UserError">It left a folder of the user's, and another of that name stands in the output.</exception>
    public StagingFolder(string root)
    {
        _root = root;
        _inner = Path.Combine(root, InnerName);
        _beside = Path.GetDirectoryName(root) is { } above ? Path.Combine(above, $".{Path.GetFileName(root)}{InnerName}") : null;
        Clear();
        Folder = _beside is not null && TryMakeBeside(_beside) ? _beside : _inner;
    }

    /// <summary>Its full path.</summary>
    public string Folder { get; }

    /// <summary>Removes it, and what a killed build left of another, but for what is the user's: that goes back to the output.</summary>
    public void Clear()
    {
        if (_beside is not null && IsOurs(_beside))
        {
            TakeBack(_beside);
            Directory.Delete(_beside, recursive: true);
        }

        if (Directory.Exists(_inner))
            Directory.Delete(_inner, recursive: true);
    }

    /// <summary>Makes it the output, with these files of the former one, which it then holds in its place, and all whose name begins with a dot at the top.</summary>
    /// <returns>False if that can't be; then the output is as it was.</returns>
    public bool TakePlace(IEnumerable<string> unchanged)
    {
        if (Folder != _beside || !unchanged.All(TryLink))
            return false;
        if (TryCarry(_beside) && FolderExchange.Run(_beside, _root))
            return true;
        TakeBack(_beside);
        return false;
    }

    private static IEnumerable<FileSystemInfo> OfUser(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => entry.Name[0] == '.' && entry.Name is not (LockName or InnerName));

    private static bool IsPlainFile(FileSystemInfo entry) => entry is FileInfo && entry.LinkTarget is null;

    /// <summary>A folder by this name is ours, unless it is a link or whoever owns the output did not make it.</summary>
    private bool IsOurs(string beside) =>
        !OperatingSystem.IsWindows() && Directory.Exists(beside) && new DirectoryInfo(beside).LinkTarget is null && FolderRights.Of(beside).Owner == FolderRights.Of(_root).Owner;

    private bool TryMakeBeside(string beside)
    {
        if (OperatingSystem.IsWindows() || Path.Exists(beside) || RunsWithin())
            return false;
        try
        {
            Directory.CreateDirectory(beside);
            var (held, probe) = (Path.Combine(beside, LockName), Path.Combine(beside, InnerName));
            if (FolderRights.Of(beside) == FolderRights.Of(_root) && HardLink.TryMake(Path.Combine(_root, LockName), held))
            {
                // Whether this file system exchanges at all shows before thousands of links are made for nothing.
                Directory.CreateDirectory(probe);
                if (FolderExchange.Run(held, probe) && FolderExchange.Run(held, probe))
                {
                    Directory.Delete(probe);
                    return true;
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or EntryPointNotFoundException)
        {
        }

        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        return false;
    }

    /// <summary>Whether the program runs in the output or below it: it would go on in the former one.</summary>
    private bool RunsWithin() => Environment.CurrentDirectory == _root || FolderPath.IsBelow(Environment.CurrentDirectory, _root);

    private bool TryLink(string path)
    {
        var name = Path.Combine(Folder, path);
        if (Path.GetDirectoryName(name) is { } folder && _made.Add(folder))
            Directory.CreateDirectory(folder);
        return HardLink.TryMake(Path.Combine(_root, path), name);
    }

    /// <summary>Puts what is the user's into the staged tree too: files stand in both, folders and links can only be moved.</summary>
    private bool TryCarry(string beside)
    {
        var (files, others) = (OfUser(_root).Where(IsPlainFile).ToList(), OfUser(_root).Where(entry => !IsPlainFile(entry)).ToList());
        if (!files.All(file => HardLink.TryMake(file.FullName, Path.Combine(beside, file.Name))))
            return false;
        try
        {
            foreach (var entry in others)
                Directory.Move(entry.FullName, Path.Combine(beside, entry.Name));
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void TakeBack(string beside)
    {
        foreach (var entry in OfUser(beside).ToList())
        {
            var target = Path.Combine(_root, entry.Name);
            if (!Path.Exists(target))
                Directory.Move(entry.FullName, target);
            else if (!IsPlainFile(entry))
                throw new UserError(
                    $"上一次生成被强行中断，{entry.FullName} 留在那里，而 {target} 又有了新的。请先移开其中一个。",
                    $"A killed build left {entry.FullName}, and there is another {target} now. Move one of them away.");
        }
    }
}
