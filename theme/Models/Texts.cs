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
/// <param name="Files">The data files.</param>
/// <param name="Figures">The figures by year.</param>
/// <param name="GlossaryPage">Link to the words, explained.</param>
/// <param name="ApiPage">Link to the addresses, explained.</param>
public sealed record DataFiles(Frame Frame, ImmutableArray<DataFileLine> Files, ImmutableArray<Link> Figures, string GlossaryPage, string ApiPage);

/// <summary>A data file.</summary>
public sealed record DataFileLine(Link File, string Meaning);

/// <summary>The page for addresses that do not exist. Where the archive's own address is not known it has no links, since it is shown at any depth.</summary>
public sealed record NotFound(Frame Frame);
