using System.Text;

namespace DisclosureArchive.Generator.Tests;

/// <summary>A folder for one test, removed after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("disclosure-archive-").FullName;

    public string this[string path] => System.IO.Path.Combine(Path, path);

    /// <summary>Writes a file and the folders above it.</summary>
    public string Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public string Write(string path, byte[] content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[path])!);
        File.WriteAllBytes(this[path], content);
        return this[path];
    }

    /// <summary>All files below a folder, relative to it, in ordinal order.</summary>
    public string[] Files(string below = "") =>
        [.. Directory.EnumerateFiles(this[below], "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(this[below], file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
