using System.Text;

namespace DisclosureArchive.Reports.Reading;

/// <summary>Superscript text as Unicode superscripts, so that a footnote mark never reads as a digit of the figure before it.</summary>
internal static class Superscript
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Of(string text)
    {
        var raised = new StringBuilder(text.Length);
        foreach (var c in text)
            raised.Append(Of(c));
        return raised.ToString();
    }

    private static string Of(char c) => c switch
    {
        >= '0' and <= '9' => Digits[c - '0'].ToString(),
        >= '０' and <= '９' => Digits[c - '０'].ToString(),
        >= '①' and <= '⑳' => Number(c - '①' + 1),
        >= '⑴' and <= '⒇' => Number(c - '⑴' + 1),
        '+' or '＋' => "⁺",
        '-' or '−' or '－' => "⁻",
        '(' or '（' or '[' or '［' or '〔' => "⁽",
        ')' or '）' or ']' or '］' or '〕' => "⁾",
        _ => c.ToString(),
    };

    private static string Number(int value) => value < 10
        ? Digits[value].ToString()
        : $"{Digits[value / 10]}{Digits[value % 10]}";
}
