using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Office;
using DisclosureArchive.Reports.Tests.Cases;
using DisclosureArchive.Reports.Tests.Reading;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Containers;

/// <summary>Files of strangers in the hands of LibreOffice.</summary>
public sealed class OfficeReaderTests
{
    private static readonly ReadingLimits Limits = ReadingLimits.Default;
    private static readonly ReadOnlyMemory<byte> Simple = Encoding.ASCII.GetBytes(@"{\rtf1\ansi One\par}");

    [Theory]
    [InlineData("doc", "report.doc", DocumentFormat.Doc)]
    [InlineData("doc", "report.wps", DocumentFormat.Doc)]
    [InlineData("doc", "report.docx", DocumentFormat.Doc)]
    [InlineData("rtf", "报告 'x'; <script>.doc", DocumentFormat.Rtf)]
    [InlineData("odt", "-report.odt", DocumentFormat.Odt)]
    public void Each_container_is_read_whatever_its_name(string extension, string name, DocumentFormat format)
    {
        var word = DocxWriter.Write("<p>标题</p><table><tr><td>甲</td><td>12</td></tr></table>");
        var file = new SourceFile(name, OfficeExports.Export([word], "docx", extension).Single().ShouldNotBeNull());
        var document = Tools.Reader().Inspect(file, Sidecar.None).Document;
        document.Format.ShouldBe(format);
        document.ShouldRead("标题\n[甲 | 12]");
        document.Tables().Single().Rows[0].Cells[1].Location.ToString().ShouldBe("T1.R1.C2");
    }

    [Fact]
    public void Word_2003_xml_is_read()
    {
        _ = OfficeExports.Program;
        const string xml = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <?mso-application progid="Word.Document"?>
            <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xml:space="preserve"><w:body>
            <w:p><w:r><w:t>标题</w:t></w:r></w:p>
            <w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
            </w:body></w:wordDocument>
            """;
        Tools.Reader().Inspect(new SourceFile("report.doc", Encoding.UTF8.GetBytes(xml)), Sidecar.None).Document.ShouldRead("标题\n[甲 | 12]");
    }

    [Fact]
    public void Nothing_outside_of_a_file_is_fetched_or_taken_in()
    {
        _ = OfficeExports.Program;
        var secret = Path.GetTempFileName();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            File.WriteAllText(secret, "SECRET 4711");
            var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/x";
            var local = new Uri(secret).AbsoluteUri;
            foreach (var file in (SourceFile[])[LinkingText(address, local), LinkingRtf(address, secret)])
                Blocks.Print(Tools.Reader().Inspect(file, Sidecar.None).Document).ShouldSatisfyAllConditions(
                    text => text.ShouldContain("one"), text => text.ShouldNotContain("4711"));
            listener.Pending().ShouldBeFalse();
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void A_file_that_can_not_be_opened_spoils_no_other()
    {
        using var converter = new OfficeConverter(Limits, OfficeExports.Program);
        var results = new Conversion[12];
        var contents = Enumerable.Range(0, results.Length).Select(index => index % 3 == 1 ? OleFile.Word("a.doc").Content : Simple).ToArray();
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = results.Length }, index =>
            results[index] = converter.Convert(contents[index], index % 3 == 1 ? "doc" : "rtf"));
        results.Select(result => result.Outcome).ShouldBe(Enumerable.Range(0, results.Length).Select(index => index % 3 == 1 ? ConversionOutcome.Failed : ConversionOutcome.Converted));
        converter.Runs.ShouldBeLessThan(results.Length);
    }

    [Fact]
    public void A_conversion_without_end_is_killed_with_all_that_it_started()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Scripts();
        var program = new OfficeProgram(folder.Add("(while :; do echo x >> \"$SIGNS\"; sleep 0.05; done) & wait", out var signs));
        using var converter = new OfficeConverter(Limits with { Time = TimeSpan.FromMilliseconds(200) }, program);
        var watch = Stopwatch.StartNew();
        converter.Convert(Simple, "rtf").Outcome.ShouldBe(ConversionOutcome.TimedOut);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        var length = new FileInfo(signs).Length;
        length.ShouldBeGreaterThan(0);
        Thread.Sleep(300);
        new FileInfo(signs).Length.ShouldBe(length);
    }

    [Fact]
    public void Output_without_end_is_cut_off()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Scripts();
        var program = new OfficeProgram(folder.Add("while :; do head -c 1000000 /dev/zero >> more; sleep 0.01; done", out _));
        using var converter = new OfficeConverter(Limits with { ExpandedBytes = 5_000_000 }, program);
        converter.Convert(Simple, "rtf").Outcome.ShouldBeOneOf(ConversionOutcome.TooLarge, ConversionOutcome.NoProgram);
    }

    [Fact]
    public void A_program_that_can_convert_nothing_counts_as_missing()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new Scripts();
        var program = new OfficeProgram(folder.Add("exit 0", out _));
        using var converter = new OfficeConverter(Limits, program);
        converter.Convert(Simple, "rtf").Outcome.ShouldBe(ConversionOutcome.NoProgram);
        using var absent = new OfficeConverter(Limits, new OfficeProgram(Path.Combine(folder.Folder, "absent")));
        absent.Convert(Simple, "rtf").Outcome.ShouldBe(ConversionOutcome.NoProgram);
    }

    [Fact]
    public void Without_libreoffice_there_is_a_diagnostic_with_the_remedy()
    {
        using var converter = new OfficeConverter(Limits, program: null);
        var document = new OfficeReader(DocumentFormat.Doc, converter, Limits).Read(OleFile.Word("a.wps"));
        document.Format.ShouldBe(DocumentFormat.Doc);
        document.Diagnostics.Single().ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Rule.ShouldBe(DiagnosticRules.ConverterMissing), diagnostic => diagnostic.Arguments.ShouldBe(["wps"]));
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        var converter = new OfficeConverter(Limits, OfficeExports.Program);
        converter.Convert(Simple, "rtf").Outcome.ShouldBe(ConversionOutcome.Converted);
        var folder = converter.Folder.ShouldNotBeNull();
        Directory.GetDirectories(folder).Select(Path.GetFileName).ShouldBe(["profile"]);
        converter.Dispose();
        Directory.Exists(folder).ShouldBeFalse();
    }

    /// <summary>A text with a picture of another machine, a section of another file and a macro that would run when it is opened.</summary>
    private static SourceFile LinkingText(string address, string local) => WordFile.Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>"),
        ("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.2"><office:body><office:text>
            <text:p>one</text:p>
            <text:p><draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="{address}.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
            <text:section text:name="a"><text:section-source xlink:href="{local}" text:filter-name="Text"/><text:p>two</text:p></text:section>
            <text:section text:name="b"><text:section-source xlink:href="{address}.txt"/><text:p>three</text:p></text:section>
            </office:text></office:body></office:document-content>
            """)) with
    { Path = "report.odt" };

    private static SourceFile LinkingRtf(string address, string local) => new("report.rtf", Encoding.ASCII.GetBytes(
        @"{\rtf1\ansi one\par {\field{\*\fldinst INCLUDETEXT """ + local.Replace('\\', '/') + @"""}{\fldrslt two}}\par {\field{\*\fldinst INCLUDEPICTURE """ + address + @".png"" \\d}{\fldrslt }}\par}"));

    /// <summary>Programs that stand for LibreOffice.</summary>
    private sealed class Scripts : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("disclosure-test-").FullName;

        public string Add(string commands, out string signs)
        {
            signs = Path.Combine(Folder, "signs");
            var path = Path.Combine(Folder, "soffice");
            File.WriteAllText(path, $"#!/bin/sh\nSIGNS={signs}\n{commands}\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return path;
        }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
