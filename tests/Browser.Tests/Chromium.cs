using Microsoft.Playwright;

namespace DisclosureArchive.Browser.Tests;

/// <summary>The Chromium that is installed here.</summary>
internal static class Chromium
{
    /// <summary>Its program; null if there is none.</summary>
    public static string? Program { get; } = (
        from name in (string[])["chromium", "google-chrome"]
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Without a window and without a word to anyone but the pages' servers.</summary>
    public static IEnumerable<string> Arguments =>
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Program ?? throw Repository.Lacks("Chromium"),
        Args = Arguments,
    });
}
