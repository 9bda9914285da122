using DisclosureArchive.Generator.Tests;
using Xunit;

namespace DisclosureArchive.EndToEnd.Tests;

/// <summary>The repository as it stands here, committed and cloned anew: <c>main</c> on the origin, and a work tree without anything built.</summary>
public sealed class FreshClone : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The work tree of the clone.</summary>
    public string Path => _folder["clone"];

    /// <summary>A folder beside it.</summary>
    public string Beside(string name) => Directory.CreateDirectory(_folder[name]).FullName;

    /// <summary>
    /// As it was at first, but for what the compiler makes: what is compiled need not be compiled anew by every test. What was restored and what was built
    /// are gone, so that a command that needs one of them and does not ask for it fails, as it would in a clone where nothing was ever done.
    /// </summary>
    public async Task Renew()
    {
        await Shell.Git(Path, "checkout", "-q", "--force", "main");
        await Shell.Git(Path, "clean", "-q", "-ffdx", "--exclude=obj/");
        foreach (var restored in Directory.GetFiles(Path, "project.assets.json", SearchOption.AllDirectories))
            File.Delete(restored);
        if (Directory.Exists(_folder["runner"]))
            Directory.Delete(_folder["runner"], recursive: true);
    }

    public async ValueTask InitializeAsync()
    {
        var origin = Beside("origin");
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
        await Shell.Git(_folder.Path, "clone", "-q", "origin", "clone");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
