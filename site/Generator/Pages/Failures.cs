using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Pages;

/// <summary>
/// What failed or needs a look in all current reports, gathered once for the pages that show it: only reports with such are loaded, and of
/// each kind only the first are kept.
/// </summary>
public sealed class Failures
{
    /// <summary>How many of a kind are kept.</summary>
    public const int Kept = 100;

    /// <summary>A failed relation with its report.</summary>
    public sealed record Failure(AgencyEntry Agency, ReportEntry Entry, Finding Finding);

    /// <summary>A diagnostic with its report, or with the path of another input file.</summary>
    public sealed record Concern(AgencyEntry? Agency, ReportEntry? Entry, string Path, Diagnostic Diagnostic);

    /// <summary>The first of a kind.</summary>
    /// <param name="Count">How many there are in all.</param>
    public sealed record First<T>(int Count, ImmutableArray<T> Items);

    private readonly ReportArchive _archive;
    private readonly IReportStore _store;
    private readonly Lazy<(IReadOnlyDictionary<CheckRule, First<Failure>>, IReadOnlyList<First<Concern>>)> _gathered;

    public Failures(ReportArchive archive, IReportStore store)
    {
        _archive = archive;
        _store = store;
        _gathered = new(Gather);
    }

    /// <summary>By rule; rules without failures are not in it.</summary>
    public IReadOnlyDictionary<CheckRule, First<Failure>> Relations => _gathered.Value.Item1;

    /// <summary>By code, the worst first. Failed relations are not among them, nor what is only good to know.</summary>
    public IReadOnlyList<First<Concern>> Concerns => _gathered.Value.Item2;

    private (IReadOnlyDictionary<CheckRule, First<Failure>>, IReadOnlyList<First<Concern>>) Gather()
    {
        var relations = new Dictionary<CheckRule, (int Count, List<Failure> Items)>();
        var concerns = new SortedDictionary<string, (int Count, List<Concern> Items)>(StringComparer.Ordinal);
        foreach (var (path, diagnostic) in _archive.Diagnostics)
            Note(new Concern(null, null, path, diagnostic));
        foreach (var agency in _archive.Agencies)
            foreach (var entry in agency.Current.Where(entry => entry.Failed > 0 || entry.Worst >= Severity.Warning))
            {
                var report = _store.Load(entry);
                foreach (var finding in report.Findings.Concat(entry.CarryOver).Where(finding => finding.Status == FindingStatus.Failed))
                    Keep(relations, CheckRule.Of(finding.Relation), new Failure(agency, entry, finding));
                foreach (var diagnostic in report.Diagnostics.Concat(entry.Added))
                    Note(new Concern(agency, entry, "", diagnostic));
            }

        return (
            relations.ToDictionary(rule => rule.Key, rule => new First<Failure>(rule.Value.Count, [.. rule.Value.Items])),
            [.. concerns.Values.OrderByDescending(code => code.Items[0].Diagnostic.Severity).Select(code => new First<Concern>(code.Count, [.. code.Items]))]);

        void Note(Concern concern)
        {
            if (concern.Diagnostic.Severity >= Severity.Warning && concern.Diagnostic.Code != DiagnosticRules.CheckFailed.Code)
                Keep(concerns, concern.Diagnostic.Code, concern);
        }
    }

    private static void Keep<TKey, T>(IDictionary<TKey, (int Count, List<T> Items)> kinds, TKey kind, T item)
    {
        var (count, items) = kinds.TryGetValue(kind, out var known) ? known : (0, []);
        if (items.Count < Kept)
            items.Add(item);
        kinds[kind] = (count + 1, items);
    }
}
