using System.Buffers;
using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Recognition;

/// <summary>
/// Marks that point from a figure or a label to a note: <c>12①</c>, <c>12¹</c>, <c>12*</c>, <c>12[1]</c>, <c>12（注）</c>, <c>12注1</c>. None is a digit of the figure.
/// A bracket with more than a number or the word 注 in it may be a unit or part of what is counted, so it is no mark.
/// </summary>
internal static partial class FootnoteMark
{
    private static readonly SearchValues<char> LastCharacters = SearchValues.Create("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾*﹡＊※†‡★☆▲△#)]】〕注");

    /// <summary>Text of folded width without the marks at its end.</summary>
    public static string Strip(string text)
    {
        if (text.Length == 0 || !(LastCharacters.Contains(text[^1]) || (char.IsAsciiDigit(text[^1]) && text.Contains('注', StringComparison.Ordinal))))
            return text;
        var match = AtEnd().Match(text);
        return match.Success ? text[..match.Index] : text;
    }

    [GeneratedRegex(@"(\s*([①-⑳⑴-⑽⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾]+|[*﹡※†‡★☆▲△#]+|[\[【〔](注?\s*[0-9]{1,2}|注)[\]】〕]|\((见?注\s*[0-9]{0,2}|[0-9])\)|注\s*([0-9]{1,2}|[①-⑳])?))+$", RegexOptions.NonBacktracking)]
    private static partial Regex AtEnd();
}
