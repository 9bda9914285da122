using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>How much of each year's prose repeats the year before.</summary>
/// <param name="Formula">What that means.</param>
/// <param name="Lines">Each pair of adjoining years, newest first.</param>
public sealed record RepetitionRecord(string Formula, ImmutableArray<RepetitionLine> Lines);

/// <summary>Two adjoining years.</summary>
/// <param name="Years">Both.</param>
/// <param name="Percent">Repeated characters of a hundred; null for a prose too short to say so.</param>
/// <param name="Characters">Characters of the later year.</param>
/// <param name="Changes">Link to both side by side.</param>
public sealed record RepetitionLine(
    string Years, int? Percent, int RepeatedCharacters, int Characters, int RepeatedSentences, int Sentences, string Changes);

/// <summary>The prose of two adjoining years of an agency, compared.</summary>
/// <param name="Agency">Its page.</param>
/// <param name="Earlier">The report of the year before.</param>
/// <param name="Later">The report.</param>
/// <param name="Share">How much is repeated, in a sentence.</param>
/// <param name="Formula">What that means.</param>
/// <param name="Sections">Those that either has.</param>
public sealed record ProseChanges(Frame Frame, Link Agency, Link Earlier, Link Later, string Share, string Formula, ImmutableArray<ChangedSection> Sections);

/// <summary>A section of the form.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Passages">Its text.</param>
public sealed record ChangedSection(string Id, string Heading, ImmutableArray<ChangedPassage> Passages);

/// <summary>A stretch of text.</summary>
/// <param name="Unchanged">What is said in its place until it is opened, where it is long and unchanged; else empty.</param>
/// <param name="Paragraphs">Its text.</param>
public sealed record ChangedPassage(string Unchanged, ImmutableArray<ImmutableArray<ChangedText>> Paragraphs);

/// <summary>A run of characters.</summary>
public sealed record ChangedText(TextChange Change, string Text);

/// <summary>What became of a run of characters.</summary>
public enum TextChange
{
    /// <summary>Both years have it.</summary>
    Same,

    /// <summary>Only the later year has it.</summary>
    Added,

    /// <summary>Only the earlier year had it.</summary>
    Removed,

    /// <summary>The earlier year had it elsewhere.</summary>
    Moved,
}
