using System.Collections.Immutable;

namespace DisclosureArchive.Reports;

/// <summary>Figures that a person copied from a file that a machine can't read, such as a scan, into its sidecar.</summary>
/// <param name="By">Who copied them: a name or an organisation, for readers.</param>
/// <param name="Lines">What was copied, in the order of the sidecar.</param>
public sealed record Transcription(string By, ImmutableArray<TranscribedLine> Lines);

/// <summary>One entry of a transcription: a cell, or a row with a value for each of its columns.</summary>
/// <param name="Name"><c>table.row.column</c> for a cell, <c>table.row</c> for a row.</param>
/// <param name="IsRow">Whether the values were given as a list, so that it can only be a row.</param>
/// <param name="Values">What the original prints: one value, or as many as the row has columns in the form's order.</param>
/// <param name="Line">Line of the sidecar.</param>
public sealed record TranscribedLine(string Name, bool IsRow, ImmutableArray<TranscribedValue> Values, int Line);

/// <summary>What the original prints in one cell, as it was copied.</summary>
/// <param name="Text">The text; empty for a blank cell.</param>
/// <param name="Line">Line of the sidecar.</param>
public readonly record struct TranscribedValue(string Text, int Line);
