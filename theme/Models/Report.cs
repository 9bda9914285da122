using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>One report.</summary>
/// <param name="Agency">Its agency's page.</param>
/// <param name="Source">Its source file.</param>
/// <param name="Key">Its key figures, with what changed since the year before; empty if it has none.</param>
/// <param name="Facts">What is known of it and from where.</param>
/// <param name="Current">Where this is an earlier revision: the current one.</param>
/// <param name="Earlier">Where this is the current one: earlier revisions.</param>
/// <param name="Previous">The report of the year before.</param>
/// <param name="Next">The report of the year after.</param>
/// <param name="Parts">Prose and tables in the order of the form.</param>
/// <param name="Legend">The marks that occur on this page.</param>
/// <param name="Checks">How its relations were judged, by rule; rules with failures first.</param>
/// <param name="Counts">The same as counts.</param>
/// <param name="Diagnostics">What else is to be said of the file.</param>
/// <param name="TranscribedBy">Who copied its figures from the original by hand; empty if they were read.</param>
/// <param name="Sources">Its files, the main one first, where there are several; empty for one.</param>
/// <param name="Unread">Where nothing of the file could be read: why, and how to help; else null.</param>
/// <param name="Citation">How to cite it.</param>
/// <param name="Data">Link to the report as data.</param>
/// <param name="Glossary">Link to what the tables' rows and columns mean.</param>
/// <param name="Changes">What its prose changed since the year before; null if there is nothing to compare with.</param>
/// <param name="Script">Link to the script of the page.</param>
public sealed record Report(
    Frame Frame,
    Link Agency,
    Link Source,
    ImmutableArray<KeyFigure> Key,
    ImmutableArray<ReportFact> Facts,
    Link? Current,
    ImmutableArray<Link> Earlier,
    Link? Previous,
    Link? Next,
    ImmutableArray<ReportPart> Parts,
    ImmutableArray<LegendEntry> Legend,
    ImmutableArray<RuleOfChecks> Checks,
    CheckCounts Counts,
    ImmutableArray<DiagnosticLine> Diagnostics,
    string TranscribedBy,
    ImmutableArray<ReportSource> Sources,
    UnreadFile? Unread,
    Citation Citation,
    string Data,
    string Glossary,
    Link? Changes,
    string Script)
{
    /// <summary>The corrections that its sidecar declares, applied or not.</summary>
    public ImmutableArray<DeclaredCorrection> Corrections { get; init; } = [];
}

/// <summary>A correction that a sidecar declares, and what became of it.</summary>
/// <param name="Cell">Its label, with its place on the page where the report has it.</param>
/// <param name="Expect">What the source is expected to say.</param>
/// <param name="Value">What it should say.</param>
/// <param name="Reason">Why.</param>
/// <param name="Status">What became of it, in words.</param>
/// <param name="Applied">Whether it was applied.</param>
public sealed record DeclaredCorrection(Link Cell, string Expect, string Value, string Reason, string Status, bool Applied);

/// <summary>A figure at the head of a report.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number; null if the report gives none that can be used.</param>
/// <param name="Href">Its place on the page; null if it stands in no single cell.</param>
/// <param name="Change">What changed since the year before, in words; empty where there is nothing to compare with.</param>
public sealed record KeyFigure(string Label, string? Value, string? Href, string Change);

/// <summary>A report in the forms in which others cite it.</summary>
/// <param name="National">After GB/T 7714.</param>
/// <param name="BibTex">As a BibTeX entry.</param>
/// <param name="CslJson">As CSL-JSON, an array of one item.</param>
public sealed record Citation(string National, string BibTex, string CslJson);

/// <summary>One of several files of a report.</summary>
/// <param name="File">The file.</param>
/// <param name="Facts">Its container and size.</param>
/// <param name="Sha256">Its checksum.</param>
/// <param name="Origin">Where it was taken from; null if that is not known.</param>
/// <param name="Outcome">What comparing its figures with the main file's gave; for the main file that it is it.</param>
/// <param name="Differences">Where it says otherwise than the main file.</param>
public sealed record ReportSource(
    Link File, string Facts, string Sha256, Link? Origin, string Outcome, ImmutableArray<SourceDifference> Differences);

/// <summary>A cell of which two files of a report say different things.</summary>
/// <param name="Cell">Its label and place on the page.</param>
/// <param name="Main">What the main file says.</param>
/// <param name="Other">What the other file says.</param>
/// <param name="Place">Where the other file says so.</param>
public sealed record SourceDifference(Link Cell, string Main, string Other, string Place);

/// <summary>A file of which nothing could be read.</summary>
/// <param name="Reason">Why, in a sentence; empty if nobody knows.</param>
/// <param name="Sidecar">Name of the file that figures may be transcribed into.</param>
/// <param name="Guide">Link to how that is done.</param>
public sealed record UnreadFile(string Reason, string Sidecar, string Guide);

/// <summary>A fact about a report.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The fact, perhaps with a link.</param>
/// <param name="Note">From where it was taken; empty if that goes without saying.</param>
/// <param name="Code">Whether it is a code, such as a checksum.</param>
public sealed record ReportFact(string Label, Link Value, string Note = "", bool Code = false);

/// <summary>A part of a report: a section's prose with its tables.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What stands in it.</param>
public sealed record ReportPart(string Id, string Heading, ImmutableArray<PartBlock> Blocks);

/// <summary>Something that stands in a <see cref="ReportPart"/>.</summary>
public abstract record PartBlock;

/// <summary>A heading of the report within a section.</summary>
public sealed record SubHeading(string Text) : PartBlock;

/// <summary>A paragraph of the report.</summary>
/// <param name="Lines">Its lines; more than one where the source breaks them.</param>
public sealed record Prose(ImmutableArray<string> Lines) : PartBlock;

/// <summary>A remark of the archive, not of the report.</summary>
public sealed record Remark(string Text) : PartBlock;

/// <summary>A table.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Class">Which layout it has: <c>proactive</c>, <c>requests</c>, <c>disputes</c>, <c>statistics_2008</c> or <c>own</c>; and <c>transcribed</c> if its figures were copied by hand.</param>
/// <param name="Caption">Its title.</param>
/// <param name="Note">A remark on it; empty for none.</param>
/// <param name="Head">Header rows.</param>
/// <param name="Bodies">Groups of rows.</param>
public sealed record TableBlock(
    string Id,
    string Class,
    string Caption,
    string Note,
    ImmutableArray<ImmutableArray<TableCell>> Head,
    ImmutableArray<ImmutableArray<ImmutableArray<TableCell>>> Bodies) : PartBlock;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says; for a marked figure the number or empty.</param>
/// <param name="Scope"><c>col</c> or <c>row</c> for a header cell; null for a data cell.</param>
/// <param name="Id">Its anchor, or null.</param>
/// <param name="ColumnSpan">How many columns it covers.</param>
/// <param name="RowSpan">How many rows it covers.</param>
/// <param name="Headers">Ids of its header cells where <c>scope</c> can't say it, or null.</param>
/// <param name="Class">Its class, or null.</param>
/// <param name="Mark">For a figure that is more than a plain number: its state.</param>
/// <param name="Label">For a figure: its column, and group where the row does not say it, for a reading line by line.</param>
/// <param name="Place">For a figure: where it stands in the source, in the short form of the data files; null for none.</param>
public sealed record TableCell(
    string Text,
    string? Scope = null,
    string? Id = null,
    int ColumnSpan = 1,
    int RowSpan = 1,
    string? Headers = null,
    string? Class = null,
    FigureMark? Mark = null,
    string? Label = null,
    string? Place = null);

/// <summary>What there is to say of a figure in its place.</summary>
/// <param name="Class"><c>blank</c>, <c>not-applicable</c>, <c>unreadable</c>, <c>missing</c>, <c>corrected</c>, <c>noted</c> or <c>disputed</c>.</param>
/// <param name="Word">The mark shown; empty if the number speaks for itself.</param>
/// <param name="Raw">The source's text, shown in quotes; null if it is not shown.</param>
/// <param name="IsCorrected">Whether the text is a correction of the raw text.</param>
/// <param name="Title">The source's text, where the mark does not show it.</param>
/// <param name="Other">What another file of the same report says, in words; empty if there is none, or if it says the same.</param>
public sealed record FigureMark(string Class, string Word, string? Raw, bool IsCorrected, string? Title = null, string Other = "");

/// <summary>A mark with its meaning.</summary>
public sealed record LegendEntry(string Class, string Word, string Meaning);
