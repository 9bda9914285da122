using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Checkers;

/// <summary>The programs that judge pages: they stand beside the tests, fetched by the build as their lock file says.</summary>
internal static class Checker
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Browser.Tests", "Checkers");

    /// <summary>A file of a package.</summary>
    public static string Package(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Folder, "node_modules", .. parts]);
        return File.Exists(path) ? path : throw Repository.Lacks("what the build fetches with npm (tests/Browser.Tests/Checkers)");
    }

    /// <summary>Runs a program to its end, and gives what it printed.</summary>
    /// <param name="program">Its name on the path.</param>
    /// <param name="lacking">What to install where it is missing.</param>
    public static async Task<string> Run(string program, string lacking, params IEnumerable<string> arguments)
    {
        using var process = Start();
        var cancel = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        var printed = await output;
        return printed.Length > 0 ? printed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await error}");

        Process Start()
        {
            try
            {
                return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
            }
            catch (Win32Exception)
            {
                throw Repository.Lacks(lacking);
            }
        }
    }
}
