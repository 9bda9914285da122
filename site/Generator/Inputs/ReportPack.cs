using System.Collections.Concurrent;
using System.Security.Cryptography;
using DisclosureArchive.Generator.Output;
using Microsoft.Win32.SafeHandles;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// One file with the compact forms of all reports of the last build. A build reads what it needs from the former pack and
/// adds what is new to a new one, which <see cref="Seal"/> puts in its place. A pack that is damaged, or was written by
/// another version of the program, is taken for none. Without a folder, or if another build holds it, the pack is a temporary file.
/// </summary>
/// <remarks>Layout: stamp (32 bytes), blobs, index, offset of the index (8 bytes), SHA-256 of the index (32 bytes).</remarks>
internal sealed class ReportPack : IDisposable
{
    private const int HashLength = SHA256.HashSizeInBytes;
    private const int TrailerLength = sizeof(long) + HashLength;

    private readonly record struct Place(long Offset, int Length, ulong Check);

    private readonly string? _path;
    private readonly byte[] _stamp;
    private readonly FindingForms _forms;
    private readonly Dictionary<ReportKey, Place> _former = [];
    private readonly ConcurrentDictionary<ReportKey, Place> _added = new();
    private SafeFileHandle? _formerFile;
    private FileStream _newFile;
    private long _newLength;
    private bool _isTemporary;

    /// <param name="folder">Where packs are kept, or null for a temporary one.</param>
    /// <param name="name">Names the pack: one for each input folder.</param>
    /// <param name="stamp">32 bytes for the version of everything that a stored report depends on.</param>
    /// <param name="forms">Is filled with the forms of findings that the former pack names.</param>
    public ReportPack(string? folder, string name, byte[] stamp, FindingForms forms)
    {
        _stamp = stamp;
        _forms = forms;
        if (folder is not null)
        {
            try
            {
                Directory.CreateDirectory(folder);
                _path = PathOf(folder, name);
                _newFile = new FileStream(_path + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 0);
                OpenFormer(_path);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                _path = null;
            }
        }

        _isTemporary = _path is null;
        _newFile ??= TemporaryFile.Open();
        _newFile.Write(stamp);
        _newLength = stamp.Length;
    }

    /// <summary>Removes a pack, so that everything is read anew.</summary>
    public static void Forget(string folder, string name) => File.Delete(PathOf(folder, name));

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".pack");

    /// <summary>The compact form of a report in the former pack, or null if it is not there whole.</summary>
    public byte[]? Find(ReportKey key) =>
        _former.TryGetValue(key, out var place) && Read(_formerFile!, place) is { } blob ? blob : null;

    /// <summary>Adds a report to the new pack. Thread-safe.</summary>
    public void Add(ReportKey key, ReadOnlySpan<byte> blob)
    {
        var offset = Interlocked.Add(ref _newLength, blob.Length) - blob.Length;
        RandomAccess.Write(_newFile.SafeFileHandle, blob, offset);
        _added[key] = new Place(offset, blob.Length, CheckOf(blob));
    }

    /// <summary>Ends the adding: the new pack, with these reports, takes the place of the former.</summary>
    /// <param name="keys">The reports.</param>
    /// <param name="keepsOthers">Whether the new pack has what else the former had; else it has no others.</param>
    public void Seal(IReadOnlyCollection<ReportKey> keys, bool keepsOthers)
    {
        if (_isTemporary)
            return;
        if (_added.IsEmpty && (keepsOthers || keys.Count == _former.Count))
        {
            _newFile.Dispose();
            File.Delete(_path + ".new");
            return;
        }

        foreach (var key in keys)
            if (!_added.ContainsKey(key))
                Add(key, Find(key) ?? throw new IOException($"{_path} changed during the build."));
        if (keepsOthers)
            foreach (var key in _former.Keys.Where(key => !_added.ContainsKey(key)))
                if (Find(key) is { } blob)
                    Add(key, blob);
        WriteIndex();
        _formerFile?.Dispose();
        _former.Clear();
        foreach (var (key, place) in _added)
            _former.Add(key, place);
        _newFile.Dispose();
        File.Move(_path + ".new", _path!, overwrite: true);
        _formerFile = File.OpenHandle(_path!, share: FileShare.Read | FileShare.Delete);
    }

    /// <summary>The compact form of a report that was found or added; after <see cref="Seal"/>. Thread-safe.</summary>
    public byte[] Load(ReportKey key)
    {
        var blob = _isTemporary
            ? Read(_newFile.SafeFileHandle, _added[key])
            : Read(_formerFile!, _former[key]);
        return blob ?? throw new IOException("The cache changed during the build.");
    }

    public void Dispose()
    {
        _formerFile?.Dispose();
        var unsealed = _newFile.SafeFileHandle is { IsClosed: false } && !_isTemporary;
        _newFile.Dispose();
        if (unsealed)
            File.Delete(_path + ".new");
    }

    private static byte[]? Read(SafeFileHandle file, Place place)
    {
        var blob = GC.AllocateUninitializedArray<byte>(place.Length);
        return RandomAccess.Read(file, blob, place.Offset) == blob.Length && CheckOf(blob) == place.Check ? blob : null;
    }

    private static ulong CheckOf(ReadOnlySpan<byte> blob)
    {
        Span<byte> hash = stackalloc byte[HashLength];
        SHA256.HashData(blob, hash);
        return BitConverter.ToUInt64(hash);
    }

    private void WriteIndex()
    {
        var index = new BlobWriter();
        _forms.Write(index);
        index.Number(_added.Count);
        foreach (var (key, place) in _added)
        {
            index.Number(unchecked((long)key.A));
            index.Number(unchecked((long)key.B));
            index.Number(place.Offset);
            index.Number(place.Length);
            index.Number(unchecked((long)place.Check));
        }

        _newFile.Position = _newLength;
        _newFile.Write(index.Written);
        _newFile.Write(BitConverter.GetBytes(_newLength));
        _newFile.Write(SHA256.HashData(index.Written));
        _newFile.Flush();
    }

    private void OpenFormer(string path)
    {
        if (!File.Exists(path))
            return;
        _formerFile = File.OpenHandle(path, share: FileShare.Read | FileShare.Delete);
        var length = RandomAccess.GetLength(_formerFile);
        var trailer = new byte[TrailerLength];
        var stamp = new byte[_stamp.Length];
        if (length < stamp.Length + TrailerLength
            || RandomAccess.Read(_formerFile, stamp, 0) != stamp.Length || !stamp.AsSpan().SequenceEqual(_stamp)
            || RandomAccess.Read(_formerFile, trailer, length - TrailerLength) != TrailerLength)
            return;
        var offset = BitConverter.ToInt64(trailer);
        if (offset < stamp.Length || offset > length - TrailerLength)
            return;
        var index = new byte[length - TrailerLength - offset];
        if (RandomAccess.Read(_formerFile, index, offset) != index.Length
            || !SHA256.HashData(index).AsSpan().SequenceEqual(trailer.AsSpan(sizeof(long))))
            return;

        var blob = new BlobReader(index);
        _forms.Read(blob);
        for (var count = blob.Number(); count > 0; count--)
        {
            var key = new ReportKey(unchecked((ulong)blob.Number()), unchecked((ulong)blob.Number()));
            _former.Add(key, new Place(blob.Number(), blob.Int(), unchecked((ulong)blob.Number())));
        }
    }
}
