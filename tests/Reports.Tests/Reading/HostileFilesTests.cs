using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using DisclosureArchive.Reports.Documents;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

/// <summary>Broken files, and files made to do harm: each ends in bounded time with a diagnostic, and what it shows of a report is read rightly or not at all.</summary>
public sealed class HostileFilesTests
{
    // What reading one may take; the slowest of machines that test is some times slower than ours.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private const string Row = "一、本年新收政府信息公开申请数量";
    private const string Header = "<tr><td>项目<td>自然人<td>商业企业<td>科研机构<td>社会公益组织<td>法律服务机构<td>其他<td>总计";
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>Each with the code of what is said of its container; none where it is read as it stands.</summary>
    private static readonly Dictionary<string, (string Code, Func<SourceFile> Make)> Files = new()
    {
        ["nothing.docx"] = ("DA1020", () => new SourceFile("nothing.docx", Array.Empty<byte>())),
        ["nothing.pdf"] = ("DA1020", () => new SourceFile("nothing.pdf", Array.Empty<byte>())),
        ["cut.docx"] = ("DA1002", () => Cut(WordFile.Of(Report()), "cut.docx")),
        ["noise.docx"] = ("DA1002", () => Noise("noise.docx", "PK\u0003\u0004")),
        ["noise.pdf"] = ("DA1002", () => Noise("noise.pdf", "%PDF-1.7\n")),
        ["noise.xlsx"] = ("DA1002", () => Noise("noise.xlsx", "PK\u0003\u0004")),
        ["noise.txt"] = ("DA1004", () => Noise("noise.txt", "")),
        ["bomb.docx"] = ("DA1011", () => Bomb("word/document.xml", "bomb.docx")),
        ["entities.docx"] = ("DA1002", () => Package("""<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>""", "&b;&c;")),
        ["deep.docx"] = ("DA1011", () => Package("", Repeat("<w:tbl><w:tr><w:tc>", 5_000) + Repeat("</w:tc></w:tr></w:tbl>", 5_000))),
        ["deep-xml.docx"] = ("", () => Package("", Repeat("<w:sdt><w:sdtContent>", 5_000) + Repeat("</w:sdtContent></w:sdt>", 5_000))),
        ["deep.html"] = ("", () => Text("deep.html", Repeat("<div>", 5_000) + "<table>" + Header + Figures() + "</table>")),
        ["deep-tables.html"] = ("DA1011", () => Text("deep-tables.html", Repeat("<table><tr><td>", 5_000))),
        ["deep-quotes.md"] = ("", () => Text("deep-quotes.md", Repeat("> ", 5_000) + "甲")),
        ["deep-lists.md"] = ("", () => Text("deep-lists.md", string.Concat(Enumerable.Range(0, 5_000).Select(level => new string(' ', 2 * (level % 500)) + "- 甲\n")))),
        ["deep-brackets.md"] = ("", () => Text("deep-brackets.md", Repeat("[", 50_000) + Repeat("*a_", 50_000))),
        ["long-line.txt"] = ("DA1011", () => Text("long-line.txt", Repeat("政府信息公开", 20 * 1024 * 1024 / 18))),
        ["long-line.md"] = ("DA1011", () => Text("long-line.md", "|" + Repeat("1|", 10 * 1024 * 1024))),
        ["long-line.html"] = ("DA1011", () => Text("long-line.html", "<p>" + Repeat("公开", 20 * 1024 * 1024 / 6))),
        ["long-line.csv"] = ("DA1011", () => Text("long-line.csv", Repeat("1,", 10 * 1024 * 1024))),
        ["many-cells.html"] = ("DA1011", () => Text("many-cells.html", "<table>" + Repeat("<tr>" + Repeat("<td>1", 1000), 1000))),
        ["many-cells.md"] = ("DA1011", () => Text("many-cells.md", Repeat(Repeat("|1", 1000) + "|\n", 1000))),
        ["many-cells.csv"] = ("DA1011", () => Text("many-cells.csv", Repeat(Repeat("1,", 1000) + "\n", 1000))),
        ["many-cells.docx"] = ("DA1011", () => Package("", "<w:tbl>" + Repeat("<w:tr>" + Repeat("<w:tc><w:p/></w:tc>", 1000) + "</w:tr>", 1000) + "</w:tbl>")),
        ["wide.html"] = ("", () => Text("wide.html", $"<table><tr><td colspan=999999999 rowspan=999999999>甲{Header}{Figures()}</table>")),
        ["wide.docx"] = ("", () => Package("", $"<w:tbl><w:tr>{WordFile.Tc("甲", "<w:gridSpan w:val=\"2000000000\"/>")}{WordFile.Tc("乙", "<w:gridSpan w:val=\"-5\"/>")}</w:tr></w:tbl>")),
        ["nul.txt"] = ("", () => Text("nul.txt", Repeat("政\0府\0", 5000))),
        ["two-encodings.txt"] = ("DA1004", () => new SourceFile("two-encodings.txt", (byte[])[.. Encoding.UTF8.GetBytes(Repeat("示例县民政局政府信息公开\n", 20)), .. Encoding.GetEncoding("gb18030").GetBytes(Repeat("示例县民政局政府信息公开\n", 20))])),
    };

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Each_is_told_in_time(string name)
    {
        var (code, make) = Files[name];
        var file = make();
        var clock = Stopwatch.StartNew();
        var report = Tools.Reader().Read(file, Sidecar.None);
        clock.Elapsed.ShouldBeLessThan(Bound);
        report.Diagnostics.Select(diagnostic => diagnostic.Rule.Code).Where(other => other.StartsWith("DA1", StringComparison.Ordinal)).ShouldBe(code.Length > 0 ? [code] : []);
        var figures = report.Figures.Select(figure => figure.Value).OfType<decimal>().ToList();
        figures.ShouldBe(figures.Count == 0 ? [] : [1, 2, 3, 4, 5, 6, 7]);
    }

    private static string Figures() => $"<tr><td>{Row}" + string.Concat(Enumerable.Range(1, 7).Select(figure => $"<td>{figure}"));

    private static string Report() => WordFile.P("示例县民政局2023年政府信息公开工作年度报告") + Repeat(WordFile.P("三、收到和处理政府信息公开申请情况"), 500);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static SourceFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private static SourceFile Cut(SourceFile file, string path) => new(path, file.Content[..(file.Content.Length / 2)].ToArray());

    private static SourceFile Noise(string path, string magic)
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        return new SourceFile(path, (byte[])[.. Encoding.Latin1.GetBytes(magic), .. bytes]);
    }

    private static SourceFile Bomb(string entry, string path) => WordFile.Zip(CompressionLevel.SmallestSize, (entry, $"<a>{new string(' ', 300_000_000)}</a>")) with { Path = path };

    private static SourceFile Package(string before, string body) =>
        WordFile.Zip(("word/document.xml", $"{before}<w:document xmlns:w=\"{WordNamespace}\"><w:body>{WordFile.P("示例县民政局")}{body}</w:body></w:document>"));
}
