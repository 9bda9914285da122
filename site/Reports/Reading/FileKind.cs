using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;
using DisclosureArchive.Reports.Reading.Office;

namespace DisclosureArchive.Reports.Reading;

/// <summary>What kind of file it is, told from its content first and from its name second.</summary>
/// <param name="Format">The container.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Refusal">Why such a file is not read, if it is not.</param>
internal sealed partial record FileKind(DocumentFormat Format, string Name, Diagnostic? Refusal = null)
{
    private const int Near = 2048;

    /// <summary>What no report begins with.</summary>
    private static readonly (byte[] Start, string Name)[] Archives =
    [
        ("Rar!\u001A\u0007"u8.ToArray(), "rar"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"), ([0x1F, 0x8B], "gz"), ("BZh"u8.ToArray(), "bz2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ("PK\u0003\u0004"u8.ToArray(), "zip"), ("PK\u0005\u0006"u8.ToArray(), "zip"),
    ];

    public static FileKind Of(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return OfZip(file);
        if (CompoundFile.IsOne(bytes))
            return OfCompoundFile(file);
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return new FileKind(DocumentFormat.Pdf, "PDF");
        if (bytes.TrimStart("\uFEFF \t\r\n"u8).StartsWith(@"{\rt"u8))
            return new FileKind(DocumentFormat.Rtf, "rtf");
        if (OfArchive(bytes) is { } archive)
            return archive;
        return IsText(bytes) ? OfText(file) : OfOther(file);
    }

    private static FileKind Unsupported(string name) => new(DocumentFormat.Unsupported, name, DiagnosticRules.UnsupportedFormat.For(name));

    private static FileKind Unreadable(string reason) => new(DocumentFormat.Unsupported, reason, DiagnosticRules.UnreadableFile.For(reason));

    private static FileKind? OfArchive(ReadOnlySpan<byte> bytes)
    {
        foreach (var (start, name) in Archives)
            if (bytes.StartsWith(start))
                return Archive(name);
        return bytes.Length > 262 && bytes[257..].StartsWith("ustar"u8) ? Archive("tar") : null;
    }

    private static FileKind Archive(string name) => new(DocumentFormat.Unsupported, name, DiagnosticRules.ArchiveRefused.For(name));

    private static FileKind OfZip(SourceFile file)
    {
        var names = EntryNames(file);
        bool Has(string name) => names.Contains(name);
        bool HasFolder(string folder) => names.Any(name => name.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        var isPackage = Has("[Content_Types].xml");
        if (Has("word/document.xml") || (isPackage && HasFolder("word/")))
            return new FileKind(DocumentFormat.Docx, "docx");
        if (Has("xl/workbook.xml") || (isPackage && HasFolder("xl/")))
            return Has("xl/workbook.bin") ? Unsupported("xlsb (Excel)") : new FileKind(DocumentFormat.Xlsx, "xlsx");
        if (isPackage && HasFolder("ppt/"))
            return Unsupported("pptx (PowerPoint)");
        if (Has("OFD.xml"))
            return Unsupported("ofd");
        if (Has("content.xml"))
            return MediaType(file) is { Length: > 0 } type && !type.EndsWith(".text", StringComparison.Ordinal)
                ? Unsupported(type[(type.LastIndexOf('.') + 1)..] + " (OpenDocument)")
                : new FileKind(DocumentFormat.Odt, "odt");
        return file.Extension switch
        {
            ".docx" or ".docm" => new FileKind(DocumentFormat.Docx, "docx"),
            ".xlsx" or ".xlsm" => new FileKind(DocumentFormat.Xlsx, "xlsx"),
            ".odt" => new FileKind(DocumentFormat.Odt, "odt"),
            _ => Archive("zip"),
        };
    }

    /// <summary>The names of a zip's entries with <c>/</c>; of one that was cut off, those that its start still tells.</summary>
    private static HashSet<string> EntryNames(SourceFile file)
    {
        try
        {
            using var zip = new ZipArchive(file.Content.AsStream(), ZipArchiveMode.Read);
            return zip.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            var bytes = file.Content.Span;
            string[] told = ["word/document.xml", "xl/workbook.xml"];
            foreach (var name in told)
                if (bytes.IndexOf(Encoding.ASCII.GetBytes(name)) >= 0 || bytes.IndexOf(Encoding.ASCII.GetBytes(name.Replace('/', '\\'))) >= 0)
                    return new HashSet<string>([name], StringComparer.OrdinalIgnoreCase);
            return [];
        }
    }

    /// <summary>What the first entry of an OpenDocument file, which is not compressed, says that it is: <c>application/vnd.oasis.opendocument.text</c>.</summary>
    private static string MediaType(SourceFile file)
    {
        const int header = 30;
        const string entry = "mimetype";
        var bytes = file.Content.Span;
        if (bytes.Length < header + entry.Length + 4 || !bytes[header..].StartsWith("mimetype"u8) || bytes[8] != 0)
            return "";
        var length = Math.Min(BitConverter.ToInt32(bytes[18..22]), bytes.Length - header - entry.Length);
        return length is > 0 and < 100 ? Encoding.ASCII.GetString(bytes.Slice(header + entry.Length, length)).Trim() : "";
    }

    private static FileKind OfCompoundFile(SourceFile file)
    {
        if (CompoundFile.Read(file.Content) is not { } compound)
            return Unreadable("OLE");
        if (compound.Has("EncryptedPackage"))
            return new FileKind(DocumentFormat.Unsupported, "Office", DiagnosticRules.EncryptedFile.For(NameOf(file)));
        if (compound.Has("WordDocument") || (file.Extension is ".doc" or ".wps" && !compound.Has("Workbook")))
            return new FileKind(DocumentFormat.Doc, NameOf(file));
        return Unsupported(file.Extension switch
        {
            ".et" => "et (WPS)",
            ".dps" => "dps (WPS)",
            _ when compound.Has("Workbook") || compound.Has("Book") => "xls (Excel 97–2003)",
            _ when compound.Has("PowerPoint Document") => "ppt (PowerPoint)",
            _ => NameOf(file),
        });
    }

    private static FileKind OfText(SourceFile file)
    {
        var start = Start(file);
        if (IsMessage(start))
            return new FileKind(DocumentFormat.Mhtml, "mht");
        if (WordXml().IsMatch(start))
            return new FileKind(DocumentFormat.Doc, "doc");
        if (file.Extension is ".md" or ".markdown")
            return new FileKind(IsHtmlPage(start) ? DocumentFormat.Html : DocumentFormat.Markdown, "md");
        if (file.Extension is ".html" or ".htm" or ".shtml" or ".xhtml" || IsHtml(start))
            return new FileKind(DocumentFormat.Html, "html");
        return file.Extension switch
        {
            ".txt" or ".text" or "" => new FileKind(DocumentFormat.PlainText, "txt"),
            ".csv" or ".tsv" => new FileKind(DocumentFormat.Csv, "csv"),
            _ when file.Content.IsEmpty || start.Contains("<?xml", StringComparison.Ordinal) => OfOther(file),

            // What is called so and is text: some systems export text under such names.
            ".doc" or ".wps" or ".rtf" => new FileKind(DocumentFormat.PlainText, "txt"),
            ".xls" or ".et" => new FileKind(DocumentFormat.Csv, "csv"),
            _ => OfOther(file),
        };
    }

    /// <summary>By its name alone, for its content does not tell.</summary>
    private static FileKind OfOther(SourceFile file) => file.Extension switch
    {
        ".md" or ".markdown" => new FileKind(DocumentFormat.Markdown, "md"),
        ".html" or ".htm" or ".shtml" or ".xhtml" => new FileKind(DocumentFormat.Html, "html"),
        ".txt" or ".text" or "" => new FileKind(DocumentFormat.PlainText, "txt"),
        ".csv" or ".tsv" => new FileKind(DocumentFormat.Csv, "csv"),
        ".docx" or ".docm" => new FileKind(DocumentFormat.Docx, "docx"),
        ".xlsx" or ".xlsm" => new FileKind(DocumentFormat.Xlsx, "xlsx"),
        ".doc" or ".wps" or ".rtf" or ".odt" or ".mht" or ".mhtml" => Unreadable(NameOf(file)),
        _ => Unsupported(NameOf(file)),
    };

    private static string NameOf(SourceFile file) => file.Extension is { Length: > 1 } extension ? extension[1..] : "?";

    /// <summary>Whether it may be text in any encoding that we know: without NUL bytes, unless it says to be UTF-16, and nearly without control characters.</summary>
    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
            return true;
        var start = bytes[..Math.Min(bytes.Length, Near)];
        var controls = 0;
        foreach (var b in start)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1A or 0x1B))
                controls++;
        }

        return controls * 50 <= start.Length;
    }

    /// <summary>Header lines such as those of a mail: what browsers and Word save as a page in one file.</summary>
    private static bool IsMessage(string start)
    {
        var head = start.TrimStart().Split("\n\n")[0];
        return head.Split('\n').All(line => line.Length > 0 && (char.IsWhiteSpace(line[0]) || HeaderField().IsMatch(line)))
            && (head.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) || head.Contains("Content-Type: multipart/", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsHtmlPage(string start)
    {
        var text = start.TrimStart();
        return text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHtml(string start) =>
        start.Contains("<html", StringComparison.OrdinalIgnoreCase)
        || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
        || start.Contains("<body", StringComparison.OrdinalIgnoreCase)
        || start.Contains("<table", StringComparison.OrdinalIgnoreCase);

    private static string Start(SourceFile file) => TextDecoder.Decode(file.Content[..Math.Min(file.Content.Length, Near)]).Text;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*:", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderField();

    /// <summary>Word 2003 XML, which report systems fill from templates.</summary>
    [GeneratedRegex(@"^\s*<\?xml[^>]*>[^<]*(<\?mso-application[^>]*Word\.Document|<w:wordDocument)", RegexOptions.NonBacktracking)]
    private static partial Regex WordXml();
}
