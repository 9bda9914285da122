using System.Collections.Immutable;

namespace DisclosureArchive.Reports;

/// <summary>Another file of a report, in another container, and how its figures compare with those of the report's main source. They are never taken over.</summary>
/// <param name="Source">The file.</param>
/// <param name="Agreeing">How many cells have the same number in both files.</param>
/// <param name="Differing">Its figures that say otherwise than the main source's.</param>
/// <param name="Additional">Its numbers for cells of which the main source gives nothing that can be read.</param>
/// <param name="Unmatched">How many numbers of the main source it gives nothing for that can be read.</param>
public sealed record FurtherSource(
    SourceInfo Source, int Agreeing, ImmutableArray<Figure> Differing, ImmutableArray<Figure> Additional, int Unmatched)
{
    /// <summary>Address of the page it was taken from (its sidecar), or null.</summary>
    public string? Url { get; init; }

    /// <summary>When it was taken from there (its sidecar), or null.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>The corrections that its sidecar declares for its own figures.</summary>
    public ImmutableArray<JudgedCorrection> Corrections { get; init; } = [];

    /// <summary>Who copied its figures by hand (its sidecar); null if they were read, or if there are none.</summary>
    public string? TranscribedBy { get; init; }
}
