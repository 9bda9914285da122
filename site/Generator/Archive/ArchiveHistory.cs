using System.Collections.Immutable;

namespace DisclosureArchive.Generator.Archive;

/// <summary>What happened to a report.</summary>
public enum ChangeKind
{
    /// <summary>It came into the archive.</summary>
    Added,

    /// <summary>Its file was replaced, or another file of the same agency and year came in.</summary>
    Revised,

    /// <summary>Its sidecar's corrections or transcribed figures changed.</summary>
    Corrected,

    /// <summary>Its sidecar withdrew it, or its file was removed.</summary>
    Withdrawn,

    /// <summary>Its file was renamed.</summary>
    Renamed,
}

/// <summary>Something that happened to a report.</summary>
/// <param name="Date">On which day, by the archive's own history.</param>
/// <param name="Path">The report file's path in the input folder then.</param>
/// <param name="Agency">Its agency; null if that can't be told any more.</param>
/// <param name="Year">Its year; null if that can't be told.</param>
/// <param name="Page">Its page, or that of its withdrawal; null if it has none.</param>
/// <param name="Reason">Why, as its sidecar says; for a renamed file its former path; empty if nobody says.</param>
public sealed record ArchiveChange(DateOnly Date, ChangeKind Kind, string Path, AgencyEntry? Agency, int? Year, string? Page, string Reason);

/// <summary>What happened to the reports of an archive.</summary>
/// <param name="Changes">Newest first.</param>
public sealed record ArchiveHistory(ImmutableArray<ArchiveChange> Changes);
