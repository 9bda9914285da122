using System.Diagnostics;
using System.Globalization;

namespace DisclosureArchive.Benchmarks.Comparing;

/// <summary>What a whole process took.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="PeakMegabytes">Most memory that it held at once (resident).</param>
internal sealed record Measurement(double Wall, double PeakMegabytes)
{
    /// <summary>The median of the times and of the peaks.</summary>
    public static Measurement Median(IReadOnlyCollection<Measurement> runs) => new(
        runs.Select(run => run.Wall).Order().ElementAt(runs.Count / 2),
        runs.Select(run => run.PeakMegabytes).Order().ElementAt(runs.Count / 2));

    /// <summary>Runs a command under GNU <c>time</c>, which tells a process's peak memory (Linux only).</summary>
    public static Measurement Of(Launch launch)
    {
        var report = Path.GetTempFileName();
        try
        {
            Run(launch with { Program = "/usr/bin/time", Arguments = ["-f", "%e %M", "-o", report, launch.Program, .. launch.Arguments] });
            var fields = File.ReadAllText(report).Trim().Split(' ');
            return new Measurement(
                double.Parse(fields[0], CultureInfo.InvariantCulture), double.Parse(fields[1], CultureInfo.InvariantCulture) / 1024);
        }
        finally
        {
            File.Delete(report);
        }
    }

    /// <summary>Runs a command and demands that it succeeds.</summary>
    public static void Run(Launch launch)
    {
        var start = new ProcessStartInfo(launch.Program, launch.Arguments)
        {
            WorkingDirectory = launch.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{launch.Program} ended with {process.ExitCode}:\n{said.Result}\n{error}");
    }
}

/// <summary>A command to be run.</summary>
internal sealed record Launch(string Folder, string Program, params string[] Arguments);
