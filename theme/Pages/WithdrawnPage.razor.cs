using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Pages;

/// <summary>The page that stands in the place of a withdrawn report: that it was withdrawn, when and why, in Chinese and English; no figures.</summary>
public partial class WithdrawnPage : Showing<WithdrawnNotice>;
