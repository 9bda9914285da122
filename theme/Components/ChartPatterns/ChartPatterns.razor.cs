namespace DisclosureArchive.Theme.Components;

/// <summary>The fills of charts, for all charts of a page.</summary>
public partial class ChartPatterns;
