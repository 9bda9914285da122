using System.IO.Compression;
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
public sealed class DocxReader : IDocumentReader
{
    private const long MostBytes = 200L * 1024 * 1024;
    private const string MainPart = "word/document.xml";

    public DocumentFormat Format => DocumentFormat.Docx;

    public Document Read(SourceFile file)
    {
        try
        {
            using var zip = new ZipArchive(file.Content.AsStream(), ZipArchiveMode.Read);
            return Read(zip);
        }
        catch (Exception problem) when (IsBroken(problem))
        {
            return Document.Empty(Format, DiagnosticRules.UnreadableFile.For("zip"));
        }
    }

    private Document Read(ZipArchive zip)
    {
        if (MainPartOf(zip) is not { } main)
            return Document.Empty(Format, DiagnosticRules.UnreadableFile.For(MainPart));
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var diagnostics = new List<Diagnostic>();
        var styles = ReadPart(zip, folder + "styles.xml", WordStyles.Read, diagnostics);
        var numbering = ReadPart(zip, folder + "numbering.xml", WordNumbering.Read, diagnostics);
        WordBody? body = null;
        try
        {
            using var part = Open(zip, main)!;
            using var reader = WordXml.Open(part);
            body = new WordBody(reader, styles, numbering);
            body.Read();
            return new Document(Format, body.Blocks, DocumentMetadata.None, [.. diagnostics]);
        }
        catch (Exception problem) when (IsBroken(problem))
        {
            return new Document(Format, body?.Salvage() ?? [], DocumentMetadata.None, [.. diagnostics, DiagnosticRules.UnreadableFile.For(main)]);
        }
    }

    /// <summary>A side part that is broken counts as missing, and is told.</summary>
    private static T ReadPart<T>(ZipArchive zip, string name, Func<XmlReader?, T> read, List<Diagnostic> diagnostics)
    {
        try
        {
            using var part = Open(zip, name);
            using var reader = part is null ? null : WordXml.Open(part);
            return read(reader);
        }
        catch (Exception problem) when (IsBroken(problem))
        {
            diagnostics.Add(DiagnosticRules.UnreadableFile.For(name));
            return read(null);
        }
    }

    private static string? MainPartOf(ZipArchive zip)
    {
        if (Find(zip, MainPart) is not null)
            return MainPart;
        using var part = Open(zip, "_rels/.rels");
        if (part is null)
            return null;
        using var reader = WordXml.Open(part);
        while (reader.Read())
        {
            if (reader.LocalName == "Relationship" && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && reader.GetAttribute("Target")?.TrimStart('/') is { } target && Find(zip, target) is not null)
                return target;
        }

        return null;
    }

    private static ZipArchiveEntry? Find(ZipArchive zip, string name) => zip.GetEntry(name)
        ?? zip.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private static CappedStream? Open(ZipArchive zip, string name)
    {
        if (Find(zip, name) is not { } entry)
            return null;
        entry.DemandSound(Open);
        return Open();

        CappedStream Open() => new(entry.Open(), MostBytes);
    }

    private static bool IsBroken(Exception problem) => problem is InvalidDataException or XmlException or IOException or NotSupportedException;
}
