using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// What a page of Chinese labels needs to show them in English: each text of the resource files, of the forms and of the diagnostics with
/// its English; what the library that reads reports says in Chinese is under <c>said.</c> in the resource files. A script (<c>site.js</c>) exchanges the text nodes of a page by it; what a report says itself stays as it is.
/// </summary>
public static partial class EnglishDictionary
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What keys of texts begin with that only pages show that are written in English too.</summary>
    private static readonly string[] OnEnglishPages = ["about.", "data.", "glossary."];

    private static readonly string[] First = ["nav.", "agency.", "report."];

    /// <summary>A script that sets <c>archiveEnglish</c>: <c>texts</c> by their Chinese, and <c>patterns</c>, pairs of a regular expression and its English with places.</summary>
    public static byte[] Script()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var patterns = new List<(string Chinese, string English)>();
        foreach (var (chinese, english) in Pairs())
            // Two places with nothing between them can't be told apart.
            if (chinese.Length == 0 || english.Length == 0 || chinese.Contains("}{", StringComparison.Ordinal))
                continue;
            else if (Places().IsMatch(chinese))
                patterns.Add((chinese, english));
            else
                texts.TryAdd(chinese, english);

        // The pattern with the most text of its own says best what was meant.
        var ordered = patterns.Distinct().OrderByDescending(pattern => Places().Replace(pattern.Chinese, "").Length)
            .ThenBy(pattern => pattern.Chinese, StringComparer.Ordinal)
            .Select(pattern => new[] { Expression(pattern.Chinese), pattern.English });
        return Encoding.UTF8.GetBytes($"window.archiveEnglish = {JsonSerializer.Serialize(new { texts, patterns = ordered }, Plain)};\n");
    }

    private static IEnumerable<(string Chinese, string English)> Pairs()
    {
        // Where one Chinese word has several English ones, the navigation's stands on every page, and the pages exchanged most come next.
        foreach (var (key, chinese) in Words.Chinese.All.OrderBy(text => Array.FindIndex(First, prefix => text.Key.StartsWith(prefix, StringComparison.Ordinal)) is >= 0 and var place ? place : First.Length))
            if (!OnEnglishPages.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal)))
                yield return (chinese, Words.English[key]);
        foreach (var edition in Editions.All.Reverse())
        {
            yield return (edition.Label, edition.LabelEnglish);
            foreach (var relation in edition.Relations)
                yield return (relation.Label, relation.LabelEnglish);
            foreach (var table in edition.Tables)
            {
                yield return (table.Label, table.LabelEnglish);
                foreach (var label in table.Groups.Concat(table.Rows).Concat(table.ColumnGroups).Concat(table.Columns))
                    yield return (label.Label, label.LabelEnglish);
            }
        }

        foreach (var rule in DiagnosticRules.All.Values)
        {
            yield return (rule.Chinese, rule.English);
            yield return (rule.RemedyChinese, rule.RemedyEnglish);
        }
    }

    private static string Expression(string chinese)
    {
        var expression = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        foreach (Match place in Places().Matches(chinese))
        {
            expression.Append(Escaped().Replace(chinese[at..place.Index], @"\$0"));
            expression.Append(seen.Add(place.Value) ? $"(?<p{place.Groups[1].Value}>.+?)" : ".+?");
            at = place.Index + place.Length;
        }

        return expression.Append(Escaped().Replace(chinese[at..], @"\$0")).ToString();
    }

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"[\\^$.|?*+()\[\]{}]")]
    private static partial Regex Escaped();
}
