using System.Text;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Folds what differs between two prints of the same words. Not Unicode's compatibility folding, which would turn the footnote
/// mark of <c>12①</c> or <c>12¹</c> into a digit of the figure.
/// </summary>
public static class TextFolding
{
    /// <summary>Characters often mistaken for another, by people or character recognition, and compatibility shapes, each before the one meant.</summary>
    private const string Confusions = "釆采採采岀出収收髙高啇商靑青戸户卽即亊事夲本囯国巳已査查淸清⼀一⼆二⼋八⼗十⽇日⽉月⾏行⽂文⽅方⼈人⼯工⾃自⽣生⺠民⽐比⾮非⽤用⼤大⼩小";

    /// <summary>The same in pairs: what is seen and what is meant.</summary>
    public static IEnumerable<(char Seen, char Meant)> ConfusedCharacters => Confusions.Chunk(2).Select(pair => (pair[0], pair[1]));

    private const char Dropped = '\0';

    /// <summary>For every character what it is squeezed to.</summary>
    private static readonly char[] Squeezed = MakeSqueezed();

    /// <summary>Full-width ASCII to ASCII, the hyphens that part no lines to plain ones, every kind of space to a plain one, invisible characters dropped. Line breaks stay.</summary>
    public static string FoldWidth(string text)
    {
        if (IsPlain(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (IsInvisible(c))
                continue;
            folded.Append(c switch
            {
                >= '！' and <= '～' => (char)(c - '！' + '!'),
                '\n' => '\n',
                '\u2010' or '\u2011' => '-',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => c,
            });
        }

        return folded.ToString();
    }

    /// <summary>Every kind of space to a plain one, tabs and line breaks included; invisible characters dropped; all else as it is.</summary>
    public static string FoldSpaces(string text)
    {
        if (IsPlain(text) && !text.Contains('\n', StringComparison.Ordinal))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!IsInvisible(c))
                folded.Append(char.IsWhiteSpace(c) ? ' ' : c);
        return folded.ToString();
    }

    /// <summary>The text without any white space, confusions and widths folded.</summary>
    public static string Squeeze(string text)
    {
        var start = 0;
        while (start < text.Length && Squeezed[text[start]] == text[start])
            start++;
        if (start == text.Length)
            return text;
        return string.Create(CountKept(text), text, static (squeezed, whole) =>
        {
            var length = 0;
            foreach (var c in whole)
                if (Squeezed[c] is not Dropped and var kept)
                    squeezed[length++] = kept;
        });
    }

    private static int CountKept(string text)
    {
        var kept = 0;
        foreach (var c in text)
            if (Squeezed[c] != Dropped)
                kept++;
        return kept;
    }

    private static char[] MakeSqueezed()
    {
        var squeezed = new char[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            squeezed[c] = char.IsWhiteSpace((char)c) || IsInvisible((char)c) || c == '\u202e' ? Dropped : c is >= '！' and <= '～' ? (char)(c - '！' + '!') : (char)c;
        for (var pair = 0; pair < Confusions.Length; pair += 2)
            squeezed[Confusions[pair]] = Confusions[pair + 1];
        return squeezed;
    }

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇';

    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\u061c' or '\u2060' or '\ufeff' or '\u00ad' or '\0' || IsDirection(c);

    /// <summary>Marks that embed or isolate a direction, and end it. Not those that turn the order of what is shown around (U+202E): a figure with one in it is not what it looks like.</summary>
    private static bool IsDirection(char c) => c is >= '\u202a' and <= '\u202d' or >= '\u2066' and <= '\u2069';

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is (< ' ' or > '~') and not '\n')
                return false;
        return true;
    }
}
