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

/// <summary>All that failed or needs a look.</summary>
/// <param name="Totals">Judgements over all current reports.</param>
/// <param name="Rules">The same by rule.</param>
/// <param name="Failures">The first failed relations, by rule.</param>
/// <param name="FailuresInAll">How many there are.</param>
/// <param name="Agencies">The first agencies that have failed relations.</param>
/// <param name="AgenciesInAll">How many there are.</param>
/// <param name="Diagnostics">Diagnostics by code.</param>
/// <param name="FailuresOfEarlier">How many relations fail in earlier revisions; they are not listed.</param>
/// <param name="ChecksData">Link to all checks as data.</param>
/// <param name="DiagnosticsData">Link to all diagnostics as data.</param>
/// <param name="Script">Link to the script that sorts and filters tables.</param>
public sealed record CheckList(
    Frame Frame, CheckCounts Totals, ImmutableArray<RuleOutcome> Rules, ImmutableArray<FailureLine> Failures, int FailuresInAll,
    ImmutableArray<AgencyFailures> Agencies, int AgenciesInAll, ImmutableArray<DiagnosticsOfRule> Diagnostics,
    int FailuresOfEarlier, string ChecksData, string DiagnosticsData, string Script);

/// <summary>How the relations of a rule were judged.</summary>
/// <param name="Rule">Its page.</param>
/// <param name="Says">What it says.</param>
public sealed record RuleOutcome(Link Rule, string Says, CheckCounts Counts);

/// <summary>A failed relation of a report.</summary>
/// <param name="Rule">The page of its rule.</param>
/// <param name="Report">The report, where it lists its checks.</param>
/// <param name="Place">The row or column that it is about; empty for a relation of the whole report.</param>
public sealed record FailureLine(Link Rule, Link Agency, Link Report, string Place, string Left, string Right, string Difference);

/// <summary>An agency with failed relations.</summary>
/// <param name="Reports">How many current reports.</param>
/// <param name="FailedReports">How many of them have failed relations.</param>
/// <param name="Failed">How many relations fail in them.</param>
public sealed record AgencyFailures(Link Agency, int Reports, int FailedReports, int Failed);

/// <summary>The diagnostics of a code.</summary>
/// <param name="Label">What it says, particulars left out.</param>
/// <param name="Remedy">What to do, particulars left out.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Lines">The first of them.</param>
public sealed record DiagnosticsOfRule(
    string Code, string Severity, string SeverityWord, string Label, string Remedy, int Count, ImmutableArray<DiagnosedFile> Lines);

/// <summary>A diagnostic with the file that it is about.</summary>
/// <param name="File">The report, or the path of another input file.</param>
public sealed record DiagnosedFile(Link File, DiagnosticLine Diagnostic);

/// <summary>A rule that figures are checked by.</summary>
/// <param name="Id">Its id in the data, such as <c>requests.balance</c>.</param>
/// <param name="Says">What it says, in words.</param>
/// <param name="Formulas">The same in the labels of the form.</param>
/// <param name="Example">With numbers that are made up.</param>
/// <param name="Basis">What demands it.</param>
/// <param name="Outcomes">How it was judged over all current reports, then by edition, then by year; empty if it was never asked.</param>
/// <param name="Innocent">Why it may fail without an error.</param>
/// <param name="Advice">What the agency can do.</param>
/// <param name="Failures">The first of its failures.</param>
/// <param name="FailuresInAll">How many there are.</param>
/// <param name="ChecksData">Link to all checks as data.</param>
/// <param name="Script">Link to the script that sorts tables.</param>
public sealed record Rule(
    Frame Frame, string Id, string Says, ImmutableArray<RuleFormula> Formulas, string Example, string Basis, ImmutableArray<JudgedGroup> Outcomes,
    string Innocent, string Advice, ImmutableArray<FailureLine> Failures, int FailuresInAll, string ChecksData, string Script);

/// <summary>A rule as an equation.</summary>
/// <param name="Editions">The editions that have it so; empty where all have.</param>
/// <param name="Left">The terms whose sum is the left side, each with its place in the glossary.</param>
/// <param name="Right">The terms of the right side.</param>
public sealed record RuleFormula(string Editions, ImmutableArray<Link> Left, ImmutableArray<Link> Right);

/// <summary>Judgements that belong together.</summary>
public sealed record JudgedGroup(ImmutableArray<JudgedLine> Lines);

/// <summary>How the relations of some reports were judged.</summary>
/// <param name="Of">All reports, an edition or a year.</param>
/// <param name="Share">Percentage of those assessed that hold; null where too few were assessed.</param>
public sealed record JudgedLine(Link Of, CheckCounts Counts, string? Share);
