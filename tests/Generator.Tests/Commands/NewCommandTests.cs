using DisclosureArchive.Generator.Commands;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Commands;

/// <summary><c>new</c> writes a blank form and its sidecar where an archive expects them, and nothing over anything.</summary>
public sealed class NewCommandTests : IDisposable
{
    private const string Register = "id,name,region,kind,aliases\nshili-minzheng,示例县民政局,示例县,部门,县民政局\n";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public NewCommandTests() => _folder.Write("in/agencies.csv", Register);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("shili-minzheng", "示例县民政局", "2024", "form-2021")]
    [InlineData("县民政局", "示例县民政局", "2020", "form-2019")]
    [InlineData("样例县财政局", "样例县财政局", "2018", "form-2008")]
    public async Task A_form_stands_in_the_agencys_folder_and_is_read_as_its_report(string agency, string name, string year, string edition)
    {
        (await Run("new", "--agency", agency, "--year", year, "--input", _folder["in"])).ShouldBe(ExitCode.Done, _error.ToString());

        var path = _folder[$"in/{name}/{year}年报告.docx"];
        _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()).ShouldBe([path, path + ".yml"]);
        _error.ToString().Contains("is not in the register", StringComparison.Ordinal).ShouldBe(name == agency && edition == "form-2008");
        var input = InputFinder.InFolder(_folder["in"]);
        using var tools = new ReadingTools(input.Settings.Limits);
        var reading = InputReader.Read(input, new Reports.ReportReader(input.Register, tools).Read, null, "", 1, () => { }, TestContext.Current.CancellationToken);
        using var store = reading.Store;
        var archive = Generator.Archive.ArchiveAssembler.Assemble(reading.Input, new Generator.Archive.JoinedReports(reading).Summaries);
        var report = archive.Reports.ShouldHaveSingleItem();
        (archive.Agencies.Single().Name, report.Year, report.Edition!.Id, report.Errors).ShouldBe((name, int.Parse(year), edition, 0));
    }

    [Fact]
    public async Task The_edition_and_the_file_may_be_chosen()
    {
        (await Run("new", "--agency", "县民政局", "--year", "2021", "--form", "form-2019", "--input", _folder["in"], "--output", _folder["x/y.docx"])).ShouldBe(ExitCode.Done, _error.ToString());

        _folder.Files().ShouldBe(["in/agencies.csv", "x/y.docx", "x/y.docx.yml"]);
        File.ReadAllText(_folder["x/y.docx.yml"]).ShouldContain("agency: \"示例县民政局\"\nyear: 2021\n");
    }

    [Theory, InlineData("in/示例县民政局/2024年报告.docx"), InlineData("in/示例县民政局/2024年报告.docx.yml")]
    public async Task Nothing_is_overwritten(string there)
    {
        _folder.Write(there, "precious");

        (await Run("new", "--agency", "县民政局", "--year", "2024", "--input", _folder["in"])).ShouldBe(ExitCode.Failed);

        _error.ToString().ShouldContain("不覆盖");
        File.ReadAllText(_folder[there]).ShouldBe("precious");
        _folder.Files().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(1, "new", "--agency", "甲局", "--year", "24")]
    [InlineData(1, "new", "--agency", " ", "--year", "2024")]
    [InlineData(1, "new", "--agency", "甲局", "--year", "2024", "--form", "form-2020")]
    [InlineData(2, "new", "--agency", "甲局")]
    [InlineData(2, "new", "--agency", "甲局", "--year", "二〇二四")]
    public async Task What_is_wrong_is_told(int code, params string[] arguments)
    {
        (await Run([.. arguments, "--input", _folder["in"]])).ShouldBe(code);

        _error.ToString().ShouldStartWith("错误");
        _folder.Files().ShouldBe(["in/agencies.csv"]);
    }

    /// <summary>No name of an agency leads out of the input folder, or ends the text it stands in.</summary>
    [Theory, InlineData("../../甲局"), InlineData("甲\"局: [x"), InlineData("甲\n局"), InlineData("NUL"), InlineData("#甲局 \\")]
    public async Task An_odd_name_stays_a_name(string agency)
    {
        (await Run("new", "--agency", agency, "--year", "2024", "--input", _folder["in"])).ShouldBe(ExitCode.Done, _error.ToString());

        var file = _folder.Files().Single(file => file.EndsWith(".yml", StringComparison.Ordinal));
        file.Split('/').Length.ShouldBe(3);
        var sidecar = SidecarReader.Read("x.yml", File.ReadAllBytes(_folder[file]), out var diagnostics);
        diagnostics.ShouldBeEmpty();
        (sidecar.Agency, sidecar.Year).ShouldBe((agency, 2024));
    }

    private Task<int> Run(params string[] arguments) => CommandLine.RunAsync(arguments, _output, _error);
}
