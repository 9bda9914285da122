extern alias OpenXml;

using System.Diagnostics;
using DisclosureArchive.Generator.Documents;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Reading;
using OpenXml::DocumentFormat.OpenXml;
using OpenXml::DocumentFormat.OpenXml.Packaging;
using OpenXml::DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Generator.Tests.Documents;

/// <summary>The official form as a Word file: valid, and read back as it was filled, cell by cell.</summary>
public sealed class FormDocumentTests : IDisposable
{
    private const int Seeds = 20;

    /// <summary>What a cell may say besides a number, and its state.</summary>
    private static readonly (string Text, FigureState State)[] Texts =
        [("", FigureState.Blank), ("/", FigureState.NotApplicable), ("—", FigureState.NotApplicable), ("无", FigureState.NotApplicable), ("0 0", FigureState.Unreadable)];

    private readonly ReadingTools _tools = new(ReadingLimits.Default);

    public static TheoryData<string> AllEditions => [.. Editions.All.Select(edition => edition.Id)];

    public void Dispose() => _tools.Dispose();

    [Theory, MemberData(nameof(AllEditions))]
    public void A_filled_form_reads_back_exactly(string edition)
    {
        var form = Editions.Get(edition);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            // Every other one is filled with numbers alone, as most are.
            var filled = form.Tables.SelectMany(table => table.Cells).ToDictionary(cell => cell.ToString(), cell => seed % 2 == 0 || random.Next(8) > 0 ? $"{random.Next(0, 3000)}" : Texts[random.Next(Texts.Length)].Text);

            var report = Read(FormDocument.Write(form, "示例县民政局", form.FirstYear, name => filled[name]));

            report.Edition.ShouldBe(form);
            report.AgencyName!.Value.ShouldBe("示例县民政局");
            report.Year!.Value.ShouldBe(form.FirstYear);
            foreach (var figure in report.Tables.SelectMany(table => table.Figures))
            {
                var text = filled[figure.Name.ToString()];
                figure.Raw.ShouldBe(text, $"{edition} {seed} {figure.Name}");
                figure.State.ShouldBe(StateOf(text), $"{figure.Name} {text}");
            }

            report.Tables.Select(table => table.Form.Id).ShouldBe(form.Tables.Select(table => table.Id));
        }
    }

    /// <summary>Nothing is wrong with it but that nothing stands in it.</summary>
    [Theory, MemberData(nameof(AllEditions))]
    public void A_blank_form_has_all_cells_blank(string edition)
    {
        var form = Editions.Get(edition);

        var report = Read(FormDocument.Write(form, "示例县民政局", form.FirstYear, _ => ""));

        report.Edition.ShouldBe(form);
        report.Tables.SelectMany(table => table.Figures).ShouldAllBe(figure => figure.State == FigureState.Blank);
        report.Tables.Sum(table => table.Figures.Length).ShouldBe(form.Tables.Sum(table => table.Cells.Count()));
        report.Findings.ShouldAllBe(finding => finding.Status == Reports.Checks.FindingStatus.NotAssessable);
        report.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();
        report.Diagnostics.Count(diagnostic => diagnostic.Rule == DiagnosticRules.FigureBlank).ShouldBe(form.Tables.Length);
    }

    [Theory, MemberData(nameof(AllEditions))]
    public void It_is_valid(string edition)
    {
        using var stream = new MemoryStream(FormDocument.Write(Editions.Get(edition), "某局 <&> “试”", 2024, _ => "<1>&"));
        using var document = WordprocessingDocument.Open(stream, isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_words_give_the_same_bytes() =>
        FormDocument.Write(Editions.Form2021, "甲局", 2024, name => name).ShouldBe(FormDocument.Write(Editions.Form2021, "甲局", 2024, name => name));

    /// <summary>Every cell is named once in the template, and nothing else but agency and year.</summary>
    [Theory, MemberData(nameof(AllEditions))]
    public void The_template_has_a_place_for_each_cell(string edition)
    {
        var form = Editions.Get(edition);
        var main = FormDocument.Template(form).Single(part => part.Name == FormDocument.Main).Content;

        main.Split("{{").Skip(1).Select(rest => rest[..rest.IndexOf("}}", StringComparison.Ordinal)])
            .ShouldBe(form.Tables.SelectMany(table => table.Cells).Select(cell => cell.ToString()).Prepend("year").Prepend("agency"), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(AllEditions))]
    public void LibreOffice_opens_it(string edition)
    {
        var office = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "soffice")).FirstOrDefault(File.Exists)
            ?? throw Repository.Lacks("LibreOffice");
        using var folder = new TemporaryFolder();
        var form = Editions.Get(edition);
        var value = 100;
        var filled = form.Tables.SelectMany(table => table.Cells).ToDictionary(cell => cell.ToString(), _ => $"{value++}");
        folder.Write("form.docx", "");
        File.WriteAllBytes(folder["form.docx"], FormDocument.Write(form, "示例县民政局", form.FirstYear, name => filled[name]));

        var start = new ProcessStartInfo(office) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[$"-env:UserInstallation={new Uri(folder["profile"]).AbsoluteUri}", "--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder["out"], folder["form.docx"]])
            start.ArgumentList.Add(argument);
        using (var process = Process.Start(start)!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        foreach (var figure in Read(File.ReadAllBytes(folder["out/form.docx"])).Tables.SelectMany(table => table.Figures))
            figure.Raw.ShouldBe(filled[figure.Name.ToString()], figure.Name.ToString());
    }

    private static FigureState StateOf(string text)
    {
        foreach (var (known, state) in Texts)
            if (known == text)
                return state;
        return FigureState.Reported;
    }

    private AnnualReport Read(byte[] content) => new ReportReader(AgencyRegister.Empty, _tools).Read(new SourceFile("报告.docx", content), Sidecar.None);
}
