namespace DisclosureArchive.Generator.Archive;

/// <summary>Addresses that people write into settings, sidecars and options. Only what is plainly one of the web may become a link.</summary>
public static class WebAddress
{
    /// <summary>The address that a text is; null unless it is a whole one of http or https.</summary>
    public static Uri? Of(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
