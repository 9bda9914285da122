namespace DisclosureArchive.Theme.Models;

/// <summary>A page that only leads on to where another stands now.</summary>
/// <param name="Site">What the archive is called.</param>
/// <param name="Target">The link to that page.</param>
/// <param name="Canonical">Its full address; the link if the archive's is not known.</param>
/// <param name="Stylesheet">The style sheet.</param>
/// <param name="Script">The script that takes what stands behind <c>#</c> along.</param>
public sealed record Moved(string Site, string Target, string Canonical, string Stylesheet, string Script);
