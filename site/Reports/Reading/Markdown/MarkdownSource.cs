using System.Text.RegularExpressions;

namespace DisclosureArchive.Reports.Reading.Markdown;

/// <summary>
/// The lines of a Markdown file, made ready for reading with their numbers unchanged: front matter, comments, scripts, and code fences
/// (which only a converter puts into a report) are blanked out.
/// </summary>
internal sealed partial class MarkdownSource
{
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
        var lines = Unseen().Replace(text, match => new string('\n', match.Value.Count(c => c == '\n'))).Split('\n');
        var title = BlankFrontMatter(lines);
        for (var index = 0; index < lines.Length; index++)
            lines[index] = Fence().IsMatch(lines[index]) ? "" : HeadingWithoutSpace().Replace(lines[index], "$1 ");
        return new MarkdownSource(lines, title);
    }

    public void Blank(int first, int last) => Array.Fill(Lines, "", first, last - first + 1);

    private static string? BlankFrontMatter(string[] lines)
    {
        var end = lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        if (end < 0 || lines[1..end].Any(line => !FrontMatterLine().IsMatch(line)))
            return null;
        var title = lines[1..end].Select(line => TitleLine().Match(line)).FirstOrDefault(match => match.Success)?.Groups[1].Value.Trim('"', '\'', ' ');
        Array.Fill(lines, "", 0, end + 1);
        return string.IsNullOrEmpty(title) ? null : title;
    }

    [GeneratedRegex(@"<!--.*?-->|<(script|style)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"^\s*(?:`{3,}|~{3,})[^`]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^( {0,3}#{1,6})(?=[\u2E80-\uFFEF])", RegexOptions.CultureInvariant)]
    private static partial Regex HeadingWithoutSpace();

    [GeneratedRegex(@"^(?:[\w-]+\s*:.*|\s+.*|-\s.*|#.*|\s*)$", RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatterLine();

    [GeneratedRegex(@"^title\s*:\s*(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleLine();
}
