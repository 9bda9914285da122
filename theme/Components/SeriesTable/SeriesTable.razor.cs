using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>Figures of an agency by year.</summary>
public partial class SeriesTable : Showing<Series>;
