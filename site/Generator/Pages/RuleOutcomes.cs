using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>How the relations of each rule were judged in all current reports: counted once, from what the archive keeps of every report.</summary>
public sealed class RuleOutcomes
{
    private static readonly CheckCounts None = new(0, 0, 0);

    private readonly Dictionary<CheckRule, CheckCounts> _totals = [];
    private readonly Dictionary<(CheckRule, string Edition), CheckCounts> _editions = [];
    private readonly SortedDictionary<(int Rule, int Year), CheckCounts> _years = [];

    public RuleOutcomes(ReportArchive archive)
    {
        foreach (var report in archive.Agencies.SelectMany(agency => agency.Current))
            foreach (var tally in report.Tallies)
            {
                Add(_totals, tally.Rule, tally);
                if (report.Edition is { } edition)
                    Add(_editions, (tally.Rule, edition.Id), tally);
                if (report.Year is { } year)
                    Add(_years, (tally.Rule.Place, year), tally);
            }
    }

    /// <summary>Over all reports.</summary>
    public CheckCounts Of(CheckRule rule) => _totals.GetValueOrDefault(rule, None);

    /// <summary>Over the reports of an edition.</summary>
    public CheckCounts Of(CheckRule rule, FormEdition edition) => _editions.GetValueOrDefault((rule, edition.Id), None);

    /// <summary>By year, the newest first; years in which there was nothing to judge are left out.</summary>
    public IEnumerable<(int Year, CheckCounts Counts)> ByYear(CheckRule rule) =>
        _years.Where(pair => pair.Key.Rule == rule.Place).Select(pair => (pair.Key.Year, pair.Value)).Reverse();

    private static void Add<TKey>(IDictionary<TKey, CheckCounts> counts, TKey key, RuleTally tally)
    {
        var known = counts.TryGetValue(key, out var former) ? former : None;
        counts[key] = new CheckCounts(known.Passed + tally.Passed, known.Failed + tally.Failed, known.NotAssessable + tally.NotAssessable);
    }
}
