using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DisclosureArchive;

/// <summary>The program as its users run it: a process of its own, in a folder.</summary>
internal sealed class RunningProgram : IDisposable
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Longer than anything takes; only a test that fails waits so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly List<string> _said = [];
    private int _heard;

    private RunningProgram(Process process) => _process = process;

    /// <summary>All that it has said, on both streams.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    public static RunningProgram Start(string folder, params IEnumerable<string> arguments)
    {
        // A shell has what it runs in the background ignore interrupts, and that is handed down to all that is started from there.
        string[] program = [.. OperatingSystem.IsLinux() ? (string[])["env", "--default-signal=INT"] : [], "dotnet", Path.Combine(AppContext.BaseDirectory, "DisclosureArchive.Generator.dll")];
        var start = new ProcessStartInfo(program[0], [.. program[1..], .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var running = new RunningProgram(Process.Start(start)!);
        running._process.OutputDataReceived += running.Hear;
        running._process.ErrorDataReceived += running.Hear;
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits until it says a line with a text in it, after what was waited for before.</summary>
    public string Hear(string text, TimeSpan? patience = null)
    {
        var until = DateTime.UtcNow + (patience ?? Patience);
        lock (_said)
        {
            while (true)
            {
                for (; _heard < _said.Count; _heard++)
                    if (_said[_heard].Contains(text, StringComparison.Ordinal))
                        return _said[_heard++];
                if (_process.HasExited || !Monitor.Wait(_said, TimeSpan.FromMilliseconds(100)) && DateTime.UtcNow > until)
                    throw new InvalidOperationException($"It did not say “{text}”, but:\n{Said}");
            }
        }
    }

    /// <summary>Sends a signal, to this process only.</summary>
    public void Send(int signal) => _ = SendSignal(_process.Id, signal);

    /// <summary>Waits until it ends.</summary>
    public int End()
    {
        if (!_process.WaitForExit(Patience))
            throw new InvalidOperationException($"It did not end:\n{Said}");
        _process.WaitForExit(); // until all that it said is heard
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs said)
    {
        if (said.Data is null)
            return;
        lock (_said)
        {
            _said.Add(said.Data);
            Monitor.PulseAll(_said);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
