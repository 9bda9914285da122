using System.Diagnostics;
using System.Text;
using DisclosureArchive.Generator.Output;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Output;

public sealed class FolderOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nothing_stands_in_the_output_before_the_commit()
    {
        using (var output = new FolderOutput(_folder["site"]))
        {
            output.Write(File("a/b.txt", "eins"));
            _folder.Files().ShouldBe(OperatingSystem.IsWindows()
                ? ["site/.lock", "site/.staging/a/b.txt"]
                : [".site.staging/.lock", ".site.staging/a/b.txt", "site/.lock"]);
        }

        Directory.Exists(_folder["site"]).ShouldBeFalse();
        _folder.Files().ShouldBeEmpty();
    }

    [Fact]
    public void What_was_written_becomes_the_output_and_strays_go()
    {
        Build(("a.txt", "1"), ("old/deep/b.txt", "2"), ("c.txt", "3")).ShouldBe(new OutputChange(4, 0, 0));
        var before = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        System.IO.File.SetLastWriteTimeUtc(_folder["site/a.txt"], before);

        Build(("a.txt", "1"), ("c.txt", "33")).ShouldBe(new OutputChange(2, 1, 1));

        _folder.Files("site").ShouldBe(["a.txt", "c.txt", "manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["site/c.txt"]).ShouldBe("33");
        Directory.Exists(_folder["site/old"]).ShouldBeFalse();
        System.IO.File.GetLastWriteTimeUtc(_folder["site/a.txt"]).ShouldBe(before);
    }

    [Fact]
    public void A_file_may_take_the_place_of_a_folder_and_a_folder_that_of_a_file()
    {
        Build(("x/y.txt", "1"), ("z", "2"));
        Build(("x", "1"), ("z/y.txt", "2"));
        _folder.Files("site").ShouldBe(["manifest-sha256.txt", "x", "z/y.txt"]);
    }

    [Theory]
    [InlineData("same start, same end", "same start, other end")]
    [InlineData("longer than before", "longer")]
    [InlineData("short", "shorter")]
    [InlineData("", "something")]
    [InlineData("something", "")]
    public void A_long_file_is_compared_piece_by_piece(string former, string now)
    {
        Build(("long.txt", former));
        using (var output = new FolderOutput(_folder["site"]))
        {
            output.Write(OutputFile.Long("long.txt", stream =>
            {
                foreach (var piece in now.Chunk(4))
                    stream.Write(Encoding.UTF8.GetBytes(piece));
            }));
            output.Commit().Written.ShouldBe(1);
        }

        System.IO.File.ReadAllText(_folder["site/long.txt"]).ShouldBe(now);
    }

    [Fact]
    public void A_build_that_fails_leaves_the_former_output()
    {
        Build(("a.txt", "1"), ("b.txt", "2"));
        using (var output = new FolderOutput(_folder["site"]))
        {
            output.Write(File("a.txt", "changed"));
            Should.Throw<InvalidDataException>(() => output.Write(new OutputFile("b.txt", () => throw new InvalidDataException())));
        }

        _folder.Files("site").ShouldBe(["a.txt", "b.txt", "manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["site/a.txt"]).ShouldBe("1");
    }

    [Fact]
    public void The_leftovers_of_a_killed_build_are_cleared_away()
    {
        _folder.Write("site/.staging/half.txt", "?");
        _folder.Write("site/.lock", "");
        Build(("a.txt", "1"));
        _folder.Files("site").ShouldBe(["a.txt", "manifest-sha256.txt"]);
    }

    /// <summary>Wherever a build was killed: its tree half made; all in it, with what is the user's, and not exchanged; exchanged, and the former one not removed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_the_users_comes_back_from_the_tree_of_a_killed_build(bool isExchanged)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files are moved one by one there.");
        Build(("a.txt", "1"), ("b.txt", "2"));
        _folder.Write("site/.htaccess", "Require all granted");
        _folder.Write("site/.git/HEAD", "ref");
        System.IO.File.CreateSymbolicLink(_folder["site/.well-known"], "nowhere");
        var mine = new[] { ".git", ".well-known" };
        Directory.CreateDirectory(_folder[".site.staging/old"]);
        _folder.Write(".site.staging/manifest-sha256.txt", "");
        _folder.Write(".site.staging/a.txt", "half");
        _folder.Write(".site.staging/.lock", "");
        _folder.Write(".site.staging/.htaccess", "Require all granted");
        if (!isExchanged)
            foreach (var name in mine)
                Directory.Move(_folder["site/" + name], _folder[".site.staging/" + name]);

        using (new FolderOutput(_folder["site"]))
            System.IO.File.ReadAllText(_folder["site/.git/HEAD"]).ShouldBe("ref");

        _folder.Files().ShouldBe(["site/.git/HEAD", "site/.htaccess", "site/.well-known", "site/a.txt", "site/b.txt", "site/manifest-sha256.txt"]);
        new FileInfo(_folder["site/.well-known"]).LinkTarget.ShouldBe("nowhere");
        System.IO.File.ReadAllText(_folder["site/a.txt"]).ShouldBe("1");
    }

    [Fact]
    public void Of_two_folders_of_the_users_none_is_removed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files are moved one by one there.");
        Build(("a.txt", "1"));
        _folder.Write("site/.git/HEAD", "new");
        _folder.Write(".site.staging/.git/HEAD", "old");
        for (var time = 0; time < 2; time++)
            Should.Throw<UserError>(() => new FolderOutput(_folder["site"])).Message.ShouldContain(_folder[".site.staging/.git"]);
        System.IO.File.ReadAllText(_folder["site/.git/HEAD"]).ShouldBe("new");
        System.IO.File.ReadAllText(_folder[".site.staging/.git/HEAD"]).ShouldBe("old");

        Directory.Delete(_folder["site/.git"], recursive: true);
        Build(("a.txt", "1"));
        _folder.Files().ShouldBe(["site/.git/HEAD", "site/a.txt", "site/manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["site/.git/HEAD"]).ShouldBe("old");
    }

    [Fact]
    public void A_folder_of_something_else_is_refused_and_left_alone()
    {
        _folder.Write("site/thesis.docx", "years of work");
        Should.Throw<UserError>(() => new FolderOutput(_folder["site"]));
        _folder.Files("site").ShouldBe(["thesis.docx"]);
    }

    [Fact]
    public void Names_that_begin_with_a_dot_at_the_top_are_left_alone()
    {
        Build(("a.txt", "1"));
        _folder.Write("site/.git/HEAD", "ref");
        _folder.Write("site/.nojekyll", "");
        Build(("a.txt", "1"));
        _folder.Files("site").ShouldBe([".git/HEAD", ".nojekyll", "a.txt", "manifest-sha256.txt"]);
        Build(("a.txt", "2"), ("b.txt", "1"));
        _folder.Files().ShouldBe(["site/.git/HEAD", "site/.nojekyll", "site/a.txt", "site/b.txt", "site/manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["site/.git/HEAD"]).ShouldBe("ref");
    }

    /// <summary>Whoever holds the folder itself sees what he held: the former output as a whole, until it is removed.</summary>
    [Fact]
    public void The_output_changes_as_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Files are moved one by one there.");
        Build(("a.txt", "1"), ("b/c.txt", "2"), ("d.txt", "3"));
        // The former folder goes by another name when all is done; a reader that looks as often as it can never finds a mixture.
        using var done = new CancellationTokenSource();
        var (looks, mixed) = (0, 0);
        var reader = new Thread(() =>
        {
            while (!done.IsCancellationRequested)
            {
                var names = Directory.GetFiles(_folder["site"]).Select(Path.GetFileName).Where(name => name![0] != '.').Order(StringComparer.Ordinal).ToArray();
                looks++;
                if (!names.SequenceEqual(["a.txt", "d.txt", "manifest-sha256.txt"]) && !names.SequenceEqual(["a.txt", "e.txt", "manifest-sha256.txt"]) && names.Length > 0)
                    mixed++;
            }
        });
        reader.Start();
        for (var time = 0; time < 50; time++)
            Build(("a.txt", "1"), ("b/c.txt", "2"), (time % 2 == 0 ? "e.txt" : "d.txt", "3"));
        done.Cancel();
        reader.Join();
        looks.ShouldBeGreaterThan(0);
        mixed.ShouldBe(0);
    }

    [Fact]
    public void A_build_that_changes_nothing_leaves_the_very_folder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "An open folder is looked at under /proc.");
        Build(("a.txt", "1"), ("b.txt", "2"));
        using var held = new Process { StartInfo = new ProcessStartInfo("sleep", "600") { WorkingDirectory = _folder["site"] } };
        held.Start();
        try
        {
            string Place() => new DirectoryInfo($"/proc/{held.Id}/cwd").LinkTarget!;
            Build(("a.txt", "1"), ("b.txt", "2")).ShouldBe(new OutputChange(0, 3, 0));
            Place().ShouldBe(_folder["site"]);
            Build(("a.txt", "1"), ("b.txt", "3")).ShouldBe(new OutputChange(2, 1, 0));
            Place().ShouldNotBe(_folder["site"]);
        }
        finally
        {
            held.Kill();
        }
    }

    /// <summary>One that another was given rights to, or a mounted volume, is not exchanged for a new one: files are moved one by one there.</summary>
    [Fact]
    public void A_folder_with_rights_of_its_own_keeps_them()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights are others there.");
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.SetGroup;
        Build(("a.txt", "1"), ("old/b.txt", "2"), ("c.txt", "3"));
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(_folder["site"], own);
        _folder.Write("site/.git/HEAD", "ref");
        using (var output = new FolderOutput(_folder["site"]))
        {
            output.Write(File("a.txt", "2"));
            _folder.Files().ShouldBe(["site/.git/HEAD", "site/.lock", "site/.staging/a.txt", "site/a.txt", "site/c.txt", "site/manifest-sha256.txt", "site/old/b.txt"]);
        }

        Build(("a.txt", "2"), ("c.txt", "3")).ShouldBe(new OutputChange(2, 1, 1));

        _folder.Files().ShouldBe(["site/.git/HEAD", "site/a.txt", "site/c.txt", "site/manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["site/a.txt"]).ShouldBe("2");
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(_folder["site"]).ShouldBe(own);
    }

    [Fact]
    public void An_output_that_is_a_link_stays_one()
    {
        Directory.CreateDirectory(_folder["elsewhere/real"]);
        Directory.CreateSymbolicLink(_folder["site"], _folder["elsewhere/real"]);
        Build(("a.txt", "1"), ("b.txt", "1"));
        Build(("a.txt", "1"), ("b.txt", "2"));
        new DirectoryInfo(_folder["site"]).LinkTarget.ShouldBe(_folder["elsewhere/real"]);
        _folder.Files("elsewhere").ShouldBe(["real/a.txt", "real/b.txt", "real/manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["elsewhere/real/b.txt"]).ShouldBe("2");
    }

    [Fact]
    public void What_a_link_beside_the_output_leads_to_is_left_alone()
    {
        _folder.Write("elsewhere/.git/HEAD", "mine");
        Directory.CreateSymbolicLink(_folder[".site.staging"], _folder["elsewhere"]);
        Build(("a.txt", "1"));
        Build(("a.txt", "2"));
        _folder.Files("elsewhere").ShouldBe([".git/HEAD"]);
        _folder.Files("site").ShouldBe(["a.txt", "manifest-sha256.txt"]);
        System.IO.File.ReadAllText(_folder["site/a.txt"]).ShouldBe("2");
    }

    [Theory]
    [InlineData("../escape.txt")]
    [InlineData("a/../../escape.txt")]
    [InlineData("/etc/escape.txt")]
    [InlineData("a//b.txt")]
    [InlineData("a\\b.txt")]
    [InlineData("c:x.txt")]
    [InlineData(".lock")]
    [InlineData("")]
    public void No_path_leads_out_of_the_output(string path)
    {
        using var output = new FolderOutput(_folder["site"]);
        Should.Throw<ArgumentException>(() => output.Write(File(path, "x")));
    }

    [Fact]
    public void A_link_in_the_output_is_replaced_not_followed()
    {
        Build(("sub/a.txt", "1"));
        Directory.Delete(_folder["site/sub"], recursive: true);
        Directory.CreateDirectory(_folder["elsewhere"]);
        Directory.CreateSymbolicLink(_folder["site/sub"], _folder["elsewhere"]);
        _folder.Write("elsewhere/keep.txt", "mine");

        Build(("sub/a.txt", "2"));

        _folder.Files("elsewhere").ShouldBe(["keep.txt"]);
        _folder.Files("site").ShouldBe(["manifest-sha256.txt", "sub/a.txt"]);
    }

    [Fact]
    public void Two_builds_at_once_are_refused()
    {
        using var first = new FolderOutput(_folder["site"]);
        Should.Throw<UserError>(() => new FolderOutput(_folder["site"]));
        first.Write(File("a.txt", "1")).Size.ShouldBe(1);
        Should.Throw<UserError>(() => new FolderOutput(_folder["site"]));
        first.Commit();
        Should.Throw<UserError>(() => new FolderOutput(_folder["site"]));
        System.IO.File.ReadAllText(_folder["site/a.txt"]).ShouldBe("1");
    }

    [Fact]
    public void A_path_is_written_once()
    {
        using var output = new FolderOutput(_folder["site"]);
        output.Write(File("a.txt", "1"));
        Should.Throw<ArgumentException>(() => output.Write(File("a.txt", "2")));
    }

    [Fact]
    public void The_manifest_lists_every_file_with_its_hash()
    {
        Build(("b.txt", "abc"), ("a/ä.txt", ""));
        System.IO.File.ReadAllText(_folder["site/manifest-sha256.txt"]).ShouldBe(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a/ä.txt\n"
            + "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.txt\n");
    }

    private static OutputFile File(string path, string content) => new(path, () => Encoding.UTF8.GetBytes(content));

    private OutputChange Build(params (string Path, string Content)[] files)
    {
        using var output = new FolderOutput(_folder["site"]);
        var written = files.Select(file => output.Write(File(file.Path, file.Content))).ToList();
        output.Write(Manifest.Of(written));
        return output.Commit();
    }
}
