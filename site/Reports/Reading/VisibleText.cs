using System.Text;

namespace DisclosureArchive.Reports.Reading;

/// <summary>Text as a reader of the page sees it.</summary>
internal static class VisibleText
{
    /// <summary>
    /// The text without control, zero-width and soft hyphen characters, with plain spaces for the fixed ones, each line trimmed
    /// and empty lines dropped.
    /// </summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var seen = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var start = seen.Length;
            foreach (var c in line.Trim())
                AppendVisible(seen, c);
            while (seen.Length > start && char.IsWhiteSpace(seen[^1]))
                seen.Length--;
            if (seen.Length > start)
                seen.Append('\n');
        }

        if (seen.Length > 0)
            seen.Length--;
        return seen.ToString();
    }

    /// <summary>The same for text whose blanks mean something, such as a drawn table: leading blanks and empty lines inside are kept.</summary>
    public static string CleanPreformatted(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            foreach (var c in line.TrimEnd())
                AppendVisible(seen, c);
            if (seen.Length > 0)
                seen.Append('\n');
        }

        while (seen.Length > 0 && seen[^1] == '\n')
            seen.Length--;
        return seen.ToString();
    }

    /// <summary>Not U+202E, which turns the order of what is shown around: text with one in it is not what it looks like.</summary>
    public static bool IsInvisible(char c) =>
        c is (< ' ' and not ('\t' or '\n')) or '\u007F' or '\u00AD' or '\u061C' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202D') or (>= '\u2066' and <= '\u2069') or '\u2060' or '\uFEFF';

    private static void AppendVisible(StringBuilder seen, char c)
    {
        if (!IsInvisible(c))
            seen.Append(c is '\u00A0' or '\u2007' or '\u202F' ? ' ' : c);
    }

    private static bool IsClean(string text)
    {
        if (text.Length == 0)
            return true;
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            return false;
        foreach (var c in text)
        {
            if (c is '\n' or '\u00A0' or '\u2007' or '\u202F' or '\u0085' or '\u2028' or '\u2029' || IsInvisible(c))
                return false;
        }

        return true;
    }
}
