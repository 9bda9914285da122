using System.Diagnostics;
using System.Text.Json;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// A Node process of ours that runs <c>extract.mjs</c>. A file's bytes are sent to it, so that it needs no access to the input. Its memory and time are bounded from here.
/// Not thread-safe.
/// </summary>
internal sealed class PdfExtractor : IDisposable
{
    private const long MostMemory = 1L << 30;
    private const int WatchMilliseconds = 50;

    /// <summary>How much longer a file may take by the clock than it may compute.</summary>
    private const int Patience = 6;

    // Starting is not the file's fault.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly Process _node;
    private readonly Task<string?> _ready;

    private PdfExtractor(Process node) => (_node, ProcessId, _ready) = (node, node.Id, node.StandardOutput.ReadLineAsync());

    public bool IsAlive { get; private set; } = true;

    /// <summary>Of the process, for who wants to see that it ends.</summary>
    public int ProcessId { get; }

    public static PdfExtractor Start(PdfTool tool)
    {
        var node = Process.Start(tool.Command(Path.Combine(tool.Folder, "extract.mjs")))!;
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        return new PdfExtractor(node);
    }

    /// <summary>The pages of a file, or why it can't be read. After a failure that is not the answer's own the process is gone.</summary>
    public PdfAnswer Extract(ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        try
        {
            if (!_ready.Wait(StartTime))
                return GiveUp(PdfProblem.TooSlow, "");
            var limit = limits.Time;
            var clock = Stopwatch.StartNew();
            var before = _node.TotalProcessorTime;
            var sending = SendAsync(content);
            var answer = _node.StandardOutput.ReadLineAsync();
            while (!answer.Wait(WatchMilliseconds))
            {
                _node.Refresh();
                if (_node.HasExited)
                    continue;

                // Time is its own: on a busy machine the same file must not fail.
                if (_node.TotalProcessorTime - before > limit || clock.Elapsed > limit * Patience)
                    return GiveUp(PdfProblem.TooSlow, "");
                if (_node.WorkingSet64 > MostMemory)
                    return GiveUp(PdfProblem.TooMuch, "内存");
            }

            if (answer.Result is not { } line)
                return GiveUp(PdfProblem.Damaged, "pdf.js");
            sending.Wait();
            return PdfAnswer.Parse(line);
        }
        catch (Exception problem) when (problem is IOException or AggregateException or InvalidOperationException or JsonException)
        {
            return GiveUp(PdfProblem.Damaged, "pdf.js");
        }
    }

    public void Dispose()
    {
        IsAlive = false;
        try
        {
            _node.Kill();
            _node.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }

        _node.Dispose();
    }

    private async Task SendAsync(ReadOnlyMemory<byte> content)
    {
        var input = _node.StandardInput;
        await input.WriteAsync($$"""{"data":"{{Convert.ToBase64String(content.Span)}}"}""" + "\n");
        await input.FlushAsync();
    }

    private PdfAnswer GiveUp(PdfProblem problem, string message)
    {
        Dispose();
        return PdfAnswer.Failed(problem, message);
    }
}
