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
            _folder.Files("site").ShouldBe([".lock", ".staging/a/b.txt"]);
        }

        Directory.Exists(_folder["site"]).ShouldBeFalse();
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
