namespace DisclosureArchive.Reports.Reading.Sheets;

/// <summary>A cell of a sheet with the rows and columns that it covers, counted among those that are shown.</summary>
/// <param name="Row">The first row.</param>
/// <param name="Column">The first column.</param>
/// <param name="LastRow">The last row.</param>
/// <param name="LastColumn">The last column.</param>
/// <param name="Text">What it shows; empty for a merged cell that shows nothing.</param>
/// <param name="IsText">It holds words, not a number.</param>
internal readonly record struct SheetCell(int Row, int Column, int LastRow, int LastColumn, string Text, bool IsText);
