using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>Figures by year.</summary>
/// <param name="Caption">What they are.</param>
public sealed record Series(string Caption, ImmutableArray<SeriesColumn> Columns, ImmutableArray<SeriesGroup> Groups);

/// <summary>A year of a series.</summary>
/// <param name="Year">With its report.</param>
/// <param name="Edition">Short name of its edition; empty for a gap.</param>
/// <param name="Note">What stands under the year: the edition, and whether the figures were transcribed; empty for a gap.</param>
/// <param name="EditionChanged">Whether the form is another than that of the year before in the series: what stands on both sides is not the same.</param>
public sealed record SeriesColumn(Link Year, string Edition, string Note, bool EditionChanged);

/// <summary>Figures that belong together.</summary>
/// <param name="Label">What they have in common; empty if that goes without saying.</param>
public sealed record SeriesGroup(string Label, ImmutableArray<SeriesRow> Rows);

/// <summary>One figure over the years.</summary>
/// <param name="Cells">One for each column.</param>
/// <param name="Tone">In a chart its fill, 1 to 8; 0 for a row that is not drawn.</param>
/// <param name="IsTotal">Whether it is what the rows drawn should add up to.</param>
public sealed record SeriesRow(string Label, ImmutableArray<SeriesCell> Cells, int Tone = 0, bool IsTotal = false);

/// <summary>One figure of one year.</summary>
/// <param name="State">Whether it is a number, and if not why.</param>
/// <param name="Value">The number; null exactly if it is none.</param>
/// <param name="Text">The number, or the mark of its state.</param>
/// <param name="Class">The state's class; null for a number.</param>
/// <param name="Meaning">What the mark means, or of what a number was made; null for a plain number, and for marks that the page explains.</param>
/// <param name="Href">Its place on the report's page, or null.</param>
public sealed record SeriesCell(SeriesState State, decimal? Value, string Text, string? Class, string? Meaning, string? Href);

/// <summary>What is known of a figure of a year.</summary>
public enum SeriesState
{
    Number,

    /// <summary>The report has no number there that can be used: blank, unreadable, not given. Not zero.</summary>
    NoFigure,

    /// <summary>There is no report of the year.</summary>
    NoReport,

    /// <summary>The year's edition of the form does not ask for it.</summary>
    NotInForm,
}

/// <summary>How a chart draws the figures of a year.</summary>
public enum ChartKind
{
    /// <summary>Bars side by side.</summary>
    Grouped,

    /// <summary>Bars upon each other: parts of a whole.</summary>
    Stacked,
}

/// <summary>A chart, with its numbers as a table: it draws those rows of it that have a tone.</summary>
/// <param name="Id">Its anchor, and the beginning of all ids within.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Said">What one sees, in sentences made from the figures.</param>
/// <param name="Numbers">The figures.</param>
/// <param name="Notes">How figures were made and what can't be compared, in sentences.</param>
public sealed record Chart(
    string Id, ChartKind Kind, string Title, string Unit, ImmutableArray<string> Said, Series Numbers, ImmutableArray<string> Notes);
