using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace DisclosureArchive.Generator.Tests;

/// <summary>A program of others that is run to its end.</summary>
internal static class ForeignProgram
{
    /// <summary>Its exit code and what it said.</summary>
    /// <exception cref="InvalidOperationException">It is not installed.</exception>
    public static async Task<(int Code, string Output, string Errors)> Run(string program, string folder, IEnumerable<string> arguments)
    {
        var call = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder,
            // What it asks for is on this machine.
            Environment = { ["NO_PROXY"] = "127.0.0.1", ["no_proxy"] = "127.0.0.1" },
        };
        using var running = Start(call);
        var cancel = TestContext.Current.CancellationToken;
        var (output, errors) = (running.StandardOutput.ReadToEndAsync(cancel), running.StandardError.ReadToEndAsync(cancel));
        await running.WaitForExitAsync(cancel);
        return (running.ExitCode, await output, await errors);
    }

    private static Process Start(ProcessStartInfo call)
    {
        try
        {
            return Process.Start(call)!;
        }
        catch (Win32Exception)
        {
            throw Repository.Lacks(call.FileName);
        }
    }
}
