using System.Text;
using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Reading.Markdown;

/// <summary>
/// The lines of a Markdown file, made ready for reading with their numbers unchanged: front matter, comments, scripts, and code fences
/// (which only a converter puts into a report) are blanked out.
/// </summary>
internal sealed partial class MarkdownSource
{
    private const string Comment = "<!--";
    private static readonly string[] UnseenStarts = [Comment, "<script", "<style"];

    private MarkdownSource(string[] lines, string? title)
    {
        Lines = lines;
        Title = title;
    }

    public string[] Lines { get; }

    /// <summary>The front matter's title, null if there is none.</summary>
    public string? Title { get; }

    public static MarkdownSource Of(string text)
    {
        var lines = WithoutUnseen(text).Split('\n');
        var title = BlankFrontMatter(lines);
        for (var index = 0; index < lines.Length; index++)
            lines[index] = Fence().IsMatch(lines[index]) ? "" : HeadingWithoutSpace().Replace(lines[index], "$1 $2");
        return new MarkdownSource(lines, title);
    }

    public void Blank(int first, int last) => Array.Fill(Lines, "", first, last - first + 1);

    /// <summary>The text without comments, scripts and styles, the line ends within them left. One that never ends is text.</summary>
    private static string WithoutUnseen(string text)
    {
        var seen = new StringBuilder(text.Length);
        var copied = 0;
        var unended = new HashSet<string>();
        for (var at = 0; (at = text.IndexOf('<', at)) >= 0;)
        {
            if (UnseenAt(text, at) is not { } name || unended.Contains(name))
            {
                at++;
                continue;
            }

            var end = EndOfUnseen(text, at + name.Length, name);
            if (end < 0)
            {
                unended.Add(name);
                at++;
                continue;
            }

            seen.Append(text, copied, at - copied).Append('\n', text.AsSpan(at, end - at).Count('\n'));
            copied = at = end;
        }

        return seen.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>How what is not seen begins, if it begins there.</summary>
    private static string? UnseenAt(string text, int at) => Array.Find(UnseenStarts, start =>
        string.Compare(text, at, start, 0, start.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (start == Comment || at + start.Length >= text.Length || !char.IsLetterOrDigit(text[at + start.Length])));

    /// <summary>Behind its end; -1 if it does not end.</summary>
    private static int EndOfUnseen(string text, int from, string start)
    {
        if (start == Comment)
            return text.IndexOf("-->", from, StringComparison.Ordinal) is >= 0 and var comment ? comment + "-->".Length : -1;
        var tag = "</" + start[1..];
        for (var at = from; (at = text.IndexOf(tag, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += tag.Length;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            if (at < text.Length && text[at] == '>')
                return at + 1;
        }

        return -1;
    }

    private static string? BlankFrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        if (end < 0 || lines[1..end].Any(line => !FrontMatterLine().IsMatch(line)))
            return null;
        var title = lines[1..end].Select(line => TitleLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value.Trim('"', '\'', ' ');
        Array.Fill(lines, "", 0, end + 1);
        return string.IsNullOrEmpty(title) ? null : title;
    }

    [GeneratedRegex(@"^\s*(?:`{3,}|~{3,})[^`]*$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^( {0,3}#{1,6})([\u2E80-\uFFEF])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingWithoutSpace();

    [GeneratedRegex(@"^(?:[\w-]+\s*:.*|\s+.*|-\s.*|#.*|\s*)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatterLine();

    [GeneratedRegex(@"^title\s*:\s*(.+)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();
}
