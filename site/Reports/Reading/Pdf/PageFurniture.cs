using DisclosureArchive.Reports.Recognition;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// Tells what stands on each page besides the text: page numbers and running heads. A bare number is a page number only if the other pages count on from it in
/// the same place; of a running head the first stays.
/// </summary>
internal static class PageFurniture
{
    /// <summary>How far from the edge of a page such things stand, as part of its height.</summary>
    private const double Margin = 0.13;
    private const double SamePlace = 6;
    private const int FewestPages = 3;
    private const string Ornaments = "-—–－―·•.~～一";

    /// <summary>The lines without furniture, page by page.</summary>
    public static List<List<PdfLine>> Remove(IReadOnlyList<PdfPage> pages, IReadOnlyList<List<PdfLine>> lines)
    {
        var marginal = new List<(int Page, PdfLine Line, string Text)>();
        for (var i = 0; i < pages.Count; i++)
            foreach (var line in lines[i])
                if (line.Baseline < pages[i].Height * Margin || line.Baseline > pages[i].Height * (1 - Margin))
                    marginal.Add((i, line, TextFolding.FoldWidth(line.Text).Replace(" ", "", StringComparison.Ordinal)));

        var removed = new HashSet<PdfLine>();
        foreach (var (page, line, text) in marginal)
        {
            if (IsMarkedNumber(text))
            {
                removed.Add(line);
            }
            else if (NumberOf(text) is { } number)
            {
                var counted = marginal.Where(other => NumberOf(other.Text) - other.Page == number - page).Select(other => other.Page).Distinct().Count();
                if (counted > 1 && counted >= pages.Count - 1)
                    removed.Add(line);
            }
            else if (marginal.Where(other => other.Text == text && Math.Abs(other.Line.Baseline - line.Baseline) <= SamePlace).Select(other => other.Page).ToList() is { Count: >= FewestPages } same
                && same.Exists(other => other < page))
            {
                removed.Add(line);
            }
        }

        return [.. lines.Select(page => page.FindAll(line => !removed.Contains(line)))];
    }

    /// <summary>A number with ornaments or words: <c>-3-</c>, <c>第3页</c>, <c>第3页共5页</c>, <c>3/5</c>.</summary>
    private static bool IsMarkedNumber(string text)
    {
        if (text.StartsWith('第') && text.EndsWith('页'))
            return text.All(c => char.IsAsciiDigit(c) || c is '第' or '页' or '共' or '/' or ',');
        var bare = text.Trim(Ornaments.ToCharArray());
        return bare.Length is > 0 and <= 3 && bare.All(char.IsAsciiDigit) && text.Length >= bare.Length + 2 && Ornaments.Contains(text[0]) && Ornaments.Contains(text[^1]);
    }

    private static int? NumberOf(string text)
    {
        var bare = text.Split('/')[0];
        return bare.Length is > 0 and <= 3 && bare.All(char.IsAsciiDigit) ? int.Parse(bare, System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
