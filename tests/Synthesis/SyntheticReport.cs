using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Forms;

namespace DisclosureArchive.Synthesis;

/// <summary>A made-up report before it is printed: what a reader must find again in every layout.</summary>
/// <param name="Agency">Full name of the body.</param>
/// <param name="Year">The year reported on.</param>
/// <param name="Edition">The form that it follows.</param>
/// <param name="Figures">Every cell of the edition; empty for a report without tables.</param>
/// <param name="Sections">The prose, in the order of the edition; the first is the preamble and has no heading.</param>
/// <param name="Published">The date below the signature.</param>
/// <param name="IsAnonymous">Whether the report leaves out its agency, as pages scraped from the web do.</param>
public sealed record SyntheticReport(
    string Agency,
    int Year,
    FormEdition Edition,
    ImmutableDictionary<CellName, decimal> Figures,
    ImmutableArray<SyntheticSection> Sections,
    DateOnly Published,
    bool IsAnonymous = false)
{
    /// <summary>A consistent report: every relation of the edition holds.</summary>
    /// <param name="before">Figures of the year before, or null: its requests carried over are carried in here.</param>
    /// <param name="size">How much the body has to do: 1 for a township, 5 for a county.</param>
    public static SyntheticReport Make(
        string agency, int year, FormEdition edition, SplitMix random,
        ImmutableDictionary<CellName, decimal>? before = null, int size = 1)
    {
        var figures = FigureSynthesis.Make(edition, random, before, size);
        return new SyntheticReport(
            agency, year, edition, figures, ProseSynthesis.Make(agency, year, edition, figures, random),
            new DateOnly(year + 1, 1, random.Between(6, 31)));
    }

    /// <summary>The same with one relation of the form broken: the whole on its left is one too many.</summary>
    public SyntheticReport Breaking(FormRelation relation, string rowOrColumn)
    {
        var cell = relation.Scope switch
        {
            RelationScope.EachColumn => new CellName(relation.Table, relation.Left[0], rowOrColumn),
            RelationScope.EachRow => new CellName(relation.Table, rowOrColumn, relation.Left[0]),
            _ => new CellName(relation.Table, relation.Left[0], "value"),
        };
        return this with { Figures = Figures.SetItem(cell, Figures[cell] + 1) };
    }
}

/// <summary>A section of prose.</summary>
/// <param name="Heading">Its heading as the form prints it; empty for the preamble.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
/// <param name="Table">Id of the statutory table that follows its prose, or null.</param>
public sealed record SyntheticSection(string Heading, ImmutableArray<string> Paragraphs, string? Table = null);
