using System.Xml;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>
/// Reads Word files (.docx): the main part of the zip with a forward <see cref="XmlReader"/>, never a DOM.
/// <para>
/// Reads: paragraphs; headings by style name, outline level and base styles; list numbers as printed, also in table cells; tables with
/// <c>gridSpan</c>, <c>vMerge</c>, <c>hMerge</c>, <c>gridBefore</c> and <c>gridAfter</c>; nested tables (after the outer one; an outer table that only lays
/// out the page gives its contents); text boxes (after the block that anchors them); content controls, smart tags, hyperlinks, the
/// results of fields; tracked changes as if all were accepted; superscripts as Unicode superscripts.
/// </para>
/// <para>
/// Leaves out: headers and footers, footnotes, endnotes, comments and their marks, tables of contents, hidden and struck text, prompts of empty
/// content controls, bullets, pictures, charts and SmartArt. Does not read encrypted files, <c>.doc</c> and flat XML.
/// </para>
/// </summary>
/// <param name="limits">How much may be unpacked.</param>
public sealed class DocxReader(ReadingLimits limits) : IDocumentReader
{
    private const string MainPart = "word/document.xml";

    public DocumentFormat Format => DocumentFormat.Docx;

    public Document Read(SourceFile file) => ZipPackage.Read(file, Format, limits, Read);

    private Document Read(ZipPackage package)
    {
        if (MainPartOf(package) is not { } main)
            return Document.Empty(Format, DiagnosticRules.UnreadableFile.For(MainPart));
        if (package.IsEncrypted(main))
            return Document.Empty(Format, DiagnosticRules.EncryptedFile.For("zip"));
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var diagnostics = new List<Diagnostic>(package.Concerns());
        var styles = ReadPart(package, folder + "styles.xml", WordStyles.Read, diagnostics);
        var numbering = ReadPart(package, folder + "numbering.xml", WordNumbering.Read, diagnostics);
        WordBody? body = null;
        try
        {
            using var part = package.Open(main)!;
            using var reader = WordXml.Open(part);
            body = new WordBody(reader, styles, numbering);
            body.Read();
            return new Document(Format, body.Blocks, DocumentMetadata.None, [.. diagnostics]);
        }
        catch (Exception problem) when (ZipPackage.IsBroken(problem))
        {
            return new Document(Format, body?.Salvage() ?? [], DocumentMetadata.None, [.. diagnostics, DiagnosticRules.UnreadableFile.For(main)]);
        }
    }

    /// <summary>A side part that is broken counts as missing, and is told.</summary>
    private static T ReadPart<T>(ZipPackage package, string name, Func<XmlReader?, T> read, List<Diagnostic> diagnostics)
    {
        try
        {
            using var part = package.Open(name);
            using var reader = part is null ? null : WordXml.Open(part);
            return read(reader);
        }
        catch (Exception problem) when (ZipPackage.IsBroken(problem))
        {
            diagnostics.Add(DiagnosticRules.UnreadableFile.For(name));
            return read(null);
        }
    }

    private static string? MainPartOf(ZipPackage package)
    {
        if (package.Has(MainPart))
            return MainPart;
        using var part = package.Open("_rels/.rels");
        if (part is null)
            return null;
        using var reader = WordXml.Open(part);
        while (reader.Read())
        {
            if (reader.LocalName == "Relationship" && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && reader.GetAttribute("Target")?.TrimStart('/') is { } target && package.Has(target))
                return target;
        }

        return null;
    }

}
