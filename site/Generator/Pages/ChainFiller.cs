using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the chain of what an agency's reports carry over from year to year.</summary>
/// <param name="path">The page that shows it.</param>
/// <param name="charts">Finds the figures.</param>
public sealed class ChainFiller(string path, Terms terms, ChartFiller charts)
{
    /// <summary>The links of the chain, newest first: each two reports that follow each other, of which one at least has the table.</summary>
    public ImmutableArray<ChainLink> Fill(ImmutableArray<AgencyYear> years)
    {
        ImmutableArray<AgencyYear> reported = [.. years.Where(year => year.Report is not null)];
        return
        [
            .. reported.Zip(reported.Skip(1))
                .Where(pair => pair.First.Table("requests") is not null || pair.Second.Table("requests") is not null)
                .Select(pair => Fill(pair.First, pair.Second)).Reverse(),
        ];
    }

    private ChainLink Fill(AgencyYear earlier, AgencyYear later)
    {
        var carriedOut = charts.Figure(earlier, new CellName("requests", "carried_out", "total"));
        var carriedIn = charts.Figure(later, new CellName("requests", "carried_in", "total"));
        var (state, says) = Compare(earlier.Year, carriedOut.Value, later.Year, carriedIn.Value);
        var columns = later.Entry!.CarryOver.Count(finding => finding.Status == FindingStatus.Failed && finding.Relation != "carry_over.total");
        return new ChainLink(
            terms.Words["chain.years", earlier.Year, later.Year], carriedOut, carriedIn, state, says,
            columns == 0 ? null : new Link(terms.Words.Count("chain.columns", columns), Routes.Link(path, Routes.Report(later.Entry), "checks")));
    }

    private (ChainState State, string Says) Compare(int earlier, decimal? carriedOut, int later, decimal? carriedIn)
    {
        var words = terms.Words;
        if (later - earlier > 1)
            return (ChainState.Gap, words["chain.gap", words.List(Enumerable.Range(earlier + 1, later - earlier - 1).Select(year => $"{year}"))]);
        if (carriedOut is not { } before || carriedIn is not { } after)
            return (ChainState.NotAssessable, words["chain.not_assessable"]);
        return before == after
            ? (ChainState.Equal, words["chain.equal"])
            : (ChainState.Unequal, words["chain.unequal", Numbers.Text(Math.Abs(before - after))]);
    }
}
