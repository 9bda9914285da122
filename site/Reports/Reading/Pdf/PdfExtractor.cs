using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace DisclosureArchive.Reports.Reading.Pdf;

/// <summary>
/// A Node process of ours that runs <c>extract.mjs</c>. Node's permission model lets it read its own script and package and nothing else, write nothing
/// and start nothing; a file's bytes are sent to it, so that it needs no access to the input. Its memory and time are bounded from here. Not thread-safe.
/// </summary>
internal sealed class PdfExtractor : IDisposable
{
    private const long MostMemory = 1L << 30;
    private const int WatchMilliseconds = 50;

    // Starting is not the file's fault: the first answer may take longer.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(20);

    private readonly Process _node;
    private bool _isWarm;

    private PdfExtractor(Process node) => _node = node;

    public bool IsAlive { get; private set; } = true;

    public static PdfExtractor Start(PdfTool tool)
    {
        var start = new ProcessStartInfo(PdfTool.Node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Encoding.ASCII,
            StandardOutputEncoding = new UTF8Encoding(false),
            WorkingDirectory = tool.Folder,
        };
        start.ArgumentList.Add("--no-warnings");
        start.ArgumentList.Add(tool.Permission);
        start.ArgumentList.Add($"--allow-fs-read={Path.Combine(tool.Folder, "*")}");
        start.ArgumentList.Add("--max-old-space-size=512");
        start.ArgumentList.Add(Path.Combine(tool.Folder, "extract.mjs"));
        start.Environment.Remove("NODE_OPTIONS");
        var node = Process.Start(start)!;
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        return new PdfExtractor(node);
    }

    /// <summary>The pages of a file, or why it can't be read. After a failure that is not the answer's own the process is gone.</summary>
    public PdfAnswer Extract(ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        var limit = limits.Time + (_isWarm ? TimeSpan.Zero : StartTime);
        var clock = Stopwatch.StartNew();
        try
        {
            var sending = SendAsync(content);
            var answer = _node.StandardOutput.ReadLineAsync();
            while (!answer.Wait(WatchMilliseconds))
            {
                if (clock.Elapsed > limit)
                    return GiveUp(PdfProblem.TooSlow, "");
                _node.Refresh();
                if (!_node.HasExited && _node.WorkingSet64 > MostMemory)
                    return GiveUp(PdfProblem.TooMuch, "内存");
            }

            if (answer.Result is not { } line)
                return GiveUp(PdfProblem.Damaged, "pdf.js");
            sending.Wait();
            _isWarm = true;
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
