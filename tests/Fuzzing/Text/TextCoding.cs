using System.Text;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Fuzzing.Text;

/// <summary>A text file's bytes to its text and back, in its own encoding.</summary>
internal static class TextCoding
{
    public static string Decode(ReadOnlyMemory<byte> bytes) => TextDecoder.Decode(bytes).Text;

    public static byte[] Encode(string text, string? encoding) => encoding switch
    {
        "utf-16le" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        "utf-16be" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        null or "utf-8" => Encoding.UTF8.GetBytes(text),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(text),
    };
}
