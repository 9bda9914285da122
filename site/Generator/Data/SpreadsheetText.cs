using System.Buffers;

namespace DisclosureArchive.Generator.Data;

/// <summary>
/// Text as it stands in a CSV file, so that a spreadsheet that opens the file never takes it for a formula: names, titles and cells come from strangers.
/// Where it would, an apostrophe is put before it: at the text's beginning, and behind <c>;</c>, tab and line break, at which some spreadsheets
/// part cells. Plain numbers (<c>-4</c>) and dashes stay as they are. <c>docs/data.md</c> tells how to take the apostrophe away again.
/// </summary>
internal static class SpreadsheetText
{
    private const string Starts = "=+-@＝＋－＠";
    private const string Dashes = "-－–—―─";

    private static readonly SearchValues<char> Suspects = SearchValues.Create(Starts + "\t\r");
    private static readonly SearchValues<char> Parting = SearchValues.Create(";\t\r\n");

    /// <summary>The text, with apostrophes where they are needed.</summary>
    public static string Guarded(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0 || IsNumberOrDashes(text))
            return text;
        var guarded = text;
        var added = 0;
        for (var at = 0; at >= 0 && at < text.Length;)
        {
            if (IsFormula(text.AsSpan(at)) || (at == 0 && text[0] is '\t' or '\r'))
                guarded = guarded.Insert(at + added++, "'");
            var parting = text.AsSpan(at).IndexOfAny(Parting);
            at = parting < 0 ? -1 : at + parting + 1;
        }

        return guarded;
    }

    /// <summary>Whether what stands there would be taken for a formula: blanks, quotation marks and what is not seen do not hinder a spreadsheet.</summary>
    private static bool IsFormula(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (Starts.Contains(c, StringComparison.Ordinal))
                return true;
            if (!char.IsWhiteSpace(c) && c is not ('"' or '\'' or '“' or '”' or '‘' or '’' or '＂' or '＇') && !IsUnseen(c))
                return false;
        }

        return false;
    }

    private static bool IsUnseen(char c) =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format;

    private static bool IsNumberOrDashes(string text)
    {
        var rest = text.AsSpan();
        if (rest.TrimStart(Dashes).IsEmpty)
            return true;
        if (rest[0] is '+' or '-' or '－' or '＋')
            rest = rest[1..];
        if (rest is [.., '%' or '％'])
            rest = rest[..^1];
        var digits = 0;
        foreach (var c in rest)
        {
            if (c is >= '0' and <= '9' or >= '０' and <= '９')
                digits++;
            else if (c is not ('.' or ',' or '．' or '，'))
                return false;
        }

        return digits > 0;
    }
}
