using System.Collections.Concurrent;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// The Node processes that read PDF files, as many as are wanted at once, kept until disposal. One that failed a file is not used again.
/// </summary>
internal sealed class PdfExtractors(ReadingLimits limits) : IDisposable
{
    public ReadingLimits Limits => limits;

    /// <summary>Of the processes that wait for a file.</summary>
    public IReadOnlyList<int> ProcessIds => [.. _idle.Select(extractor => extractor.ProcessId)];

    private readonly ConcurrentBag<PdfExtractor> _idle = [];
    private readonly Lazy<PdfTool> _tool = new(() => PdfTool.Find(Path.Combine(AppContext.BaseDirectory, "pdf-extractor")));

    /// <summary>The pages of a file, or why it can't be read.</summary>
    public PdfAnswer Extract(ReadOnlyMemory<byte> content)
    {
        if (_tool.Value is not { Missing: null } tool)
            return PdfAnswer.Failed(PdfProblem.NoTool, _tool.Value.Missing!);
        var isUsed = _idle.TryTake(out var extractor);
        extractor ??= PdfExtractor.Start(tool);
        var answer = extractor.Extract(content, limits);
        if (!extractor.IsAlive && isUsed && (answer.Problem is PdfProblem.Damaged or PdfProblem.TooMuch))
        {
            // What ended it may be what earlier files left behind; what a file gives must not depend on them.
            extractor = PdfExtractor.Start(tool);
            answer = extractor.Extract(content, limits);
        }

        if (extractor.IsAlive)
            _idle.Add(extractor);
        return answer;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var extractor))
            extractor.Dispose();
    }
}
