using System.Collections.Immutable;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// Reads PDF files. Tables are read from ruled lines, across pages, with the cells that they merge; what stands outside is put together to paragraphs.
/// Page numbers and running heads are left out. Only what is shown counts: the invisible text that a scanner lays under its picture is a guess.
/// Not supported: scans, forms' fields and annotations, columns of prose side by side, slanted text.
/// </summary>
internal sealed class PdfReader(PdfExtractors extractors) : IDocumentReader
{
    /// <summary>A page with less text than this, on average, holds a scanner's leftovers at most.</summary>
    private const int FewestCharacters = 20;

    /// <summary>The version of pdfjs-dist in <c>Extractor/package.json</c>.</summary>
    internal const string PdfjsVersion = "4.10.38";

    public DocumentFormat Format => DocumentFormat.Pdf;

    public ReadBy Name => new(nameof(PdfReader), "pdf.js", PdfjsVersion);

    public Document Read(SourceFile file)
    {
        PdfAnswer answer;
        using (ReadingClock.Pause())
            answer = extractors.Extract(file.Content);
        if (answer.Problem != PdfProblem.None)
            return Document.Empty(Format, DiagnosticOf(answer, extractors.Limits));
        var pages = answer.Pages.Select(StruckText.Remove).ToImmutableArray();
        var shown = pages.Sum(page => page.Glyphs.Count(glyph => !glyph.IsSpace));
        if (shown < FewestCharacters * Math.Max(1, pages.Length))
            return Document.Empty(Format, DiagnosticRules.NoTextLayer.For(file.Name + ".yml"));
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (pages.SelectMany(page => page.Glyphs).Any(glyph => glyph.Text.Contains('\uFFFD', StringComparison.Ordinal)))
            diagnostics.Add(DiagnosticRules.ReplacedCharacters.For("PDF"));
        if (pages.Sum(page => page.Hidden) is > 0 and var hidden)
            diagnostics.Add(DiagnosticRules.HiddenText.For($"{hidden}"));
        return new Document(Format, PdfBlocks.Of(pages), DocumentMetadata.None, diagnostics.ToImmutable());
    }

    private static Diagnostic DiagnosticOf(PdfAnswer answer, ReadingLimits limits) => answer.Problem switch
    {
        PdfProblem.NoTool => DiagnosticRules.NodeMissing.For(answer.Message),
        PdfProblem.Password => DiagnosticRules.EncryptedFile.For("PDF"),
        PdfProblem.TooMuch => DiagnosticRules.ContentTooLarge.For(answer.Message),
        PdfProblem.TooSlow => DiagnosticRules.TookTooLong.For($"{limits.Time.TotalSeconds:0}"),
        _ => DiagnosticRules.UnreadableFile.For(answer.Message),
    };
}
