using System.Text;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// What people write beside the reports: text, and nothing that a page, a feed or a sheet can't hold, such as control characters other than tabs and line breaks.
/// </summary>
internal static class DeclaredText
{
    /// <summary>Said where something was replaced.</summary>
    public const string Replaced = "控制字符不是文字，已换成“\uFFFD”";

    /// <summary>The text with U+FFFD for each character that is none.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return text;
        var plain = new StringBuilder(text.Length);
        // Halves of surrogate pairs are enumerated as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
            plain.Append(IsText(rune) ? rune.ToString() : "\uFFFD");
        return plain.Equals(text) ? text : plain.ToString();
    }

    private static bool IsText(Rune rune) => Rune.IsControl(rune)
        ? rune.Value is '\t' or '\n' or '\r'
        // Unicode's noncharacters, two at the end of each plane and a row of them.
        : (rune.Value & 0xFFFE) != 0xFFFE && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
