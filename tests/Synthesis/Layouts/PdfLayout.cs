namespace DisclosureArchive.Synthesis;

/// <summary>A PDF file, set in any of the ways of <see cref="PdfStyle"/>.</summary>
/// <param name="IsRuled">Whether its tables have lines; what kind is left to chance.</param>
/// <param name="Style">The style, where it is not left to chance.</param>
public sealed record PdfLayout(bool IsRuled, PdfStyle? Style = null) : Layout(IsRuled ? "pdf" : "pdf-aligned", ".pdf")
{
    public override byte[] Write(PrintedReport report, SplitMix random)
    {
        var borders = IsRuled ? random.Pick([.. Enum.GetValues<PdfBorders>().Where(borders => borders != PdfBorders.None)]) : PdfBorders.None;
        return PdfTypesetter.Set(report, Style ?? PdfStyle.Any(random, borders));
    }
}
