using System.ComponentModel;
using System.Diagnostics;
using Shouldly;

namespace DisclosureArchive.EndToEnd.Tests;

/// <summary>Runs programs as a person or a workflow would, and waits for them.</summary>
internal static class Shell
{
    /// <summary>Runs a program; a failure tells all that it said.</summary>
    /// <returns>What it wrote to its standard output.</returns>
    public static async Task<string> Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var (code, output, error) = await Try(folder, environment, program, arguments);
        code.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}\n{error}");
        return output;
    }

    /// <summary>Runs a program, whatever it returns.</summary>
    public static async Task<(int Code, string Output, string Error)> Try(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Start(start);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Repository.Lacks(start.FileName);
        }
    }

    /// <summary>Git that knows no settings but these.</summary>
    public static Task<string> Git(string folder, params string[] arguments) =>
        Run(folder, GitEnvironment, "git", ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.org", "-c", "core.quotepath=off", .. arguments]);

    private static Dictionary<string, string> GitEnvironment { get; } =
        new() { ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["GIT_CONFIG_NOSYSTEM"] = "1" };
}
