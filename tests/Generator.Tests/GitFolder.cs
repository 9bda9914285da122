using System.Diagnostics;

namespace DisclosureArchive.Generator.Tests;

/// <summary>A git repository in a temporary folder, with no settings but its own.</summary>
public sealed class GitFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GitFolder() => Git("init", "-q", "-b", "main");

    public string Path => _folder.Path;

    public string this[string path] => _folder[path];

    public string Write(string path, string content) => _folder.Write(path, content);

    public void Delete(string path) => File.Delete(_folder[path]);

    /// <summary>Commits all that is there.</summary>
    public void Commit()
    {
        Git("add", "-A");
        Git("commit", "-q", "-m", "x");
    }

    /// <summary>Runs git and gives what it printed.</summary>
    public string Git(params string[] arguments)
    {
        var call = new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false", .. arguments])
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        call.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        call.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        Process git;
        try
        {
            git = Process.Start(call)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw Repository.Lacks("git");
        }

        using (git)
        {
            var error = git.StandardError.ReadToEndAsync();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(error.Result);
        }
    }

    public void Dispose()
    {
        // What git wrote is read-only.
        foreach (var file in Directory.EnumerateFiles(_folder[".git"], "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        _folder.Dispose();
    }
}
