using System.Globalization;

namespace DisclosureArchive.Reports.Reading.Docx;

/// <summary>A character of a symbol font (<c>w:sym</c>) as Unicode: digits, numbers in circles, boxes and ticks; else nothing.</summary>
internal static class WordSymbol
{
    private const int PrivateArea = 0xF000;

    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value) || value is < 0x20 or > 0xFFFF)
            return "";
        if (value is < PrivateArea or > PrivateArea + 0xFF)
            return char.IsSurrogate((char)value) || (value is >= 0xE000 and <= 0xF8FF) ? "" : ((char)value).ToString();
        var glyph = value - PrivateArea;
        if (font?.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) == true)
            return font.Length == "Wingdings".Length ? Wingding(glyph) : Wingding2(font, glyph);
        return glyph is >= '0' and <= '9' ? ((char)glyph).ToString() : "";
    }

    private static string Wingding(int glyph) => glyph switch
    {
        >= 0x81 and <= 0x8A => ((char)('①' + glyph - 0x81)).ToString(),
        >= 0x8C and <= 0x95 => ((char)('❶' + glyph - 0x8C)).ToString(),
        0x6F or 0x71 or 0x72 or 0xA8 => "□",
        0x6E => "■",
        0xFB => "✗",
        0xFC => "✓",
        0xFD => "☒",
        0xFE => "☑",
        _ => "",
    };

    private static string Wingding2(string font, int glyph) => (font.EndsWith('2'), glyph) switch
    {
        (true, >= 0x6A and <= 0x73) => ((char)('①' + glyph - 0x6A)).ToString(),
        (true, 0x4F) => "✗",
        (true, 0x50) => "✓",
        (true, 0x51 or 0x54) => "☒",
        (true, 0x52) => "☑",
        (true, 0xA3 or 0x2A) => "□",
        _ => "",
    };
}
