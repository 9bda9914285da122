using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DisclosureArchive.Generator.Serving;

/// <summary>Runs another program and waits for it; it never outlives what it was run for.</summary>
internal static class ChildProgram
{
    /// <returns>Its exit code and all that it said.</returns>
    /// <exception cref="OperationCanceledException">It was ended, with all that it had started.</exception>
    /// <exception cref="UserError">There is no such program.</exception>
    public static (int Code, string Output, string Error) Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        cancel.ThrowIfCancellationRequested();
        using var child = Start(start);
        using var stop = cancel.Register(() => End(child));
        child.StandardInput.Close();
        var error = child.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        cancel.ThrowIfCancellationRequested();
        return (child.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new UserError($"这台机器没有 {start.FileName}。", $"{start.FileName} is not installed on this machine.");
        }
    }

    private static void End(Process child)
    {
        try
        {
            child.Kill(entireProcessTree: true);
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself.
        }
    }
}
