using System.Collections.Concurrent;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// The Node processes that read PDF files, as many as are wanted at once, kept until disposal. One that failed a file is not used again.
/// </summary>
internal sealed class PdfExtractors(ReadingLimits limits) : IDisposable
{
    public ReadingLimits Limits => limits;

    private readonly ConcurrentBag<PdfExtractor> _idle = [];
    private readonly Lazy<PdfTool> _tool = new(PdfTool.Find);

    /// <summary>The pages of a file, or why it can't be read.</summary>
    public PdfAnswer Extract(ReadOnlyMemory<byte> content)
    {
        if (_tool.Value is not { Missing: null } tool)
            return PdfAnswer.Failed(PdfProblem.NoTool, _tool.Value.Missing!);
        if (!_idle.TryTake(out var extractor))
            extractor = PdfExtractor.Start(tool);
        var answer = extractor.Extract(content, limits);
        if (extractor.IsAlive)
            _idle.Add(extractor);
        else
            extractor.Dispose();
        return answer;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var extractor))
            extractor.Dispose();
    }
}
