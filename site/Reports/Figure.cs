using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Reports;

/// <summary>What is known of a figure.</summary>
public enum FigureState
{
    /// <summary>The report prints a number.</summary>
    Reported,

    /// <summary>The report has the cell and prints nothing in it. Not zero.</summary>
    Blank,

    /// <summary>The report prints <c>/</c>, <c>—</c> or <c>无</c>. Not zero.</summary>
    NotApplicable,

    /// <summary>The report prints something that can't be read as one number without doubt.</summary>
    Unreadable,

    /// <summary>The form has the cell, the report has not.</summary>
    Missing,
}

/// <summary>One figure of a report, never invented: it keeps the text it was read from and where that stood.</summary>
/// <param name="Name">Which cell of which form table.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Value">The number, in the unit of its row or column (件, 万元 …); not null exactly if <see cref="FigureState.Reported"/>.</param>
/// <param name="Raw">The cell's text as the source has it; empty for a blank or missing cell.</param>
/// <param name="Location">Where the cell stood; none exactly for a missing cell.</param>
/// <param name="Correction">The declared correction that gave <see cref="Value"/>; <see cref="Raw"/> stays what the source says.</param>
public sealed record Figure(
    CellName Name, FigureState State, decimal? Value, string Raw, SourceLocation Location, Correction? Correction = null)
{
    public static Figure Missing(CellName name) => new(name, FigureState.Missing, null, "", SourceLocation.None);
}

/// <summary>A correction declared in a sidecar.</summary>
/// <param name="Cell">The cell's name, <c>table.row.column</c>.</param>
/// <param name="Expect">The raw text that the source is expected to have; if it has another the correction is not applied.</param>
/// <param name="Value">The right number.</param>
/// <param name="Reason">Why, in words, for readers.</param>
public sealed record Correction(string Cell, string Expect, decimal Value, string Reason);

/// <summary>What became of a declared correction.</summary>
public enum CorrectionStatus
{
    /// <summary>The source says what it expects; the figure has its value.</summary>
    Applied,

    /// <summary>The source no longer says what it expects; the figure stays what the source says.</summary>
    Stale,

    /// <summary>The report has no such cell.</summary>
    UnknownCell,
}

/// <summary>A declared correction and what became of it.</summary>
/// <param name="Found">What the source says instead of what was expected; null unless it is <see cref="CorrectionStatus.Stale"/>.</param>
public sealed record JudgedCorrection(Correction Correction, CorrectionStatus Status, string? Found = null);
