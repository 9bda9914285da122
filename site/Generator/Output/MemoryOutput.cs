using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DisclosureArchive.Generator.Output;

/// <summary>An output in memory, for tests and for looking at a site without writing it.</summary>
public sealed class MemoryOutput : IOutput
{
    private readonly ConcurrentDictionary<string, byte[]> _written = new(StringComparer.Ordinal);

    /// <summary>The files by path; empty until the output is committed.</summary>
    public SortedDictionary<string, byte[]> Files { get; private set; } = new(StringComparer.Ordinal);

    public WrittenFile Write(OutputFile file)
    {
        OutputPath.Demand(file.Path);
        using var memory = new MemoryStream();
        file.WriteTo(memory);
        var bytes = memory.ToArray();
        if (!_written.TryAdd(file.Path, bytes))
            throw new ArgumentException($"{file.Path} was written twice.", nameof(file));
        return new WrittenFile(file.Path, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
    }

    public IReadOnlyList<WrittenFile>? Keep(string folder, OutputFile mark) => null;

    public Stream Read(string path) => _written.TryGetValue(path, out var bytes)
        ? new MemoryStream(bytes, writable: false)
        : throw new ArgumentException($"{path} was not written.", nameof(path));

    public OutputChange Commit()
    {
        var former = Files;
        Files = new SortedDictionary<string, byte[]>(_written, StringComparer.Ordinal);
        _written.Clear();
        var unchanged = Files.Count(file => former.TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value));
        return new OutputChange(Files.Count - unchanged, unchanged, former.Keys.Count(path => !Files.ContainsKey(path)));
    }
}
