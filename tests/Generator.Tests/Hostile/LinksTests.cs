using DisclosureArchive.Generator.Inputs;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Hostile;

/// <summary>Symbolic links and special files among the input: nothing outside of the folder is read, and nothing hangs.</summary>
public sealed class LinksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LinksTests()
    {
        _folder.Write("in/report.txt", "文");
        _folder.Write("in/inner/other.txt", "文");
        _folder.Write("in/.git/config", "token");
        _folder.Write("secret/passwords.txt", "secret");
        _folder.Write("secret/agencies.csv", "id,name,region,kind,aliases\nsecret,机密,,,\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../secret/passwords.txt")]
    [InlineData("/dev/zero")]
    [InlineData("/etc/passwd")]
    [InlineData("inner/../../secret/passwords.txt")]
    [InlineData("outside/passwords.txt")]
    [InlineData("second.txt")]
    [InlineData("itself.txt")]
    [InlineData(".git/config")]
    [InlineData("inner")]
    [InlineData(".")]
    [InlineData("gone.txt")]
    public void A_link_that_leaves_the_folder_at_any_step_is_told_and_not_followed(string target)
    {
        Directory.CreateSymbolicLink(_folder["in/outside"], _folder["secret"]);
        File.CreateSymbolicLink(_folder["in/second.txt"], _folder["secret/passwords.txt"]);
        File.CreateSymbolicLink(_folder["in/itself.txt"], target);
        var input = InputFinder.InFolder(_folder["in"]);
        input.Files.Select(file => file.Path).ShouldBe(["inner/other.txt", "report.txt"]);
        input.Diagnostics.ShouldContain(said => said.Path == "itself.txt" && said.Diagnostic.Code == "DA7006");
    }

    [Theory]
    [InlineData("inner/other.txt", "in")]
    [InlineData("./inner/../inner/other.txt", "in")]
    [InlineData("inner/other.txt", "in/")]
    public void A_link_within_the_folder_is_followed(string target, string folder)
    {
        File.CreateSymbolicLink(_folder["in/linked.txt"], target);
        InputFinder.InFolder(_folder[folder]).Files.Select(file => file.Path).ShouldBe(["inner/other.txt", "linked.txt", "report.txt"]);
    }

    [Fact]
    public void Sidecars_register_and_settings_are_not_read_through_links()
    {
        File.CreateSymbolicLink(_folder["in/report.txt.yml"], "../secret/passwords.txt");
        File.CreateSymbolicLink(_folder["in/agencies.csv"], "../secret/agencies.csv");
        File.CreateSymbolicLink(_folder["in/archive.yml"], "../secret/passwords.txt");
        var input = InputFinder.InFolder(_folder["in"]);
        input.Files.Single(file => file.Path == "report.txt").SidecarPath.ShouldBeNull();
        input.Register.Agencies.ShouldBeEmpty();
        input.Diagnostics.Select(said => (said.Path, said.Diagnostic.Code)).ShouldBe([("agencies.csv", "DA7006"), ("archive.yml", "DA7006"), ("report.txt.yml", "DA7006")]);
    }

    [Fact]
    public void A_circle_of_folders_ends()
    {
        Directory.CreateSymbolicLink(_folder["in/inner/up"], _folder["in"]);
        InputFinder.InFolder(_folder["in"]).Files.Length.ShouldBe(2);
    }
}
