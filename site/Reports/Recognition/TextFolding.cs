using System.Text;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Folds what differs between two prints of the same words. Not Unicode's compatibility folding, which would turn the footnote
/// mark of <c>12①</c> or <c>12¹</c> into a digit of the figure.
/// </summary>
public static class TextFolding
{
    /// <summary>Characters often mistaken for one another by people and by character recognition, and older shapes of them.</summary>
    private static readonly Dictionary<char, char> Confusions = new()
    {
        ['釆'] = '采', ['採'] = '采', ['岀'] = '出', ['収'] = '收', ['髙'] = '高', ['啇'] = '商', ['靑'] = '青', ['戸'] = '户', ['卽'] = '即',
        ['亊'] = '事', ['夲'] = '本', ['囯'] = '国', ['巳'] = '已', ['査'] = '查', ['淸'] = '清',
        ['⼀'] = '一', ['⼆'] = '二', ['⼋'] = '八', ['⼗'] = '十', ['⽇'] = '日', ['⽉'] = '月', ['⾏'] = '行', ['⽂'] = '文', ['⽅'] = '方',
        ['⼈'] = '人', ['⼯'] = '工', ['⾃'] = '自', ['⽣'] = '生', ['⺠'] = '民', ['⽐'] = '比', ['⾮'] = '非', ['⽤'] = '用', ['⼤'] = '大', ['⼩'] = '小',
    };

    /// <summary>Full-width ASCII to ASCII, every kind of space to a plain one, invisible characters dropped. Line breaks stay.</summary>
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
        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || IsInvisible(c))
                continue;
            var plain = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
            squeezed.Append(Confusions.GetValueOrDefault(plain, plain));
        }

        return squeezed.ToString();
    }

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇';

    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff' or '\u00ad' or '\0';

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (c is (< ' ' or > '~') and not '\n')
                return false;
        return true;
    }
}
