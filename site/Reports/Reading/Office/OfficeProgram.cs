using System.ComponentModel;
using System.Diagnostics;

namespace DisclosureArchive.Reports.Reading.Office;

/// <summary>LibreOffice's program <c>soffice</c>: where it is, and one run of it within limits of time, memory and what it may write.</summary>
/// <param name="path">Full path of the program.</param>
internal sealed class OfficeProgram(string path)
{
    private const long MemoryLimit = 4L << 30;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Dying = TimeSpan.FromSeconds(5);

    // Sets what the system allows a process, then becomes the program.
    private const string WithLimits = """ulimit -c 0 2>/dev/null; ulimit -v "$1" 2>/dev/null; ulimit -f "$2" 2>/dev/null; shift 2; exec "$@" """;

    /// <summary>The program that this machine has: on the path or where installers put it; null if there is none.</summary>
    public static OfficeProgram? Find() => Places().Where(Path.IsPathFullyQualified).FirstOrDefault(File.Exists) is { } path ? new OfficeProgram(path) : null;

    private static IEnumerable<string> Places()
    {
        string[] names = OperatingSystem.IsWindows() ? ["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).ToList();
        if (OperatingSystem.IsWindows())
        {
            folders.Add(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "LibreOffice", "program"));
            folders.Add(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "LibreOffice", "program"));
        }
        else if (OperatingSystem.IsMacOS())
        {
            folders.Add("/Applications/LibreOffice.app/Contents/MacOS");
            folders.Add("/opt/homebrew/bin");
        }
        else
        {
            folders.AddRange(["/usr/bin", "/usr/local/bin", "/snap/bin", "/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/opt/libreoffice/program"]);
        }

        return from folder in folders from name in names select Path.Combine(folder.Trim('"'), name);
    }

    /// <summary>Runs it to its end; false if it could not be started.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs; it writes nowhere else.</param>
    /// <param name="time">How long it may take; then it is killed with all that it started.</param>
    /// <param name="bytes">How large the files in the folder may become in all.</param>
    /// <param name="end">How it ended.</param>
    public bool Run(IEnumerable<string> arguments, string folder, TimeSpan time, long bytes, out RunEnd end)
    {
        end = RunEnd.Failed;
        using var process = new Process { StartInfo = StartOf(arguments, folder, bytes) };
        try
        {
            process.Start();
        }
        catch (Exception problem) when (problem is Win32Exception or IOException)
        {
            return false;
        }

        // What it says is for people at a terminal; unread, it would stop at a full pipe.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        var watch = Stopwatch.StartNew();
        while (!process.WaitForExit(Glance))
        {
            if (watch.Elapsed > time)
                end = RunEnd.TimedOut;
            else if (SizeOf(folder) > bytes)
                end = RunEnd.TooLarge;
            else
                continue;
            Kill(process);
            return true;
        }

        end = process.ExitCode == 0 ? RunEnd.Done : RunEnd.Failed;
        return true;
    }

    private ProcessStartInfo StartOf(IEnumerable<string> arguments, string folder, long bytes)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (OperatingSystem.IsWindows())
        {
            start.FileName = path;
        }
        else
        {
            start.FileName = "/bin/sh";
            foreach (var argument in new[] { "-c", WithLimits, "sh", $"{MemoryLimit >> 10}", $"{(bytes >> 9) + 1}", path })
                start.ArgumentList.Add(argument);
        }

        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(Dying);
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself.
        }
    }

    private static long SizeOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        }
        catch (IOException)
        {
            // A file went away while it was looked at.
            return 0;
        }
    }
}

/// <summary>How a run ended.</summary>
internal enum RunEnd
{
    Done,
    Failed,
    TimedOut,
    TooLarge,
}
