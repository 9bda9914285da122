using System.Text;

namespace DisclosureArchive.Generator.Checking;

/// <summary>Texts in Markdown that GitHub shows. What comes from a report must be seen as it is: no markup, no link, nobody called by name.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>#!|~&@$^\"'";

    /// <summary>A text on one line, for a paragraph or the cell of a table; what is longer than <paramref name="most"/> characters is cut with <c>…</c>.</summary>
    public static string Of(string text, int most = 300)
    {
        var plain = ConsoleText.Safe(text);
        var cut = plain.Length > most ? plain[..(char.IsHighSurrogate(plain[most - 1]) ? most - 1 : most)] + "…" : plain;
        var safe = new StringBuilder(cut.Length + 16);
        for (var i = 0; i < cut.Length; i++)
        {
            var c = cut[i];
            // Entities, not backslashes: they hold in HTML, in tables and in code alike. A sign of no width keeps GitHub from making mentions, references and links.
            if (Special.Contains(c))
                safe.Append("&#").Append((int)c).Append(';');
            else
                safe.Append(c);
            var next = i + 1 < cut.Length ? cut[i + 1] : '\0';
            if ((c is '@' or '#' && next != '\0') || (c == ':' && next == '/') || (c == '.' && i >= 3 && cut.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
                || (c == '-' && i >= 2 && char.IsAsciiDigit(next) && cut.AsSpan(i - 2, 2).Equals("GH", StringComparison.OrdinalIgnoreCase)))
                safe.Append("&#8203;");
        }

        return BeginsBlock(cut) ? "&#8203;" + safe : safe.ToString();
    }

    /// <summary>What begins like a list, a rule or a heading's underline must not become one.</summary>
    private static bool BeginsBlock(string text) =>
        text.Length > 0 && (text[0] is '-' or '+' or '=' or ' ' || (char.IsAsciiDigit(text[0]) && text.AsSpan().TrimStart("0123456789") is ['.' or ')', ..]));
}
