using System.Collections.Immutable;

namespace DisclosureArchive.Theme.Models;

/// <summary>What the archive is, how it was made, how to help.</summary>
/// <param name="Editions">The editions of the form.</param>
/// <param name="States">The states of a figure.</param>
/// <param name="Rules">The relations that are checked: id and meaning.</param>
public sealed record About(
    Frame Frame, ImmutableArray<EditionLine> Editions, ImmutableArray<LegendEntry> States, ImmutableArray<RuleLine> Rules, string DataPage, string ChecksPage);

/// <summary>An edition of the form.</summary>
/// <param name="Reports">How many current reports use it.</param>
public sealed record EditionLine(string Id, string Label, string LegalBasis, int Reports);

/// <summary>A relation that is checked.</summary>
public sealed record RuleLine(string Id, string Label, string Editions);

/// <summary>What there is to take away.</summary>
/// <param name="Files">The data files.</param>
/// <param name="Figures">The figures by year.</param>
public sealed record DataFiles(Frame Frame, ImmutableArray<DataFileLine> Files, ImmutableArray<Link> Figures);

/// <summary>A data file.</summary>
public sealed record DataFileLine(Link File, string Meaning);

/// <summary>The page for addresses that do not exist.</summary>
public sealed record NotFound(Frame Frame);
