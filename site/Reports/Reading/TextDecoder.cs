using System.Text;
using System.Text.Unicode;

namespace DisclosureArchive.Reports.Reading;

/// <summary>
/// Bytes of a text file to text. The encoding is told from the byte order mark, then from being valid UTF-8, then from
/// what the file declares, else it is GB18030, which holds GB2312 and GBK. UTF-8 with a few damaged bytes stays UTF-8.
/// </summary>
public static class TextDecoder
{
    // One damaged byte among this many good characters is damage; more is another encoding.
    private const int GoodPerDamaged = 20;

    private const int FewestOfTwo = 20;

    private static readonly Encoding Gb18030 = CodePage("gb18030");
    private static readonly Encoding Big5 = CodePage("big5");

    /// <summary>
    /// Decodes a file: no byte order mark, no NUL characters, lines ended by <c>\n</c> alone. <c>Encoding</c> is its name in
    /// lower case; <c>Replaced</c> tells that U+FFFD stands where something could not be decoded, or
    /// that the file is in two encodings, which are told line by line.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="declared">The encoding that the file names itself, if it does.</param>
    public static (string Text, string Encoding, bool Replaced) Decode(ReadOnlyMemory<byte> bytes, string? declared = null)
    {
        var (encoding, name, mark) = Detect(bytes.Span, declared);
        var isMixed = encoding == Gb18030 && IsPartlyUtf8(bytes.Span);
        var text = isMixed ? DecodeByLine(bytes.Span) : encoding.GetString(bytes.Span[mark..]);
        if (text.Contains('\0', StringComparison.Ordinal))
            text = text.Replace("\0", "", StringComparison.Ordinal);
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return (text, name, isMixed || text.Contains('\uFFFD', StringComparison.Ordinal));
    }

    private static (Encoding Encoding, string Name, int Mark) Detect(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith("\uFEFF"u8))
            return (Encoding.UTF8, "utf-8", 3);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return (Encoding.Unicode, "utf-16le", 2);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return (Encoding.BigEndianUnicode, "utf-16be", 2);
        if (Utf8.IsValid(bytes) || IsDamagedUtf8(bytes))
            return (Encoding.UTF8, "utf-8", 0);
        return declared?.StartsWith("big5", StringComparison.OrdinalIgnoreCase) == true
            ? (Big5, "big5", 0)
            : (Gb18030, "gb18030", 0);
    }

    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes) => CountUtf8(bytes) is var (good, damaged) && good >= damaged * (long)GoodPerDamaged;

    /// <summary>Of GB18030 read as UTF-8 hardly a character in ten seems to be one.</summary>
    private static bool IsPartlyUtf8(ReadOnlySpan<byte> bytes) => CountUtf8(bytes) is var (good, damaged) && good > FewestOfTwo && 2L * good >= damaged;

    private static string DecodeByLine(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var end = bytes.IndexOf((byte)'\n') is >= 0 and var index ? index + 1 : bytes.Length;
            text.Append((Utf8.IsValid(bytes[..end]) ? Encoding.UTF8 : Gb18030).GetString(bytes[..end]));
            bytes = bytes[end..];
        }

        return text.ToString();
    }

    /// <summary>Characters beyond ASCII that are right as UTF-8, and bytes that are not.</summary>
    private static (int Good, int Damaged) CountUtf8(ReadOnlySpan<byte> bytes)
    {
        var good = 0;
        var damaged = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != System.Buffers.OperationStatus.Done)
                damaged++;
            else if (!rune.IsAscii)
                good++;
            bytes = bytes[length..];
        }

        return (good, damaged);
    }

    private static Encoding CodePage(string name) => CodePagesEncodingProvider.Instance.GetEncoding(
        name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
}
