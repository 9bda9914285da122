using System.Collections.Immutable;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>
/// Which bodies of the register took over from which: what the columns <c>predecessor</c> and <c>successor</c> say. One side is enough:
/// if A names B as its successor, A is B's predecessor.
/// </summary>
internal sealed class Successions
{
    // Pairs in the order in which they were declared; a pair may be declared from both sides.
    private readonly List<(int Row, string Field, string Of, string Before, string After)> _declared = [];

    /// <summary>Takes what a row says of a body.</summary>
    public void Declare(int row, string id, string[] predecessors, string[] successors)
    {
        foreach (var before in predecessors)
            _declared.Add((row, "predecessor", id, before, id));
        foreach (var after in successors)
            _declared.Add((row, "successor", id, id, after));
    }

    /// <summary>The bodies with their predecessors and successors. What names no other body of the register, or leads in a circle, is told and left out.</summary>
    public ImmutableArray<Agency> Apply(ImmutableArray<Agency> agencies, Action<string> tell)
    {
        if (_declared.Count == 0)
            return agencies;
        var place = agencies.Select((agency, i) => (agency.Id, i)).ToDictionary(agency => agency.Id, agency => agency.i, StringComparer.Ordinal);
        var pairs = new HashSet<(int Before, int After)>();
        foreach (var (row, field, of, before, after) in _declared)
        {
            var other = field == "predecessor" ? before : after;
            if (other == of)
                tell($"第{row}行（{of}）的 {field} 写的是它自己");
            else if (!place.ContainsKey(other))
                tell($"第{row}行（{of}）的 {field}“{other}”不是名录中的 id");
            else
                pairs.Add((place[before], place[after]));
        }

        var circular = Circular(pairs);
        if (circular.Count > 0)
        {
            tell($"{string.Join("、", circular.SelectMany(pair => new[] { pair.Before, pair.After }).Distinct().Order().Take(10).Select(i => agencies[i].Id))} 互为前身与后继，首尾相接成了圈");
            pairs.ExceptWith(circular);
        }

        RelatedAgency Related(int i) => new(agencies[i].Id, agencies[i].Name);
        var predecessors = pairs.ToLookup(pair => pair.After, pair => pair.Before);
        var successors = pairs.ToLookup(pair => pair.Before, pair => pair.After);
        return [.. agencies.Select((agency, i) => agency with
        {
            Predecessors = [.. predecessors[i].Order().Select(Related)],
            Successors = [.. successors[i].Order().Select(Related)],
        })];
    }

    /// <summary>The pairs that lie on a circle, or between two: what is left when bodies without a predecessor, then those without a successor, are taken away again and again.</summary>
    private static HashSet<(int Before, int After)> Circular(HashSet<(int Before, int After)> pairs)
    {
        var left = WithoutEnds([.. pairs.Select(pair => (pair.Before, pair.After))]);
        return [.. WithoutEnds([.. left.Select(pair => (pair.To, pair.From))]).Select(pair => (pair.To, pair.From))];
    }

    private static List<(int From, int To)> WithoutEnds(List<(int From, int To)> pairs)
    {
        var incoming = pairs.CountBy(pair => pair.To).ToDictionary();
        var outgoing = pairs.ToLookup(pair => pair.From);
        var ends = new Queue<int>(outgoing.Select(pair => pair.Key).Where(body => !incoming.ContainsKey(body)));
        var gone = new HashSet<int>(ends);
        while (ends.TryDequeue(out var body))
            foreach (var (_, next) in outgoing[body])
                if (--incoming[next] == 0)
                {
                    gone.Add(next);
                    ends.Enqueue(next);
                }

        return [.. pairs.Where(pair => !gone.Contains(pair.From))];
    }
}
