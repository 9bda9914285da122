using System.Text;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Reduces a label to what tells it apart: white space, widths, confusions, numbering, bracketed notes and punctuation are gone.
/// <c>2,没有现成信息需要\n另行制作</c> and <c>2.没有现成信息需要另行制作</c> give the same.
/// </summary>
public static class LabelText
{
    private const string HanNumerals = "一二三四五六七八九十〇零";

    /// <summary>The label's key; empty if nothing but numbering, notes and punctuation is there.</summary>
    public static string Normalise(string label)
    {
        var text = StripNumbering(TextFolding.Squeeze(label));
        var key = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '(' or '[' or '【' or '〔':
                    depth++;
                    break;
                case ')' or ']' or '】' or '〕':
                    depth = Math.Max(0, depth - 1);
                    break;
                default:
                    if (depth == 0 && char.IsLetterOrDigit(c))
                        key.Append(c);
                    break;
            }
        }

        // 属于国家秘密注1
        var end = key.Length;
        while (end > 0 && char.IsAsciiDigit(key[end - 1]))
            end--;
        return end > 1 && key[end - 1] == '注' ? key.ToString(0, end - 1) : key.ToString();
    }

    /// <summary>Whether a label has a number before its words.</summary>
    public static bool IsNumbered(string label)
    {
        var squeezed = TextFolding.Squeeze(label);
        return squeezed.Length > 0 && NumberingLength(squeezed) > 0;
    }

    /// <summary>A squeezed label without the numbers before it: <c>三、</c>, <c>(三)</c>, <c>1.</c>, <c>1,</c>, <c>①</c>, <c>其中:</c>, in any order.</summary>
    public static string StripNumbering(string squeezed)
    {
        var start = 0;
        while (start < squeezed.Length)
        {
            var length = NumberingLength(squeezed.AsSpan(start));
            if (length == 0)
                break;
            start += length;
        }

        // A label that is all numbering is no label; keep it whole so that nobody takes it for an empty one.
        return start == squeezed.Length ? squeezed : squeezed[start..];
    }

    private static int NumberingLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("其中"))
            return text.Length > 2 && text[2] is ':' or '、' or '.' or ',' ? 3 : 2;
        if (text[0] is >= '①' and <= '⑳' or >= '⑴' and <= '⒇' or >= '⒈' and <= '⒛')
            return text.Length > 1 && text[1] is ':' or '、' or '.' or ',' ? 2 : 1;

        var open = text[0] == '(' ? 1 : 0;
        var length = open;
        var dash = text[0] is '—' or '-' or '一';
        while (length < text.Length && (HanNumerals.Contains(text[length]) || char.IsAsciiDigit(text[length]) || (dash && length == open && text[length] is '—' or '-')))
            length++;
        if (length == open || length >= text.Length)
            return 0;
        if (open == 1)
            return text[length] == ')' ? length + 1 : 0;
        if (text[length] == '(')
            return NumberingLength(text[length..]) > 0 ? length : 0;
        return text[length] is '、' or '.' or ',' or '．' or ')' or ':' or '。' or '﹒' or '·' ? length + 1 : 0;
    }
}
