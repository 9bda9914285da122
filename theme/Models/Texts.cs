using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>What the archive is, how it was made, how to help.</summary>
/// <param name="Editions">The editions of the form.</param>
/// <param name="States">The states of a figure.</param>
/// <param name="Crosswalk">How the editions correspond.</param>
/// <param name="Rules">The rules that figures are checked by.</param>
/// <param name="DataPage">Link to the data files.</param>
/// <param name="ChecksPage">Link to what failed.</param>
/// <param name="GlossaryPage">Link to the words, explained.</param>
/// <param name="ContributePage">Link to the page that takes reports.</param>
public sealed record About(
    Frame Frame, ImmutableArray<EditionLine> Editions, ImmutableArray<LegendEntry> States, ImmutableArray<CrosswalkRow> Crosswalk, ImmutableArray<RuleLine> Rules,
    string DataPage, string ChecksPage, string GlossaryPage, string ContributePage);

/// <summary>An edition of the form.</summary>
/// <param name="LegalBasis">The document that prescribes it, in Chinese.</param>
/// <param name="Reports">How many current reports use it.</param>
public sealed record EditionLine(string Id, string Label, string LegalBasis, int Reports);

/// <summary>A matter that the editions of the form report on.</summary>
/// <param name="Form2008">Its rows in the statistics sheet, each with its place in the glossary; empty for none.</param>
/// <param name="Form2019">Its rows or columns in the form of 2019.</param>
/// <param name="Form2021">The same of the form of 2021.</param>
/// <param name="AreSame">Whether the forms of 2019 and 2021 have the same of it.</param>
/// <param name="Comparable">Between which editions its figures may be compared.</param>
/// <param name="Remark">What sets them apart.</param>
public sealed record CrosswalkRow(
    ImmutableArray<Link> Form2008, ImmutableArray<Link> Form2019, ImmutableArray<Link> Form2021, bool AreSame, string Comparable, string Remark);

/// <summary>A rule that figures are checked by.</summary>
/// <param name="Rule">Its page.</param>
/// <param name="Says">What it says.</param>
public sealed record RuleLine(Link Rule, string Says);

/// <summary>What there is to take away.</summary>
/// <param name="Parts">The data files, those for one purpose together.</param>
/// <param name="GlossaryPage">Link to the words, explained.</param>
/// <param name="ApiPage">Link to the addresses, explained.</param>
/// <param name="DictionaryPage">Link to the columns and cells, explained.</param>
public sealed record DataFiles(Frame Frame, ImmutableArray<DataFilePart> Parts, string GlossaryPage, string ApiPage, string DictionaryPage);

/// <summary>Data files for one purpose.</summary>
/// <param name="Id">Its anchor; its words are <c>data.part.</c> and this.</param>
public sealed record DataFilePart(string Id, ImmutableArray<DataFileLine> Files);

/// <summary>A data file.</summary>
/// <param name="Meaning">What it holds; may be empty.</param>
/// <param name="Size">How long it is, for people: 12.3 MB; empty for a pattern of addresses.</param>
/// <param name="Bytes">The same in bytes.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
public sealed record DataFileLine(Link File, string Meaning, string Size, long Bytes, string Sha256);

/// <summary>What each column of the data and each cell of the forms means.</summary>
/// <param name="Tables">The tables of the data.</param>
/// <param name="Cells">The cells of the forms, an edition's table each.</param>
/// <param name="File">The same as a table to take away.</param>
public sealed record DataDictionary(Frame Frame, ImmutableArray<DictionaryTable> Tables, ImmutableArray<DictionaryForm> Cells, Link File);

/// <summary>A table of the data.</summary>
/// <param name="Key">The columns that name a row; empty if there are none.</param>
public sealed record DictionaryTable(string Id, string Label, string Meaning, string Key, ImmutableArray<DictionaryColumn> Columns);

/// <summary>A column of a table of the data.</summary>
/// <param name="Type">What it holds, in words.</param>
public sealed record DictionaryColumn(string Name, string Type, string Label, string Meaning);

/// <summary>A table of an edition of the form.</summary>
public sealed record DictionaryForm(string Id, string Label, ImmutableArray<DictionaryCell> Cells);

/// <summary>A cell of a form.</summary>
/// <param name="Name"><c>table.row.column</c>.</param>
/// <param name="Row">The form’s words for its row, with those it stands under, and the link to what the glossary says of it.</param>
/// <param name="Column">The form's words for its column; empty if there is only one.</param>
public sealed record DictionaryCell(string Name, Link Row, string Column, string Article, string Unit);

/// <summary>The page for addresses that do not exist. Where the archive's own address is not known it has no links, since it is shown at any depth.</summary>
public sealed record NotFound(Frame Frame);
