using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DisclosureArchive.Generator.Output;

namespace DisclosureArchive.Generator.Checking;

/// <summary>How a file differs from the commit it is compared with.</summary>
internal enum FileChange
{
    Added,
    Modified,
    Deleted,
}

/// <summary>How a file changed in a commit.</summary>
/// <param name="Commit">How many commits lie between it and the last; 0 for the last.</param>
/// <param name="Date">The day on which its author made it, where the author was.</param>
/// <param name="Change">A file that was renamed counts as modified.</param>
/// <param name="Path">Its path within the folder.</param>
/// <param name="Former">Its path before it was renamed; null if it was not.</param>
/// <param name="Before">Hash of its content before.</param>
/// <param name="After">Hash of its content afterwards.</param>
internal sealed record CommittedChange(int Commit, DateOnly Date, FileChange Change, string Path, string? Former, string Before, string After);

/// <summary>
/// A folder of a git repository. Git is called as a process with arguments, never through a shell; revisions are made commits first, so that no later
/// argument comes from the user.
/// </summary>
internal sealed class GitRepository
{
    private readonly string _folder;
    private readonly CancellationToken _cancel;

    private GitRepository(string folder, CancellationToken cancel) => (_folder, _cancel) = (folder, cancel);

    /// <summary>The folder's path within the repository, with a final <c>/</c>; empty at its top.</summary>
    public required string Prefix { get; init; }

    /// <summary>The repository that a folder belongs to.</summary>
    /// <exception cref="UserError">There is no git, or no repository.</exception>
    public static GitRepository Of(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder))
            throw new UserError($"找不到文件夹：{folder}。", $"There is no folder {folder}.");
        var repository = new GitRepository(Path.GetFullPath(folder), cancel) { Prefix = "" };
        var (code, output, error) = repository.Run("rev-parse", "--show-prefix");
        if (code != 0)
            throw new UserError($"{folder} 不在 git 仓库里，或 git 不肯读取它（{FirstLine(error)}）。", $"{folder} is in no git repository, or git refuses to read it.");
        return new GitRepository(repository._folder, cancel) { Prefix = output.TrimEnd('\n') };
    }

    /// <summary>The commit that a revision names (a branch, a tag, a hash).</summary>
    /// <exception cref="UserError">It names none.</exception>
    public string Commit(string revision)
    {
        // What begins with a hyphen would be an option of git.
        if (revision.Length > 0 && revision[0] != '-' && !revision.Any(char.IsControl)
            && Run("rev-parse", "--verify", "--quiet", revision + "^{commit}") is (0, var commit, _))
            return commit.Trim();
        throw new UserError(
            $"git 里没有“{ConsoleText.Safe(revision)}”这个版本（分支、标签或提交）；如果它在远端，请先 git fetch。",
            $"git knows no revision {ConsoleText.Safe(revision)}; fetch it first if it is elsewhere.");
    }

    /// <summary>Where this branch left another.</summary>
    /// <exception cref="UserError">They have nothing in common.</exception>
    public string MergeBase(string commit) =>
        Run("merge-base", commit, "HEAD") is (0, var common, _)
            ? common.Trim()
            : throw new UserError(
                "当前分支与它没有共同的提交；如果克隆时没有取全部历史，请先 git fetch --unshallow（GitHub Actions 中写 fetch-depth: 0）。",
                "The branch has no commit in common with it; a shallow clone needs git fetch --unshallow (in GitHub Actions fetch-depth: 0).");

    /// <summary>The files of the folder, working tree and files that git does not know yet included, that differ from a commit; by path within the folder.</summary>
    public IReadOnlyDictionary<string, FileChange> ChangesSince(string commit)
    {
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        var fields = Demand("diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--relative", commit, "--", ".").Split('\0');
        for (var i = 0; i + 1 < fields.Length; i += 2)
            changes[fields[i + 1]] = fields[i] switch { "A" => FileChange.Added, "D" => FileChange.Deleted, _ => FileChange.Modified };
        foreach (var path in Demand("ls-files", "--others", "--exclude-standard", "-z", "--", ".").Split('\0', StringSplitOptions.RemoveEmptyEntries))
            changes[path] = changes.ContainsKey(path) ? FileChange.Modified : FileChange.Added;
        return changes;
    }

    /// <summary>
    /// Writes the files of a folder as a commit has them, byte for byte. Links and submodules are left out, and so is what would lead out of the target.
    /// </summary>
    /// <param name="commit">Hash of the commit.</param>
    /// <param name="folder">Path of the folder within the repository with a final <c>/</c>; empty for its top.</param>
    /// <param name="target">Where they are written.</param>
    /// <param name="isWanted">Which of them, by path within the folder.</param>
    public void Export(string commit, string folder, string target, Func<string, bool> isWanted)
    {
        var root = Path.GetFullPath(target);
        var files = new List<(string Hash, string Path)>();
        var listed = Demand([.. (string[])["ls-tree", "-r", "-z", "--full-tree", commit], .. folder.Length > 0 ? (string[])["--", folder] : []]);
        foreach (var line in listed.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // 100644 blob <hash>\t<path>
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var (facts, path) = (line[..tab].Split(' '), line[(tab + 1)..]);
            if (!facts[0].StartsWith("100", StringComparison.Ordinal) || !path.StartsWith(folder, StringComparison.Ordinal) || !isWanted(path[folder.Length..]))
                continue;
            var local = Path.GetFullPath(Path.Combine(root, path[folder.Length..]));
            if (FolderPath.IsBelow(local, root))
                files.Add((facts[2], local));
        }

        Directory.CreateDirectory(root);
        if (files.Count == 0)
            return;
        using var git = Start("cat-file", "--batch");
        using var stop = _cancel.Register(() => Kill(git));
        var asking = Task.Run(
            () =>
            {
                foreach (var (hash, _) in files)
                    git.StandardInput.Write(hash + "\n");
                git.StandardInput.Close();
            },
            CancellationToken.None);
        try
        {
            var output = new BufferedStream(git.StandardOutput.BaseStream, 1 << 16);
            foreach (var (_, path) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = File.Create(path);
                CopyBlob(output, file);
            }

            asking.GetAwaiter().GetResult();
            git.WaitForExit();
        }
        finally
        {
            Kill(git);
        }

        _cancel.ThrowIfCancellationRequested();
    }

    /// <summary>What git answers to a hash: <c>&lt;hash&gt; blob &lt;size&gt;</c>, a line break, the bytes, a line break.</summary>
    private static void CopyBlob(BufferedStream output, Stream file)
    {
        var header = new StringBuilder();
        for (int next; (next = output.ReadByte()) != '\n'; header.Append((char)next))
            if (next < 0)
                throw new IOException("git ended before its time");
        var left = long.Parse(header.ToString().Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture);
        var buffer = new byte[1 << 16];
        while (left > 0)
        {
            var read = output.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
                throw new IOException("git ended before its time");
            file.Write(buffer, 0, read);
            left -= read;
        }

        output.ReadByte();
    }

    /// <summary>Whether only the last commits are there, so that what came before can't be told.</summary>
    public bool IsShallow => Demand("rev-parse", "--is-shallow-repository").Trim() == "true";

    /// <summary>
    /// What changed in the folder, commit by commit, newest first, along the line of first parents: what a branch brought counts when it was merged. One process tells it all.
    /// </summary>
    public ImmutableArray<CommittedChange> History()
    {
        // What a user's settings would change is said in full.
        var fields = Demand(
            "-c", "diff.renameLimit=2000", "-c", "log.showRoot=true", "log", "--first-parent", "--format=%x01%as", "--raw", "--no-abbrev", "-M", "-z", "--relative", "--no-ext-diff", "--no-textconv",
            "--ignore-submodules", "--no-show-signature", "HEAD", "--", ".").Split('\0');
        var changes = ImmutableArray.CreateBuilder<CommittedChange>();
        var (commit, date) = (-1, default(DateOnly));
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i].TrimStart('\n');
            if (field.StartsWith('\x01'))
            {
                commit++;
                date = DateOnly.ParseExact(field.AsSpan(1), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            else if (field.StartsWith(':'))
            {
                // :100644 100644 <hash> <hash> M, then the path; of a file that was renamed the former path first.
                var facts = field[1..].Split(' ');
                var former = facts[4][0] is 'R' or 'C' ? fields[++i] : null;
                var path = fields[++i];
                if ((facts[1] == "000000" ? facts[0] : facts[1]).StartsWith("100", StringComparison.Ordinal))
                    changes.Add(new CommittedChange(commit, date, facts[4][0] switch { 'A' or 'C' => FileChange.Added, 'D' => FileChange.Deleted, _ => FileChange.Modified }, path, facts[4][0] == 'R' ? former : null, facts[2], facts[3]));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>The contents of blobs by hash; of those that are small enough.</summary>
    public Dictionary<string, byte[]> Blobs(IEnumerable<string> hashes)
    {
        var asked = hashes.Distinct(StringComparer.Ordinal).ToList();
        var blobs = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        if (asked.Count == 0)
            return blobs;
        using var git = Start("cat-file", "--batch");
        using var stop = _cancel.Register(() => Kill(git));
        var asking = Task.Run(
            () =>
            {
                foreach (var hash in asked)
                    git.StandardInput.Write(hash + "\n");
                git.StandardInput.Close();
            },
            CancellationToken.None);
        try
        {
            var output = new BufferedStream(git.StandardOutput.BaseStream, 1 << 16);
            foreach (var hash in asked)
            {
                using var content = new MemoryStream();
                CopyBlob(output, content);
                blobs.Add(hash, content.ToArray());
            }

            asking.GetAwaiter().GetResult();
            git.WaitForExit();
        }
        finally
        {
            Kill(git);
        }

        _cancel.ThrowIfCancellationRequested();
        return blobs;
    }

    private string Demand(params string[] arguments) =>
        Run(arguments) is (0, var output, _) ? output : throw new UserError($"git {arguments[0]} 没有成功。", $"git {arguments[0]} failed.");

    private (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var git = Start(arguments);
        using var stop = _cancel.Register(() => Kill(git));
        git.StandardInput.Close();
        var error = git.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        _cancel.ThrowIfCancellationRequested();
        return (git.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private Process Start(params string[] arguments)
    {
        var call = new ProcessStartInfo("git")
        {
            WorkingDirectory = _folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // No prompt, no lock, no program that a repository's own settings name, no signs in paths that stand for others.
        call.Environment["GIT_TERMINAL_PROMPT"] = "0";
        call.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        call.Environment["GIT_LITERAL_PATHSPECS"] = "1";
        call.Environment["LC_ALL"] = "C";
        foreach (var argument in (string[])["-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "--no-pager", .. arguments])
            call.ArgumentList.Add(argument);
        try
        {
            return Process.Start(call)!;
        }
        catch (Win32Exception)
        {
            throw new UserError("这台机器没有安装 git；请安装 git 后再试。", "git is not installed on this machine.");
        }
    }

    private static void Kill(Process git)
    {
        try
        {
            if (!git.HasExited)
                git.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    private static string FirstLine(string text) => ConsoleText.Safe(text.Split('\n')[0].Trim());
}
