using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>How the relations of a report were judged, in a few words.</summary>
public partial class CheckMark : Showing<CheckCounts>;
