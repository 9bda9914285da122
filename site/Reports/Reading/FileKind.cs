using System.Text;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading;

/// <summary>What kind of file it is, told from its content first and from its name second.</summary>
internal static class FileKind
{
    private const int Near = 2048;
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>The container of a file, and for an unsupported one what it is.</summary>
    public static (DocumentFormat Format, string Name) Of(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return OfZip(file);
        if (bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            return (DocumentFormat.Unsupported, OfCompoundFile(file));
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return (DocumentFormat.Pdf, "PDF");
        if (bytes.StartsWith(@"{\rtf"u8))
            return (DocumentFormat.Unsupported, "RTF");
        return OfText(file);
    }

    private static (DocumentFormat Format, string Name) OfZip(SourceFile file)
    {
        var bytes = file.Content.Span;
        if (file.Extension is ".docx" or ".docm" || bytes.IndexOf("word/"u8) >= 0 || bytes.IndexOf(@"word\"u8) >= 0)
            return (DocumentFormat.Docx, "docx");
        return (DocumentFormat.Unsupported, file.Extension is ".xlsx" or ".pptx" or ".ofd" or ".odt" ? file.Extension[1..] : "zip");
    }

    private static string OfCompoundFile(SourceFile file)
    {
        if (file.Content.Span.IndexOf(EncryptedPackage) >= 0)
            return "加密的 Office 文件";
        return file.Extension is ".wps" or ".xls" or ".ppt" or ".et" ? file.Extension[1..] : "doc";
    }

    private static (DocumentFormat Format, string Name) OfText(SourceFile file)
    {
        if (file.Extension is ".md" or ".markdown")
            return (IsHtmlPage(file) ? DocumentFormat.Html : DocumentFormat.Markdown, "");
        if (file.Extension is ".html" or ".htm" or ".shtml" or ".xhtml" || IsHtml(file))
            return (DocumentFormat.Html, "");
        return file.Extension switch
        {
            ".txt" or ".text" or "" => (DocumentFormat.PlainText, ""),
            ".docx" or ".docm" => (DocumentFormat.Docx, "docx"),
            _ => (DocumentFormat.Unsupported, file.Extension[1..]),
        };
    }

    private static bool IsHtmlPage(SourceFile file)
    {
        var start = Start(file).TrimStart();
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHtml(SourceFile file)
    {
        var start = Start(file);
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<table", StringComparison.OrdinalIgnoreCase);
    }

    private static string Start(SourceFile file) => TextDecoder.Decode(file.Content[..Math.Min(file.Content.Length, Near)]).Text;
}
