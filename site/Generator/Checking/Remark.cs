using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Documents;

namespace DisclosureArchive.Generator.Checking;

/// <summary>A cell that a relation is about.</summary>
/// <param name="File">The file it stands in, as the user would call it.</param>
/// <param name="Label">Row and column in the words of the report's form.</param>
/// <param name="Figure">What the report has there; null if it has no such table.</param>
public sealed record RelationCell(string File, CellName Name, string Label, Figure? Figure);

/// <summary>One side of a relation.</summary>
/// <param name="Value">Its sum.</param>
/// <param name="Cells">Its cells; none for what the text states.</param>
/// <param name="Quote">The sentence that states the value, else empty.</param>
public sealed record RelationSide(decimal? Value, ImmutableArray<RelationCell> Cells, string Quote)
{
    /// <summary>The cells worth telling of: where there are many, those that are not zero.</summary>
    public ImmutableArray<RelationCell> Telling => Cells.Length <= 4 ? Cells : [.. Cells.Where(cell => cell.Figure?.Value != 0)];
}

/// <summary>A relation that does not hold, with the cells of both sides.</summary>
public sealed record FailedRelation(Finding Finding, RelationSide Left, RelationSide Right);

/// <summary>How much a remark matters, the least first.</summary>
public enum RemarkWeight
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>A relation that does not hold.</summary>
    FailedRelation,

    /// <summary>An error.</summary>
    Error,
}

/// <summary>Something to be said of a file: a diagnostic, which may be a relation that does not hold.</summary>
/// <param name="File">The file it is about (a report, its sidecar, the register, the settings), as the user would call it.</param>
/// <param name="Diagnostic">What is said, where, and what to do.</param>
/// <param name="Relation">The relation, if that is what does not hold; else null.</param>
public sealed partial record Remark(string File, Diagnostic Diagnostic, FailedRelation? Relation = null)
{
    private static readonly ImmutableArray<DiagnosticRule> WithLineInWords =
        [DiagnosticRules.SidecarInvalid, DiagnosticRules.SettingsInvalid, DiagnosticRules.RegisterInvalid];

    /// <summary>Line of the file, from 1; 0 where it is not known or the file has no lines.</summary>
    public int Line =>
        Place.Line is > 0 and var known ? known
        // Readers of YAML and CSV say the line in their words.
        : WithLineInWords.Contains(Diagnostic.Rule) && LineInWords().Match(Diagnostic.Arguments[^1]) is { Success: true } told && int.TryParse(told.Groups[1].ValueSpan, out var line) ? line
        : 0;

    /// <inheritdoc cref="FilePlace.Within"/>
    public SourceLocation Within => Place.Within;

    private FilePlace Place => new(File, Diagnostic.Location);

    /// <summary>How much it matters.</summary>
    public RemarkWeight Weight => Diagnostic.Severity switch
    {
        Severity.Error => RemarkWeight.Error,
        _ when Relation is not null => RemarkWeight.FailedRelation,
        Severity.Warning => RemarkWeight.Warning,
        _ => RemarkWeight.Info,
    };

    /// <summary>Whether a check fails for it.</summary>
    public bool Fails => Weight >= RemarkWeight.FailedRelation;

    [GeneratedRegex(@"^第(\d+)行")]
    private static partial Regex LineInWords();
}
