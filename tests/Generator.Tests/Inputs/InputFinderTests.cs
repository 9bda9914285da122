using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Inputs;

public sealed class InputFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reports_are_found_in_any_layout_in_ordinal_order()
    {
        foreach (var path in new[] { "b.txt", "2020/民政局/年报.docx", "a.HTML", "2020/x.pdf", "readme-of-bureau.txt", "2020/B.md" })
            _folder.Write(path, "");
        Found().ShouldBe(["2020/B.md", "2020/x.pdf", "2020/民政局/年报.docx", "a.HTML", "b.txt", "readme-of-bureau.txt"]);
    }

    [Theory]
    [InlineData("archive.yml")]
    [InlineData("agencies.csv")]
    [InlineData("README.md")]
    [InlineData("sub/README.zh.md")]
    [InlineData("notes.README")]
    [InlineData(".hidden.txt")]
    [InlineData(".git/config.txt")]
    [InlineData("_drafts/a.txt")]
    [InlineData("_a.txt")]
    [InlineData("~$report.docx")]
    [InlineData("Thumbs.db")]
    [InlineData("scan.JPG")]
    public void Other_things_are_no_reports(string path)
    {
        _folder.Write(path, "title: x\n");
        _folder.Write("report.txt", "");
        Found().ShouldBe(["report.txt"]);
    }

    [Fact]
    public void What_a_browser_saves_beside_a_page_is_no_report()
    {
        _folder.Write("page.html", "");
        _folder.Write("page_files/script.js", "");
        _folder.Write("other_files/report.txt", "");
        Found().ShouldBe(["other_files/report.txt", "page.html"]);
    }

    [Fact]
    public void A_sidecar_belongs_to_the_file_beside_it()
    {
        _folder.Write("a/report.txt", "");
        _folder.Write("a/report.txt.yml", "year: 2020\n");
        InputFinder.InFolder(_folder.Path).Files.Single().SidecarPath.ShouldBe(_folder["a/report.txt.yml"]);
    }

    [Theory]
    [InlineData("gone.txt.yml")]
    [InlineData("report.yml")]
    [InlineData("report.txt.yaml")]
    [InlineData("README.md.yml")]
    public void A_sidecar_without_report_is_told(string sidecar)
    {
        _folder.Write("report.txt", "");
        _folder.Write("README.md", "");
        _folder.Write(sidecar, "year: 2020\n");
        var (path, diagnostic) = InputFinder.InFolder(_folder.Path).Diagnostics.Single();
        path.ShouldBe(sidecar);
        diagnostic.Code.ShouldBe("DA6003");
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        _folder.Write("in/report.txt", "");
        _folder.Write("secret/passwords.txt", "");
        File.CreateSymbolicLink(_folder["in/linked.txt"], _folder["secret/passwords.txt"]);
        Directory.CreateSymbolicLink(_folder["in/folder"], _folder["secret"]);
        File.CreateSymbolicLink(_folder["in/inside.txt"], _folder["in/report.txt"]);
        var input = InputFinder.InFolder(_folder["in"]);
        input.Files.Select(file => file.Path).ShouldBe(["inside.txt", "report.txt"]);
        input.Diagnostics.Select(said => (said.Path, said.Diagnostic.Code)).ShouldBe([("folder", "DA7006"), ("linked.txt", "DA7006")]);
    }

    [Fact]
    public void Register_and_settings_are_read_with_the_folder()
    {
        _folder.Write("agencies.csv", "id,name,region,kind,aliases\nminzheng,示例县民政局,示例县,部门,县民政局|民政局\n");
        _folder.Write("archive.yml", "title: 示例县档案\nbase_url: https://example.org/a/\n");
        var input = InputFinder.InFolder(_folder.Path);
        input.Register.Find("民政局")!.Id.ShouldBe("minzheng");
        input.Settings.ShouldBe(new ArchiveSettings("示例县档案", BaseUrl: "https://example.org/a"));
        input.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_single_file_has_its_sidecar_and_the_register_of_the_nearest_folder_above()
    {
        _folder.Write("agencies.csv", "id,name,region,kind,aliases\nouter,外,,,\n");
        _folder.Write("a/agencies.csv", "id,name,region,kind,aliases\ninner,内,,,\n");
        _folder.Write("a/b/c/r.txt", "");
        _folder.Write("a/b/c/r.txt.yml", "year: 2020\n");
        var input = InputFinder.ForFiles(_folder["a/b/c/r.txt"]);
        input.Files.Single().ShouldBe(new InputFile("r.txt", _folder["a/b/c/r.txt"], _folder["a/b/c/r.txt.yml"]));
        input.Register.Agencies.Single().Id.ShouldBe("inner");
    }

    [Fact]
    public void What_is_not_there_is_told_in_a_line()
    {
        Should.Throw<UserError>(() => InputFinder.InFolder(_folder["gone"])).Message.ShouldContain("gone");
        Should.Throw<UserError>(() => InputFinder.ForFiles(_folder["gone.txt"])).Message.ShouldContain("gone.txt");
    }

    private IEnumerable<string> Found() => InputFinder.InFolder(_folder.Path).Files.Select(file => file.Path);
}
