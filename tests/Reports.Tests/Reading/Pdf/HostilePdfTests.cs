using System.Diagnostics;
using System.Text;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Pdf;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading.Pdf;

/// <summary>Broken and hostile files: each gets its diagnostic, and the next file is read as if nothing had been.</summary>
public sealed class HostilePdfTests : IDisposable
{
    private const string Prose = "这是一段足够长的文字，使这一页不会被当作扫描件。";

    private readonly PdfExtractors _extractors = new(ReadingLimits.Default with { Time = TimeSpan.FromSeconds(3) });

    public void Dispose() => _extractors.Dispose();

    public static TheoryData<string> Names => [.. Files.Keys];

    private static readonly Dictionary<string, (string[] Codes, Func<byte[]> Make)> Files = new()
    {
        ["empty"] = (["DA1002"], () => []),
        ["a header and no more"] = (["DA1002"], () => "%PDF-1.7\n"u8.ToArray()),
        ["random bytes"] = (["DA1002"], RandomBytes),
        ["cut in the middle"] = (["DA1002", "DA1006"], () => Good().ToBytes() is var bytes ? bytes[..(bytes.Length / 3)] : []),
        ["password, RC4"] = (["DA1008"], () => Encrypted("/V 2/R 3/Length 128")),
        ["password, AES"] = (["DA1008"], () => Encrypted("/V 4/R 4/Length 128/CF<</StdCF<</CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF")),
        ["100,000 pages"] = (["DA1002", "DA1011"], () => Tree($"<</Type/Pages/Kids[{Repeat("", "3 0 R ", 100_000, "")}]/Count 100000>>")),
        ["a tree of pages that goes round"] = (["DA1002", "DA1006"], () => Tree("<</Type/Pages/Kids[1 0 R 1 0 R]/Count 2>>")),
        ["100,000 arrays in one another"] = (["DA1002"], () => Tree($"<</Type/Pages/Kids{new string('[', 100_000)}/Count 1>>")),
        ["a form that shows itself"] = (["DA1002", "DA1006", "DA1010", "DA1011"], EndlessForm),
        ["more characters than a report has"] = (["DA1011"], () => Page(Repeat("BT /F2 1 Tf (", "0123456789", 110_000, ") Tj ET"))),
        ["more lines than a report has"] = (["DA1011"], () => Page(Repeat("", "0 0 m 9 0 l 9 9 l 0 9 l S\n", 150_000, ""))),
        ["more areas than a report has"] = (["DA1011"], () => Page(Repeat("BT /F2 1 Tf (", "0123456789", 1_000, ") Tj ET ") + Repeat("", "0 0 9 9 re f\n", 20_000, ""))),
        ["coordinates without end"] = (["DA1006"], () => Page($"BT {Repeat("", "9e37 0 0 9e37 9e37 9e37 cm\n", 20, "")} /F2 1 Tf (0123456789012345678901234567890123456789) Tj ET 0 0 m 1 0 l S")),
    };

    [Theory, MemberData(nameof(Names))]
    public void Each_gets_its_diagnostic_and_the_next_is_read(string name)
    {
        var reader = new PdfReader(_extractors);
        var (codes, make) = Files[name];

        var read = reader.Read(new SourceFile("report.pdf", make()));

        read.Blocks.ShouldBeEmpty();
        codes.ShouldContain(read.Diagnostics.ShouldHaveSingleItem().Code);
        TextOf(reader.Read(new SourceFile("report.pdf", Good().ToBytes()))).ShouldBe(Prose);
    }

    /// <summary>What a file packs, unpacked, is bounded by memory and time.</summary>
    [Fact]
    public void A_packed_flood_ends()
    {
        var bomb = new PdfFile();
        bomb.AddPage(400, 300, Repeat("", "0 0 m 1 1 l\n", 20_000_000, "S"), isPacked: true);
        var bytes = bomb.ToBytes();
        var clock = Stopwatch.StartNew();

        _extractors.Extract(bytes).Problem.ShouldBeOneOf(PdfProblem.TooMuch, PdfProblem.TooSlow, PdfProblem.Damaged);

        bytes.Length.ShouldBeLessThan(4 << 20);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
        _extractors.Extract(Good().ToBytes()).Problem.ShouldBe(PdfProblem.None);
    }

    [Fact]
    public void What_a_file_would_run_or_fetch_is_left_alone()
    {
        var file = Good();
        var embedded = file.AddStream("MZ", "/Type/EmbeddedFile");
        file.Catalog = $"/OpenAction<</S/JavaScript/JS(while\\(1\\){{}})>>/AA<</WC<</S/Launch/F(/bin/sh)>>/DS<</S/URI/URI(http://127.0.0.1:9/)>>>>/Names<</EmbeddedFiles<</Names[(a.exe)<</F(a.exe)/EF<</F {embedded} 0 R>>>>]>>>>";

        var read = new PdfReader(Tools.ForTests.Pdf).Read(new SourceFile("report.pdf", file.ToBytes()));

        TextOf(read).ShouldBe(Prose);
        read.Diagnostics.ShouldBeEmpty();
    }

    /// <summary>A process that ended between two files, for whatever reason, is nothing to the next file.</summary>
    [Fact]
    public void A_process_that_died_is_replaced()
    {
        using var extractors = new PdfExtractors(ReadingLimits.Default);
        extractors.Extract(Good().ToBytes()).Problem.ShouldBe(PdfProblem.None);
        var id = extractors.ProcessIds.ShouldHaveSingleItem();
        using (var process = Process.GetProcessById(id))
        {
            process.Kill();
            process.WaitForExit();
        }

        extractors.Extract(Good().ToBytes()).Problem.ShouldBe(PdfProblem.None);

        extractors.ProcessIds.ShouldHaveSingleItem().ShouldNotBe(id);
    }

    [Fact]
    public void Nothing_runs_on_after_disposal()
    {
        var extractors = new PdfExtractors(ReadingLimits.Default);
        Parallel.For(0, 3, _ => extractors.Extract(Good().ToBytes()).Problem.ShouldBe(PdfProblem.None));
        var ids = extractors.ProcessIds;
        ids.ShouldNotBeEmpty();

        extractors.Dispose();

        foreach (var id in ids)
            Should.Throw<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Theory]
    [InlineData("fs.readFileSync('/etc/hostname')")]
    [InlineData("fs.readdirSync('/')")]
    [InlineData("fs.writeFileSync('written', '')")]
    [InlineData("require('child_process').spawnSync('ls')")]
    [InlineData("new (require('worker_threads').Worker)('', { eval: true })")]
    public void Node_may_not(string what)
    {
        var script = $"const fs = require('fs'); try {{ const x = {what}; process.stdout.write(x?.error ? x.error.code : 'done') }} catch (e) {{ process.stdout.write(e.code) }}";
        using var node = Process.Start(Tool.Command("-e", script))!;
        node.StandardInput.Close();

        node.StandardOutput.ReadToEnd().ShouldBe("ERR_ACCESS_DENIED");
        node.WaitForExit();
    }

    [Fact]
    public void Node_knows_nothing_of_our_surroundings()
    {
        using var node = Process.Start(Tool.Command("-p", "Object.keys(process.env).join()"))!;
        node.StandardInput.Close();

        node.StandardOutput.ReadToEnd().Trim().ShouldBe("PATH");
        node.WaitForExit();
    }

    [Fact]
    public void Without_the_package_a_file_gets_the_remedy()
    {
        using var folder = new EmptyFolder();

        PdfTool.Find(folder.Path).Missing.ShouldNotBeNull().ShouldContain("pdfjs-dist");
    }

    private static PdfTool Tool => PdfTool.Find(Path.Combine(AppContext.BaseDirectory, "pdf-extractor")) is { Missing: null } tool
        ? tool
        : throw Repository.Lacks("Node.js with pdfjs-dist");

    private static PdfFile Good()
    {
        var file = new PdfFile();
        file.AddPage(400, 300, new PdfCanvas(300).Text(40, 60, 12, Prose).Content);
        return file;
    }

    private static byte[] Page(string content)
    {
        var file = new PdfFile();
        file.AddPage(400, 300, content);
        return file.ToBytes();
    }

    private static byte[] RandomBytes()
    {
        var random = new SplitMix(1);
        return [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 20_000).Select(_ => (byte)random.Below(256))];
    }

    private static byte[] Encrypted(string entries)
    {
        var file = Good();
        var dictionary = file.Add($"<</Filter/Standard{entries}/P -44/O<{new string('A', 64)}>/U<{new string('B', 64)}>>>");
        file.Trailer = $"/Encrypt {dictionary} 0 R/ID[<00><00>]";
        return file.ToBytes();
    }

    private static byte[] Tree(string root) =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{root}\nendobj\n2 0 obj\n<</Type/Catalog/Pages 1 0 R>>\nendobj\n3 0 obj\n<</Type/Page/Parent 1 0 R/MediaBox[0 0 9 9]>>\nendobj\ntrailer\n<</Root 2 0 R/Size 4>>\n%%EOF\n");

    private static byte[] EndlessForm()
    {
        var file = new PdfFile();
        var next = file.NextNumber;
        file.AddStream("/Fm0 Do /Fm0 Do", $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm0 {next} 0 R>>>>");
        file.AddPage(400, 300, "/Fm0 Do", resources: $"/XObject<</Fm0 {next} 0 R>>");
        return file.ToBytes();
    }

    private static string Repeat(string before, string text, int times, string after) =>
        new StringBuilder(before, before.Length + after.Length + (text.Length * times)).Insert(before.Length, text, times).Append(after).ToString();

    private static string TextOf(Document document) => string.Join('\n', document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));

    private sealed class EmptyFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
