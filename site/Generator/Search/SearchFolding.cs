using System.Text;
using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Generator.Search;

/// <summary>
/// What a text is to a search, the same for what is searched and what is asked: <see cref="Normalise"/> here and <c>normalise</c> in <c>theme/wwwroot/search-text.js</c>
/// are one function written twice, and read one table (<see cref="Table"/>).
/// </summary>
public static class SearchFolding
{
    /// <summary>Parts two runs of a normalised text.</summary>
    public const char Boundary = '\n';

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("gbk")!;
    private static readonly string?[] Folded = MakeTable();

    private enum Gap
    {
        None,
        Space,
        Mark,
    }

    /// <summary>The characters that are another or several to a search, each with what it is. Full-width ASCII and capital letters are not among them, as rules tell those.</summary>
    public static IEnumerable<(char From, string To)> Table =>
        Enumerable.Range(0, char.MaxValue + 1).Where(c => Folded[c] is not null).Select(c => ((char)c, Folded[c]!));

    /// <summary>Those of the table that stand in everyday Chinese as well, such as the 著 of 显著.</summary>
    public static IEnumerable<(char From, string To)> Common => Table.Where(pair => pair.To.Length == 1 && IsCommon(pair.From));

    /// <summary>
    /// Runs of words and numbers, parted by <see cref="Boundary"/>: traditional characters as simplified ones, compatibility forms as what they stand for, small letters; without marks, the commas of
    /// thousands, and the white space beside Chinese characters. What a reader would type in one go is a run's part.
    /// </summary>
    public static string Normalise(string text)
    {
        var folded = Fold(text);
        var normal = new StringBuilder(folded.Length);
        var gap = Gap.None;
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (IsWord(c))
            {
                if (normal.Length > 0 && (gap == Gap.Mark || (gap == Gap.Space && !IsHan(c) && !IsHan(normal[^1]))))
                    normal.Append(Boundary);
                normal.Append(c);
                gap = Gap.None;
            }
            else if (IsSpace(c))
            {
                gap = gap == Gap.Mark ? gap : Gap.Space;
            }
            else if (c == '.' && gap == Gap.None && IsDigit(folded, i - 1) && IsDigit(folded, i + 1))
            {
                normal.Append(c);
            }
            else if (!(c == ',' && gap == Gap.None && IsThousands(folded, i)) && !IsIgnored(c))
            {
                gap = Gap.Mark;
            }
        }

        return normal.ToString();
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
            if (Folded[c] is { } other)
                folded.Append(other);
            else
                folded.Append(Lower(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));
        return folded.ToString();
    }

    /// <summary>Of the alphabets whose capitals stand at a fixed distance.</summary>
    private static char Lower(char c) => c is (>= 'A' and <= 'Z') or (>= 'À' and <= 'Þ' and not '×') or (>= 'Α' and <= 'Ω') or (>= 'А' and <= 'Я') ? (char)(c + 32) : c;

    /// <summary>By ranges, not by Unicode's properties: those grow, and browsers are not as old as we are.</summary>
    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || (c >= 0x80 && !IsMark(c) && !IsSpace(c) && !IsIgnored(c));

    private static bool IsMark(char c) => c is <= '\u00bf' or '×' or '÷' or (>= '\u2000' and <= '\u2e7f') or (>= '\u3001' and <= '\u3004') or (>= '\u3008' and <= '\u3020') or '\u3030'
        or (>= '\u303d' and <= '\u303f') or '・' or (>= '\ue000' and <= '\uf8ff') or (>= '\ufe10' and <= '\ufe6f') or (>= '\uff00' and <= '\uff65') or >= '\uffe0';

    /// <summary>Halves of a pair count as Chinese: what is beyond the basic plane in a report is.</summary>
    private static bool IsHan(char c) => TextFolding.IsHan(c) || char.IsSurrogate(c);

    private static bool IsSpace(char c) => c is (>= '\t' and <= '\r') or ' ' or '\u00a0' or '\u1680' or (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000';

    private static bool IsIgnored(char c) => c is '\0' or '\u00ad' or '\u061c' or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2069') or (>= '\ufe00' and <= '\ufe0f') or '\ufeff';

    private static bool IsDigit(string text, int index) => index >= 0 && index < text.Length && char.IsAsciiDigit(text[index]);

    /// <summary>Three digits follow, and no fourth.</summary>
    private static bool IsThousands(string text, int comma) =>
        IsDigit(text, comma - 1) && IsDigit(text, comma + 1) && IsDigit(text, comma + 2) && IsDigit(text, comma + 3) && !IsDigit(text, comma + 4);

    /// <summary>Whether GB2312, the set of simplified characters, has a character: in GBK, which holds it, at rows 16 to 87.</summary>
    private static bool IsCommon(char c)
    {
        var bytes = Gbk.GetBytes([c]);
        return bytes.Length == 2 && bytes[0] is >= 0xb0 and <= 0xf7 && bytes[1] >= 0xa1;
    }

    private static string?[] MakeTable()
    {
        var table = new string?[char.MaxValue + 1];
        using var stream = typeof(SearchFolding).Assembly.GetManifestResourceStream("folding.txt")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            var parted = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var c in line.AsSpan(parted + 1))
                table[c] = line[..parted];
        }

        foreach (var (confused, meant) in TextFolding.ConfusedCharacters)
            table[confused] = table[meant] ?? meant.ToString();
        for (var c = 0; c < table.Length; c++)
            if (table[c] is { } to)
                table[c] = string.Concat(to.Select(part => table[part] ?? part.ToString()));
        return table;
    }
}
