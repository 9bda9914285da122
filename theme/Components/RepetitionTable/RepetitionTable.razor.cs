using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>How much of each year's prose repeats the year before.</summary>
public partial class RepetitionTable : Showing<RepetitionRecord>;
