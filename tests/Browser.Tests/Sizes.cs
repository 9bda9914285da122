using Microsoft.Playwright;

namespace DisclosureArchive.Browser.Tests;

/// <summary>The screens that pages are looked at on, by their width in CSS pixels.</summary>
internal static class Sizes
{
    public const int Phone = 360;
    public const int Desktop = 1280;

    public static ViewportSize Of(int width) => new() { Width = width, Height = width == Phone ? 740 : 900 };
}
