using System.Collections.Immutable;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Theme.Components;

/// <summary>The files of a report that came in several, each with what comparing its figures gave.</summary>
public partial class SourceList : Showing<ImmutableArray<ReportSource>>;
