using System.Collections.Immutable;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Synthesis;

/// <summary>A report on paper: all that a layout has to write down, and what a reader must make of it.</summary>
/// <param name="Agency">Full name of the body.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Title">The title's lines; none for an anonymous report.</param>
/// <param name="Blocks">What follows, in order.</param>
/// <param name="Signature">The body below the text; empty for none.</param>
/// <param name="Published">The date below the signature.</param>
/// <param name="Expected">State and value of every cell of the edition.</param>
public sealed record PrintedReport(
    string Agency,
    int Year,
    ImmutableArray<string> Title,
    ImmutableArray<PrintedBlock> Blocks,
    string Signature,
    DateOnly Published,
    ImmutableDictionary<CellName, ExpectedFigure> Expected)
{
    /// <summary>The date as a report prints it: 2024年1月25日.</summary>
    public string Date => $"{Published.Year}年{Published.Month}月{Published.Day}日";
}

/// <summary>What a reader must find in a cell.</summary>
public readonly record struct ExpectedFigure(FigureState State, decimal? Value);

/// <summary>A block of a printed report.</summary>
public abstract record PrintedBlock
{
    /// <summary>A section's heading.</summary>
    public sealed record Heading(string Text) : PrintedBlock;

    /// <summary>A paragraph.</summary>
    public sealed record Paragraph(string Text) : PrintedBlock;

    /// <summary>A table.</summary>
    public sealed record Grid(PrintedTable Table) : PrintedBlock;
}
