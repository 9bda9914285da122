using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace DisclosureArchive.Browser.Tests.Checkers;

/// <summary>A Chromium of its own that other programs on this machine can steer, with a profile that ends with it.</summary>
internal sealed class DebuggedChromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("disclosure-archive-chromium-");
    private readonly Process _process;

    public DebuggedChromium() => _process = Process.Start(new ProcessStartInfo(
        Chromium.Program ?? throw Repository.Lacks("Chromium"),
        ["--headless=new", "--remote-debugging-port=0", $"--user-data-dir={_profile.FullName}", .. Chromium.Arguments, "about:blank"])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>Where it listens, once it does.</summary>
    public async Task<int> Port()
    {
        var file = Path.Combine(_profile.FullName, "DevToolsActivePort");
        for (var since = Stopwatch.StartNew(); since.Elapsed < Patience && !_process.HasExited; await Task.Delay(100, TestContext.Current.CancellationToken))
            if (File.Exists(file) && (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)) is [var port, ..])
                return int.Parse(port, CultureInfo.InvariantCulture);
        throw new InvalidOperationException("Chromium does not listen.");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }
}
