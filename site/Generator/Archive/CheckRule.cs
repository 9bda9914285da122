using System.Collections.Immutable;
using DisclosureArchive.Reports.Checks;

namespace DisclosureArchive.Generator.Archive;

/// <summary>A rule that figures are checked by: it makes one relation a column or row, a table, or a report.</summary>
/// <param name="Id">What its relations' ids begin with, such as <c>requests.balance</c>; also names its page.</param>
/// <param name="Place">Its place among <see cref="All"/>.</param>
public sealed record CheckRule(string Id, int Place)
{
    /// <summary>All rules in the order of the form; those between two reports, or of the text, last.</summary>
    public static readonly ImmutableArray<CheckRule> All =
    [
        .. new[]
        {
            "requests.balance", "requests.results_sum", "requests.row_total", "disputes.row_total", "statistics_2008.sum",
            Finding.CarryOver,
        }.Concat(TextChecker.Relations.Select(relation => relation.Id)).Select((id, place) => new CheckRule(id, place)),
    ];

    /// <summary>The rule that a relation follows.</summary>
    /// <param name="relation">Its id, such as <c>requests.balance.total</c>.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static CheckRule Of(string relation)
    {
        foreach (var rule in All)
            if (relation.StartsWith(rule.Id, StringComparison.Ordinal))
                return rule;
        throw new ArgumentException($"No rule makes a relation {relation}.", nameof(relation));
    }
}

/// <summary>How the relations of a rule were judged in a report.</summary>
public readonly record struct RuleTally(CheckRule Rule, int Passed, int Failed, int NotAssessable)
{
    /// <summary>One tally for each rule that has relations among these.</summary>
    public static ImmutableArray<RuleTally> Of(ImmutableArray<Finding> findings)
    {
        Span<int> counts = stackalloc int[CheckRule.All.Length * 3];
        foreach (var finding in findings)
            counts[(CheckRule.Of(finding.Relation).Place * 3) + (int)finding.Status]++;

        var tallies = ImmutableArray.CreateBuilder<RuleTally>();
        foreach (var rule in CheckRule.All)
        {
            var tally = new RuleTally(
                rule, counts[(rule.Place * 3) + (int)FindingStatus.Passed], counts[(rule.Place * 3) + (int)FindingStatus.Failed], counts[(rule.Place * 3) + (int)FindingStatus.NotAssessable]);
            if (tally.Passed + tally.Failed + tally.NotAssessable > 0)
                tallies.Add(tally);
        }

        return tallies.ToImmutable();
    }
}
