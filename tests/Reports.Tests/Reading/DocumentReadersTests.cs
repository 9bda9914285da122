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
    [InlineData("a.pdf", "%PDF-1.7", "PDF")]
    [InlineData("a.txt", "%PDF-1.7", "PDF")]
    [InlineData("a.doc", @"{\rtf1", "RTF")]
    [InlineData("a.xlsx", "PK\u0003\u0004", "xlsx")]
    [InlineData("a.zip", "PK\u0003\u0004", "zip")]
    [InlineData("a.png", "x", "png")]
    public void Other_kinds_are_named(string path, string content, string kind) => ShouldBeUnsupported(Read(path, content), kind);

    [Fact]
    public void An_old_word_file_is_one_whatever_its_name()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        ShouldBeUnsupported(Read("a.docx", bytes), "doc");
        ShouldBeUnsupported(Read("a.wps", bytes), "wps");
    }

    [Fact]
    public void An_encrypted_file_is_named_so() =>
        ShouldBeUnsupported(Read("a.docx", [0xD0, 0xCF, 0x11, 0xE0, .. Encoding.Unicode.GetBytes("EncryptedPackage")]), "加密的 Office 文件");

    [Fact]
    public void A_file_without_text_is_told() =>
        Read("a.md", " \n").Diagnostics.Single().Rule.ShouldBe(DiagnosticRules.EmptyDocument);

    private static void ShouldBeUnsupported(Document document, string kind)
    {
        document.Format.ShouldBe(DocumentFormat.Unsupported);
        document.Diagnostics.Single().ShouldSatisfyAllConditions(
            diagnostic => diagnostic.Rule.ShouldBe(DiagnosticRules.UnsupportedFormat),
            diagnostic => diagnostic.Arguments.ShouldBe([kind]));
    }

    private sealed class AnyText : IDocumentReader
    {
        public DocumentFormat Format => DocumentFormat.PlainText;

        public Document Read(SourceFile file) =>
            new(Format, [new Paragraph(TextDecoder.Decode(file.Content).Text, SourceLocation.AtLine(1))], DocumentMetadata.None, []);
    }
}
