using System.Security.Cryptography;

namespace DisclosureArchive.Reports.Documents;

/// <summary>A report file as it was received.</summary>
/// <param name="Path">Its path relative to the input folder, with <c>/</c>.</param>
/// <param name="Content">Its bytes; of one that is too large to be held only the first.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content)
{
    private readonly string? _sha256;

    /// <summary>The file's extension in lower case with its dot, such as <c>.docx</c>; empty if it has none.</summary>
    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>Whether it begins as a web page or XML does: a browser that is not told what it is would take it for a page, and run it.</summary>
    public bool BeginsLikeMarkup
    {
        get
        {
            var bytes = Content.Span.StartsWith("\uFEFF"u8) ? Content.Span[3..] : Content.Span;
            return bytes.TrimStart(" \t\r\n\f\0"u8) is [(byte)'<', ..];
        }
    }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Bytes of the file.</summary>
    public long Size { get; init; } = Content.Length;

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public string Sha256
    {
        get => _sha256 ?? Convert.ToHexStringLower(SHA256.HashData(Content.Span));
        init => _sha256 = value;
    }
}
