using System.Globalization;
using System.Text;

namespace DisclosureArchive.Reports.Forms;

/// <summary>
/// Says in English which article of the Regulations is meant. The definitions name articles as the law itself does: 第三十六条第（四）、（五）项,
/// 第十六条第二款.
/// </summary>
public static class ArticleText
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Article 36 (4), (5); Article 16, paragraph 2.</summary>
    /// <exception cref="FormatException">It does not name articles, paragraphs (款) and items (项) alone.</exception>
    public static string English(string article)
    {
        var text = new StringBuilder();
        for (var at = 0; at < article.Length;)
        {
            if (article[at] is '第' or '项')
            {
                at++;
                continue;
            }

            if (article[at] == '、')
            {
                text.Append(',');
                at++;
                continue;
            }

            var isItem = article[at] == '（';
            if (isItem)
                at++;
            var number = Number(article, ref at);
            var unit = at < article.Length ? article[at++] : ' ';
            text.Append((unit, isItem) switch
            {
                ('条', false) => text.Length == 0 ? $"Article {number}" : $" Article {number}",
                ('款', false) => $", paragraph {number}",
                ('）', true) => $" ({number})",
                _ => throw new FormatException($"“{article}” does not name an article."),
            });
        }

        return text.ToString();
    }

    private static string Number(string article, ref int at)
    {
        var start = at;
        var number = 0;
        var digit = 0;
        for (; at < article.Length; at++)
        {
            if (article[at] == '十')
            {
                number += (at == start ? 1 : digit) * 10;
                digit = 0;
            }
            else if (Digits.IndexOf(article[at], StringComparison.Ordinal) is > 0 and var value)
            {
                digit = value;
            }
            else
            {
                break;
            }
        }

        return at > start ? (number + digit).ToString(CultureInfo.InvariantCulture) : throw new FormatException($"“{article}” does not name an article.");
    }
}
