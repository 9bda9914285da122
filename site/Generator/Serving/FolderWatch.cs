using System.Threading.Channels;
using DisclosureArchive.Generator.Inputs;

namespace DisclosureArchive.Generator.Serving;

/// <summary>Tells when something in a folder has changed and has come to rest: programs save in several steps, and git changes many files.</summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestUnrest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly string[] _ignored;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private FileSystemWatcher? _watcher;
    private DateTime _made;

    /// <param name="ignored">Names of files and folders whose changes are none.</param>
    public FolderWatch(string folder, params string[] ignored)
    {
        (_folder, _ignored) = (Path.GetFullPath(folder), ignored);
        Begin();
    }

    /// <summary>Waits for the next change, and until all is quiet again.</summary>
    public async Task Change(CancellationToken cancel)
    {
        while (!await IsChanged(Look, cancel))
        {
            // A folder that was put in the place of the old one (by git, by a restore) is another to the system's watching.
            if (Directory.Exists(_folder) == _watcher is not null && Directory.GetCreationTimeUtc(_folder) == _made)
                continue;
            Begin();
            return;
        }

        var until = Environment.TickCount64 + (long)LongestUnrest.TotalMilliseconds;
        while (Environment.TickCount64 < until && await IsChanged(Quiet, cancel))
        {
        }
    }

    public void Dispose() => _watcher?.Dispose();

    private async Task<bool> IsChanged(TimeSpan within, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(within);
        try
        {
            return await _changes.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Begin()
    {
        _watcher?.Dispose();
        _watcher = null;
        _made = Directory.GetCreationTimeUtc(_folder);
        if (!Directory.Exists(_folder))
            return;
        _watcher = new FileSystemWatcher(_folder) { IncludeSubdirectories = true };
        _watcher.Changed += (_, change) => Note(change.Name);
        _watcher.Created += (_, change) => Note(change.Name);
        _watcher.Deleted += (_, change) => Note(change.Name);
        _watcher.Renamed += (_, change) => Note(change.Name);
        _watcher.Error += (_, _) => Note(null);
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>What editors and git keep beside the files is no change.</summary>
    private void Note(string? path)
    {
        if (path?.Split(Path.DirectorySeparatorChar).Any(name => InputFinder.IsKeptByPrograms(name) || _ignored.Contains(name)) != true)
            _changes.Writer.TryWrite(true);
    }
}
