namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>The column that a document's text is set in, as most of its lines have it.</summary>
/// <param name="Left">Where lines begin that are not indented.</param>
/// <param name="Right">Where full lines end.</param>
/// <param name="Pitch">The usual distance of lines.</param>
internal sealed record TextColumn(double Left, double Right, double Pitch)
{
    private const double Rounding = 3;
    private const double FullLines = 0.8;

    public double Width => Right - Left;

    public static TextColumn Of(List<List<PdfLine>> pages)
    {
        var lines = pages.SelectMany(page => page).ToList();
        if (lines.Count == 0)
            return new TextColumn(0, 0, 0);
        var left = lines.GroupBy(line => Math.Round(line.Left / Rounding)).MaxBy(group => group.Count())!.Average(line => line.Left);
        var rights = lines.Select(line => line.Right).Order().ToList();
        var pitches = pages.SelectMany(page => page.Zip(page.Skip(1), (a, b) => b.Baseline - a.Baseline)).Where(pitch => pitch > 0).Order().ToList();
        return new TextColumn(left, rights[(int)(FullLines * (rights.Count - 1))], pitches.Count > 0 ? pitches[pitches.Count / 2] : lines[0].Size * 2);
    }
}
