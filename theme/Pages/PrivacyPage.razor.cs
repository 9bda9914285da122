using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>What the archive knows of its readers: nothing.</summary>
[StandingPage("privacy.html", "privacy.title")]
public partial class PrivacyPage : Showing<Frame>;
