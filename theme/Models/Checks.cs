using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>The relations of a report that follow one rule.</summary>
/// <param name="Id">The rule, such as <c>requests.balance</c>.</param>
/// <param name="Label">What it says.</param>
/// <param name="Href">The page of the rule.</param>
/// <param name="Cells">The cells of each of its relations, parted by spaces, <c>*</c> for what tells the relations apart; null where each line names its own.</param>
public sealed record RuleOfChecks(
    string Id, string Label, string Href, string? Cells, ImmutableArray<CheckLine> Failed, ImmutableArray<CheckLine> NotAssessable, ImmutableArray<CheckLine> Passed);

/// <summary>A relation, judged.</summary>
/// <param name="Label">Which column, row or text it is about.</param>
/// <param name="At">What stands for <c>*</c> in <see cref="RuleOfChecks.Cells"/>; else its cells.</param>
/// <param name="Detail">Both sides with their figures, or why it can't be assessed.</param>
/// <param name="Left">Sum of the left side; null if not assessable.</param>
/// <param name="Right">Sum of the right side; null if not assessable.</param>
/// <param name="Difference">Left minus right; null if not assessable.</param>
/// <param name="LeftCells">The cells of the left side, with their figures.</param>
/// <param name="RightCells">The cells of the right side.</param>
/// <param name="Quote">The sentence that states the figure; empty for none.</param>
public sealed record CheckLine(
    string Label, string At, string Detail, string? Left, string? Right, string? Difference,
    ImmutableArray<CheckedCell> LeftCells, ImmutableArray<CheckedCell> RightCells, string Quote);

/// <summary>A cell that a relation rests on.</summary>
/// <param name="Cell">Its label and place.</param>
/// <param name="Value">Its number or the word for its state; empty if it stands in another report.</param>
public sealed record CheckedCell(Link Cell, string Value);

/// <summary>Something to be said of a file.</summary>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="SeverityWord">The same in Chinese.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="Place">Where, in words; empty for the file as a whole.</param>
/// <param name="Remedy">What to do.</param>
public sealed record DiagnosticLine(
    string Severity, string SeverityWord, string Code, string Message, string Place, string Remedy);

/// <summary>All that failed or needs a look, by rule.</summary>
/// <param name="Totals">Judgements over all current reports.</param>
/// <param name="Failures">Failed relations by rule.</param>
/// <param name="Diagnostics">Diagnostics by code.</param>
/// <param name="FailuresOfEarlier">How many relations fail in earlier revisions; they are not listed.</param>
/// <param name="ChecksData">Link to all checks as data.</param>
/// <param name="DiagnosticsData">Link to all diagnostics as data.</param>
public sealed record CheckList(
    Frame Frame, CheckCounts Totals, ImmutableArray<FailuresOfRule> Failures, ImmutableArray<DiagnosticsOfRule> Diagnostics,
    int FailuresOfEarlier, string ChecksData, string DiagnosticsData);

/// <summary>The failures of a rule.</summary>
/// <param name="Lines">The first of them.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record FailuresOfRule(string Id, string Label, int Count, ImmutableArray<FailureLine> Lines);

/// <summary>A failed relation of a report.</summary>
public sealed record FailureLine(Link Agency, Link Report, string Label, string Left, string Right, string Difference);

/// <summary>The diagnostics of a code.</summary>
/// <param name="Label">What it says, particulars left out.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Lines">The first of them.</param>
public sealed record DiagnosticsOfRule(
    string Code, string Severity, string SeverityWord, string Label, int Count, ImmutableArray<DiagnosedFile> Lines);

/// <summary>A diagnostic with the file that it is about.</summary>
/// <param name="File">The report, or the path of another input file.</param>
public sealed record DiagnosedFile(Link File, DiagnosticLine Diagnostic);
