using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Pdf;
using DisclosureArchive.Synthesis;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading.Pdf;

/// <summary>What counts of a page is what is seen on it.</summary>
public sealed class PdfReaderTests
{
    private const double Width = 400;
    private const double Height = 300;
    private const string Prose = "这是一段足够长的文字，使这一页不会被当作扫描件。";

    private static readonly PdfReader Reader = new(Tools.ForTests.Pdf);

    [Theory]
    [InlineData("3 Tr", "invisible")]
    [InlineData("1 g", "white on white")]
    [InlineData("0.99 0.99 1 rg", "nearly white on white")]
    [InlineData("/Clear gs", "transparent")]
    [InlineData("10 10 20 20 re W n", "outside of the clip")]
    [InlineData("/OC /Off BDC", "on a hidden layer")]
    [InlineData("1 0 0 1 900 0 cm", "beyond the page")]
    public void What_is_not_seen_does_not_count(string before, string why)
    {
        var read = ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Raw("q " + before).Text(64, 100, 12, "98765").Raw("Q"));

        TextOf(read).ShouldBe(Prose, why);
        Codes(read).ShouldBe(["DA1030"], why);
    }

    [Fact]
    public void What_is_painted_over_is_not_seen()
    {
        var read = ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Text(64, 100, 12, "98765")
            .Raw("q 1 g").Area(62, 88, 120, 104).Raw("Q").Text(64, 100, 12, "12"));

        TextOf(read).ShouldBe(Prose + "\n12");
        Codes(read).ShouldBe(["DA1030"]);
    }

    [Theory]
    [InlineData("0 0 1 rg", "white on blue")]
    [InlineData("0 g", "white on black")]
    public void White_text_on_a_dark_ground_is_seen(string ground, string why)
    {
        var read = ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Raw("q " + ground).Area(62, 88, 120, 104).Raw("1 g").Text(64, 100, 12, "98765").Raw("Q"));

        TextOf(read).ShouldBe(Prose + "\n98765", why);
        Codes(read).ShouldBeEmpty(why);
    }

    [Fact]
    public void A_frame_and_a_highlight_leave_what_they_stand_over()
    {
        var read = ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Text(64, 100, 12, "98765")
            .Raw("0 g 20 180 200 60 re 22 182 196 56 re f*")
            .Raw("q /Multiply gs 1 1 0 rg").Area(62, 88, 120, 104).Raw("Q"));

        TextOf(read).ShouldBe(Prose + "\n98765");
    }

    [Fact]
    public void Of_a_number_cut_by_a_clip_no_part_counts_as_the_number()
    {
        var read = ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Raw("q").Clip(62, 88, 81, 104).Text(64, 100, 12, "98765").Raw("Q"));

        TextOf(read).ShouldContain("\uFFFD");
    }

    [Fact]
    public void Text_under_a_scan_is_the_scanners_guess()
    {
        var file = new PdfFile();
        var scan = file.AddStream("\u00ff", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8");
        file.AddPage(Width, Height, new PdfCanvas(Height).Text(40, 60, 12, Prose + Prose).Content + "q 400 0 0 300 0 0 cm /Im0 Do Q", resources: $"/XObject<</Im0 {scan} 0 R>>");

        Codes(Read(file)).ShouldBe(["DA1006"]);
    }

    [Fact]
    public void A_scan_with_invisible_text_is_a_scan()
    {
        var read = ReadPage(new PdfCanvas(Height).Raw("3 Tr").Text(40, 60, 12, Prose + Prose));

        read.Blocks.ShouldBeEmpty();
        Codes(read).ShouldBe(["DA1006"]);
    }

    [Fact]
    public void What_forms_of_the_file_show_is_seen()
    {
        var file = new PdfFile();
        var look = file.AddForm("BT /F2 12 Tf 2 4 Td (351) Tj ET", 40, 16);
        var field = file.Add($"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/F 4/Rect[64 150 104 166]/AP<</N {look} 0 R>>>>");
        file.AddPage(Width, Height, new PdfCanvas(Height).Text(40, 60, 12, Prose).Content, $"/Annots[{field} 0 R]");

        TextOf(Read(file)).ShouldBe(Prose + "\n351");
    }

    [Fact]
    public void A_font_that_names_no_characters_gives_no_figures()
    {
        var file = new PdfFile();
        var font = file.Add("<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<>>/Encoding<</Differences[1/g1/g2/g3]>>/FirstChar 1/LastChar 3/Widths[1 1 1]>>");
        file.Fonts += $"/T3 {font} 0 R";
        file.AddPage(Width, Height, new PdfCanvas(Height).Text(40, 60, 12, Prose).Content + "BT /T3 12 Tf 40 150 Td (\\001\\002\\003) Tj ET");

        TextOf(Read(file)).ShouldNotContain("1");
    }

    [Fact]
    public void Justified_text_has_no_blanks_in_it()
    {
        foreach (var spacing in Enum.GetValues<PdfSpacing>())
            TextOf(ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Text(64, 100, 12, "邮编：223100", 2, spacing))).ShouldBe(Prose + "\n邮编：223100", spacing.ToString());
    }

    [Fact]
    public void A_raised_mark_is_no_digit_of_the_figure()
    {
        var read = ReadPage(new PdfCanvas(Height).Text(40, 60, 12, Prose).Text(64, 100, 12, "12").Text(76, 95, 7, "1"));

        TextOf(read).ShouldBe(Prose + "\n12¹");
    }

    [Fact]
    public void The_same_file_gives_the_same_document()
    {
        var printed = ReportPrinter.Print(
            SyntheticReport.Make("示例县民政局", 2023, Forms.Editions.Form2021, new SplitMix(3)), Noise.None, new SplitMix(3));
        var file = new SourceFile("report.pdf", Synthesis.Layout.Get("pdf").Write(printed, new SplitMix(3)));

        var first = Reader.Read(file);

        Parallel.For(0, 4, _ => Describe(Reader.Read(file)).ShouldBe(Describe(first)));
    }

    private static string Describe(Document document) => string.Join('\n', document.Blocks.Select(block => block is Table table
        ? string.Join('\n', table.Rows.SelectMany(row => row.Cells)) : block.ToString()));

    private static Document ReadPage(PdfCanvas canvas)
    {
        var file = new PdfFile();
        var layer = file.Add("<</Type/OCG/Name(hidden)>>");
        file.Catalog = $"/OCProperties<</OCGs[{layer} 0 R]/D<</OFF[{layer} 0 R]>>>>";
        file.AddPage(Width, Height, canvas.Content, resources: $"/ExtGState<</Clear<</ca 0>>/Multiply<</BM/Multiply>>>>/Properties<</Off {layer} 0 R>>");
        return Read(file);
    }

    private static Document Read(PdfFile file) => Reader.Read(new SourceFile("report.pdf", file.ToBytes()));

    private static string TextOf(Document document) => string.Join('\n', document.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));

    private static IEnumerable<string> Codes(Document document) => document.Diagnostics.Select(diagnostic => diagnostic.Rule.Code);
}
