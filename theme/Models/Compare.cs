using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The page that lays agencies and years side by side; what it shows is chosen by its reader, and found by its scripts in the browser.</summary>
/// <param name="Root">What leads from it to the archive's root: a relative address that ends with a slash, or nothing.</param>
/// <param name="Scripts">Links to its scripts, in the order in which they run.</param>
/// <param name="Examples">What may be compared, made from the archive: links to this page.</param>
/// <param name="AgenciesPage">Link to the list of agencies.</param>
/// <param name="YearsPage">Link to the list of years.</param>
public sealed record Comparison(
    Frame Frame, string Root, ImmutableArray<string> Scripts, ImmutableArray<Link> Examples, string AgenciesPage, string YearsPage);
