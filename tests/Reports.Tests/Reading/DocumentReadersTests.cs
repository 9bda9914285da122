using System.Text;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading;
using DisclosureArchive.Reports.Reading.Docx;
using DisclosureArchive.Reports.Reading.Html;
using DisclosureArchive.Reports.Reading.Markdown;
using Shouldly;
using Xunit;

namespace DisclosureArchive.Reports.Tests.Reading;

public sealed class DocumentReadersTests
{
    private static readonly DocumentReaders Readers = new(ReadingLimits.Default, new DocxReader(ReadingLimits.Default), new HtmlReader(), new MarkdownReader(), new AnyText());

    private static Document Read(string path, string content) => Read(path, Encoding.UTF8.GetBytes(content));

    private static Document Read(string path, byte[] content) => Readers.Read(new SourceFile(path, content));

    [Theory]
    [InlineData("a.txt", "文", DocumentFormat.PlainText)]
    [InlineData("a.text", "文", DocumentFormat.PlainText)]
    [InlineData("a", "文", DocumentFormat.PlainText)]
    [InlineData("a.md", "文", DocumentFormat.Markdown)]
    [InlineData("a.MARKDOWN", "文", DocumentFormat.Markdown)]
    [InlineData("a.md", "<table><tr><td>甲<td>1</table>", DocumentFormat.Markdown)]
    [InlineData("a.md", "<!DOCTYPE html><p>文", DocumentFormat.Html)]
    [InlineData("a.htm", "文", DocumentFormat.Html)]
    [InlineData("a.shtml", "文", DocumentFormat.Html)]
    [InlineData("a.txt", "<HTML><p>文", DocumentFormat.Html)]
    [InlineData("a.doc", "<table><tr><td>甲<td>1</table>", DocumentFormat.Html)]
    public void The_reader_is_told_by_content_and_name(string path, string content, DocumentFormat format) =>
        Read(path, content).Format.ShouldBe(format);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.doc")]
    [InlineData("a")]
    public void A_word_file_is_one_whatever_its_name(string path) =>
        Readers.Read(WordFile.Of(WordFile.P("文")) with { Path = path }).Format.ShouldBe(DocumentFormat.Docx);

    [Theory]
    [InlineData("a.png", "x", "png")]
    [InlineData("a.xml", "<?xml version='1.0'?><a/>", "xml")]
    public void Other_kinds_are_named(string path, string content, string kind) => ShouldBeRefused(Read(path, content), DiagnosticRules.UnsupportedFormat, kind);

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", DocumentFormat.Pdf)]
    [InlineData("a.txt", "%PDF-1.7", DocumentFormat.Pdf)]
    [InlineData("a.doc", @"{\rtf1", DocumentFormat.Rtf)]
    [InlineData("a.txt", @"{\rtf1", DocumentFormat.Rtf)]
    [InlineData("a.xls", "<html><table>", DocumentFormat.Html)]
    [InlineData("a.xls", "甲\t1\n乙\t2", DocumentFormat.Csv)]
    [InlineData("a.doc", "只是文字", DocumentFormat.PlainText)]
    [InlineData("a.csv", "甲,1", DocumentFormat.Csv)]
    [InlineData("a.doc", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", DocumentFormat.Mhtml)]
    [InlineData("a.mht", "From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n", DocumentFormat.Mhtml)]
    [InlineData("a.txt", "注意: MIME-Version: 1.0 不是邮件", DocumentFormat.PlainText)]
    [InlineData("a.doc", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?><w:wordDocument/>", DocumentFormat.Doc)]
    public void Containers_are_told_by_their_content(string path, string content, DocumentFormat format) =>
        FileKind.Of(new SourceFile(path, Encoding.UTF8.GetBytes(content))).Format.ShouldBe(format);

    [Theory]
    [InlineData("a.zip", "PK\u0003\u0004", "zip")]
    [InlineData("a.docx.zip", "PK\u0003\u0004", "zip")]
    [InlineData("a.txt", "Rar!\u001A\u0007\u0000", "rar")]
    public void Archives_are_refused(string path, string content, string kind) => ShouldBeRefused(Read(path, content), DiagnosticRules.ArchiveRefused, kind);

    [Fact]
    public void Archives_are_told_by_their_content()
    {
        ShouldBeRefused(Read("a.doc", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]), DiagnosticRules.ArchiveRefused, "7z");
        ShouldBeRefused(Read("a.txt", [0x1F, 0x8B, 8, 0]), DiagnosticRules.ArchiveRefused, "gz");
        ShouldBeRefused(Read("a", [.. new byte[257], .. "ustar\0"u8]), DiagnosticRules.ArchiveRefused, "tar");
        ShouldBeRefused(Readers.Read(WordFile.Zip(("a/2023.docx", "x"), ("word/2022.doc", "x")) with { Path = "all.zip" }), DiagnosticRules.ArchiveRefused, "zip");
    }

    [Theory]
    [InlineData("word/document.xml", DocumentFormat.Docx)]
    [InlineData("word\\document.xml", DocumentFormat.Docx)]
    [InlineData("xl/workbook.xml", DocumentFormat.Xlsx)]
    [InlineData("content.xml", DocumentFormat.Odt)]
    public void A_zip_is_told_by_what_it_holds(string entry, DocumentFormat format)
    {
        foreach (var path in (string[])["a.zip", "a.doc", "a.xlsx"])
            FileKind.Of(WordFile.Zip((entry, "<a/>")) with { Path = path }).Format.ShouldBe(format);
    }

    [Theory]
    [InlineData("ppt/presentation.xml", "pptx (PowerPoint)")]
    [InlineData("OFD.xml", "ofd")]
    public void Packages_that_can_not_be_read_are_named(string entry, string kind) =>
        ShouldBeRefused(Readers.Read(WordFile.Zip(("[Content_Types].xml", "<a/>"), (entry, "<a/>"))), DiagnosticRules.UnsupportedFormat, kind);

    [Fact]
    public void An_old_office_file_is_told_by_its_streams()
    {
        FileKind.Of(OleFile.Word("a.docx")).Format.ShouldBe(DocumentFormat.Doc);
        FileKind.Of(OleFile.Word("a.wps")).Format.ShouldBe(DocumentFormat.Doc);
        // A Word file with a workbook in it, and the other way round.
        FileKind.Of(OleFile.Of("a.xls", [("1Table", []), ("WordDocument", [])], ["Workbook"])).Format.ShouldBe(DocumentFormat.Doc);
        ShouldBeRefused(Readers.Read(OleFile.Of("a.doc", [("Workbook", [])], ["WordDocument"])), DiagnosticRules.UnsupportedFormat, "xls (Excel 97–2003)");
        ShouldBeRefused(Readers.Read(OleFile.Of("a.et", [("Workbook", [])])), DiagnosticRules.UnsupportedFormat, "et (WPS)");
    }

    [Fact]
    public void A_damaged_old_office_file_is_told()
    {
        ShouldBeRefused(Read("a.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), DiagnosticRules.UnreadableFile, "OLE");
        var whole = OleFile.Word("a.doc").Content.ToArray();
        for (var length = 8; length < whole.Length; length += 97)
            FileKind.Of(new SourceFile("a.doc", whole[..length])).ShouldNotBeNull();
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var damaged = (byte[])whole.Clone();
            for (var count = 0; count < 8; count++)
                damaged[8 + random.Next(1600)] = (byte)random.Next(256);
            FileKind.Of(new SourceFile("a.doc", damaged)).ShouldNotBeNull();
        }
    }

    [Fact]
    public void An_encrypted_file_is_told()
    {
        ShouldBeRefused(Readers.Read(OleFile.Of("a.docx", [("EncryptionInfo", []), ("EncryptedPackage", [])])), DiagnosticRules.EncryptedFile, "docx");
        var doc = Tools.ForTests.Word(DocumentFormat.Doc).Read(OleFile.Word("a.doc", isEncrypted: true));
        doc.Diagnostics.Single().ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Rule.ShouldBe(DiagnosticRules.EncryptedFile), diagnostic => diagnostic.Arguments.ShouldBe(["doc"]));
        var odt = Tools.ForTests.Word(DocumentFormat.Odt).Read(
            WordFile.Zip(("content.xml", "?"), ("META-INF/manifest.xml", "<m:manifest xmlns:m=\"urn:m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>")) with { Path = "a.odt" });
        odt.Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.EncryptedFile);
    }

    [Fact]
    public void A_file_without_text_is_told() =>
        Read("a.md", " \n").Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.EmptyDocument);

    private static void ShouldBeRefused(Document document, DiagnosticRule rule, string kind)
    {
        document.Format.ShouldBe(DocumentFormat.Unsupported);
        document.Diagnostics.Single().ShouldSatisfyAllConditions(diagnostic => diagnostic.Rule.ShouldBe(rule), diagnostic => diagnostic.Arguments.ShouldBe([kind]));
    }

    private sealed class AnyText : IDocumentReader
    {
        public DocumentFormat Format => DocumentFormat.PlainText;

        public Document Read(SourceFile file) =>
            new(Format, [new Paragraph(TextDecoder.Decode(file.Content).Text, SourceLocation.AtLine(1))], DocumentMetadata.None, []);
    }
}
