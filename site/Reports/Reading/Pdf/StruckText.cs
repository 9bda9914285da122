namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>Text with a line through it: what was struck out no longer stands, and a struck figure beside the new one must not become one number.</summary>
internal static class StruckText
{
    /// <summary>How far from the middle of its characters the line may run, and end from their sides; shares of the font's size.</summary>
    private const double OffMiddle = 0.2;
    private const double OffSide = 0.35;

    /// <summary>The page without its struck characters, which count as hidden, and without the lines through them.</summary>
    public static PdfPage Remove(PdfPage page)
    {
        var shown = page.Glyphs.Where(glyph => !glyph.IsSpace).OrderBy(glyph => glyph.Middle).ToList();
        var middles = shown.ConvertAll(glyph => glyph.Middle);
        var reach = OffMiddle * shown.Select(glyph => glyph.Size).DefaultIfEmpty().Max();
        var struck = new HashSet<PdfGlyph>();
        var lines = new HashSet<PdfRule>();
        foreach (var rule in page.Rules.Where(rule => rule.IsHorizontal))
        {
            var at = (rule.Top + rule.Bottom) / 2;
            var crossed = Near(at).Where(glyph => Math.Abs(glyph.Middle - at) <= OffMiddle * glyph.Size && glyph.Center > rule.Left && glyph.Center < rule.Right).ToList();

            // A border that runs through text too low or wide for its cell goes on beyond it.
            if (crossed.Count == 0 || Math.Abs(crossed.Min(glyph => glyph.Left) - rule.Left) > OffSide * crossed[0].Size
                || Math.Abs(crossed.Max(glyph => glyph.Right) - rule.Right) > OffSide * crossed[0].Size)
                continue;
            struck.UnionWith(crossed);
            lines.Add(rule);
        }

        return struck.Count == 0 ? page : page with
        {
            Glyphs = [.. page.Glyphs.Where(glyph => !struck.Contains(glyph))],
            Rules = [.. page.Rules.Where(rule => !lines.Contains(rule))],
            Hidden = page.Hidden + struck.Count,
        };

        IEnumerable<PdfGlyph> Near(double at)
        {
            var from = middles.BinarySearch(at - reach);
            for (var i = from < 0 ? ~from : from; i < shown.Count && middles[i] <= at + reach; i++)
                yield return shown[i];
        }
    }
}
