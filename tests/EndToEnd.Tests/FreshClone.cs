using DisclosureArchive.Generator.Tests;

namespace DisclosureArchive.EndToEnd.Tests;

/// <summary>The repository as it stands here, committed and cloned anew: <c>main</c> on the origin, and a work tree without anything built.</summary>
internal sealed class FreshClone : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The work tree of the clone.</summary>
    public string Path => _folder["clone"];

    /// <summary>A folder beside it.</summary>
    public string Beside(string name) => Directory.CreateDirectory(_folder[name]).FullName;

    public static async Task<FreshClone> Make()
    {
        var clone = new FreshClone();
        var origin = clone.Beside("origin");
        var files = await Shell.Git(Repository.Root, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        foreach (var file in files.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            var source = System.IO.Path.Combine(Repository.Root, file);
            if (!File.Exists(source))
                continue; // deleted here, not yet committed
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(origin, file))!);
            File.Copy(source, System.IO.Path.Combine(origin, file));
        }

        await Shell.Git(origin, "init", "-q", "-b", "main");
        await Shell.Git(origin, "add", "-A");
        await Shell.Git(origin, "commit", "-q", "-m", "The archive");
        await Shell.Git(clone._folder.Path, "clone", "-q", "origin", "clone");
        return clone;
    }

    public void Dispose() => _folder.Dispose();
}
