using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>What happened to the reports of the archive.</summary>
/// <param name="IsKnown">Whether the archive's own history is at hand.</param>
/// <param name="Days">Newest first; empty if nothing happened or nothing is known.</param>
/// <param name="Left">How many older changes only <paramref name="Data"/> has.</param>
/// <param name="Data">Link to all of them as data; null if nothing is known.</param>
/// <param name="Feed">Link to the newest of them as Atom; null if there is none.</param>
public sealed record ChangeLog(Frame Frame, bool IsKnown, ImmutableArray<DayOfChanges> Days, int Left, string? Data, string? Feed);

/// <summary>What happened on one day.</summary>
/// <param name="Date"><c>yyyy-MM-dd</c>.</param>
public sealed record DayOfChanges(string Date, ImmutableArray<LoggedChange> Changes);

/// <summary>Something that happened to a report.</summary>
/// <param name="Kind">What, in a word.</param>
/// <param name="Report">Its name with its page, or its file's path.</param>
/// <param name="File">Its file's path; empty if <paramref name="Report"/> says it.</param>
/// <param name="Reason">Why, or what a renamed file was called, with what leads to it; empty if nobody says.</param>
public sealed record LoggedChange(string Kind, Link Report, string File, string Reason);
