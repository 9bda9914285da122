using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The page that searches; what it finds is found by its scripts, in the reader's browser.</summary>
/// <param name="Root">What leads from it to the archive's root: a relative address that ends with a slash, or nothing.</param>
/// <param name="Scripts">Links to its scripts, in the order in which they run.</param>
/// <param name="AgenciesPage">Link to the list of agencies.</param>
/// <param name="YearsPage">Link to the list of years.</param>
public sealed record ArchiveSearch(
    Frame Frame, string Root, ImmutableArray<string> Scripts, string AgenciesPage, string YearsPage);
