using System.Collections.Immutable;

namespace DisclosureArchive.Reports.Documents;

/// <summary>One block of a document, in reading order: a <see cref="Heading"/>, a <see cref="Paragraph"/> or a <see cref="Table"/>.</summary>
public abstract record Block(SourceLocation Location);

/// <summary>A line that the source itself marks as a heading (a Word heading style, <c>h1</c>–<c>h6</c>, <c>#</c>).</summary>
/// <param name="Level">1 to 6 as the source gives it; sources often give it wrongly, so nothing may rest on it.</param>
public sealed record Heading(string Text, int Level, SourceLocation Location) : Block(Location);

/// <summary>A paragraph of plain text; line breaks inside are kept as <c>\n</c>.</summary>
public sealed record Paragraph(string Text, SourceLocation Location) : Block(Location);

/// <summary>How far the cells of a table can be trusted to stand in their columns.</summary>
public enum TableShape
{
    /// <summary>The source states its rows, cells and spans (docx, html): cells stand in their columns.</summary>
    Grid,

    /// <summary>The source only lists the cells of a row in order; merged cells may be empty, repeated or left out (plain text).</summary>
    Ragged,
}

/// <summary>A table as the source gives it.</summary>
public sealed record Table(ImmutableArray<TableRow> Rows, TableShape Shape, SourceLocation Location) : Block(Location);

/// <summary>One row of a <see cref="Table"/>: the cells that begin in it, from left to right. A cell that a span from above covers is not listed.</summary>
public sealed record TableRow(ImmutableArray<Cell> Cells, SourceLocation Location);

/// <summary>One cell of a table.</summary>
/// <param name="Text">Its text, paragraphs parted by <c>\n</c>; superscripts as Unicode superscripts (<c>¹</c>); never null.</param>
/// <param name="Location">Where it stood.</param>
/// <param name="ColumnSpan">How many columns it covers, at least 1; always 1 in a ragged table.</param>
/// <param name="RowSpan">How many rows it covers, at least 1; always 1 in a ragged table.</param>
public sealed record Cell(string Text, SourceLocation Location, int ColumnSpan = 1, int RowSpan = 1);
