using System.Collections.Frozen;
using System.Collections.Immutable;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Theme;

namespace DisclosureArchive.Generator.Pages;

/// <summary>A row, column or heading of the forms, in all editions that have it.</summary>
/// <param name="Id">Its anchor in the glossary, such as <c>requests.refused.state_secret</c>.</param>
/// <param name="Editions">Oldest first, with the label that each gives it.</param>
/// <param name="IsColumn">Whether it stands over a column.</param>
/// <param name="IsGroup">Whether it is a heading without figures of its own.</param>
public sealed record FormTerm(string Id, ImmutableArray<(FormEdition Edition, FormLabel Label)> Editions, bool IsColumn, bool IsGroup)
{
    /// <summary>As the newest edition has it.</summary>
    public FormLabel Label => Editions[^1].Label;

    /// <summary>What an edition calls it, as printed; what the newest does if none is given.</summary>
    public string LabelIn(Words words, FormEdition? edition = null)
    {
        var label = edition is null ? Label : Editions.First(pair => pair.Edition == edition).Label;
        return words.IsEnglish ? label.LabelEnglish : label.NumberedLabel;
    }
}

/// <summary>The words of all editions' tables, each once.</summary>
public static class FormTerms
{
    /// <summary>By table, the newest edition's first, in the order of the newest edition; what only older ones have, behind what it follows there.</summary>
    public static readonly ImmutableArray<(FormTable Table, ImmutableArray<FormTerm> Terms)> All =
        [.. Editions.All.Reverse().SelectMany(edition => edition.Tables).GroupBy(table => table.Id).Select(table => (table.First(), Merge([.. table])))];

    private static readonly FrozenDictionary<string, FormTerm> ById = All.SelectMany(table => table.Terms).ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);

    /// <summary>The term of an anchor.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static FormTerm Get(string id) => ById[id];

    /// <summary>What the newest edition that has it calls a row or a column, by table and the id that cells have.</summary>
    private static readonly FrozenDictionary<(string Table, string Id), string> Labels = Editions.All.Reverse()
        .SelectMany(edition => edition.Tables).SelectMany(table => table.Rows.Concat<FormLabel>(table.Columns).Select(label => ((table.Id, label.Id), label.Label)))
        .DistinctBy(pair => pair.Item1).ToFrozenDictionary(pair => pair.Item1, pair => pair.Label);

    /// <summary>The label of a row or a column; its id if no edition has it.</summary>
    public static string LabelOf(string table, string id) => Labels.GetValueOrDefault((table, id), id);

    private static ImmutableArray<FormTerm> Merge(ImmutableArray<FormTable> newestFirst)
    {
        var order = new List<string>();
        var terms = new Dictionary<string, FormTerm>(StringComparer.Ordinal);
        foreach (var table in newestFirst)
        {
            var place = -1;
            foreach (var (label, isColumn, isGroup) in LabelsOf(table))
            {
                var id = Routes.Term(table, label);
                var edition = (Editions.Get(table.Edition), label);
                if (terms.TryGetValue(id, out var known))
                {
                    // A column may stand under several groups of one edition.
                    if (known.Editions[0].Edition != edition.Item1)
                        terms[id] = known with { Editions = known.Editions.Insert(0, edition) };
                    place = Math.Max(place, order.IndexOf(id));
                    continue;
                }

                terms.Add(id, new FormTerm(id, [edition], isColumn, isGroup));
                order.Insert(++place, id);
            }
        }

        return [.. order.Select(id => terms[id])];
    }

    /// <summary>Rows with the headings above them, then columns with theirs, as the form prints them.</summary>
    private static IEnumerable<(FormLabel Label, bool IsColumn, bool IsGroup)> LabelsOf(FormTable table)
    {
        var seen = new HashSet<FormLabel>(ReferenceEqualityComparer.Instance);
        foreach (var row in table.Rows)
        {
            foreach (var group in Above(row, table.Groups).Reverse())
                if (seen.Add(group))
                    yield return (group, false, true);
            yield return (row, false, false);
        }

        foreach (var column in table.Columns)
        {
            foreach (var group in Above(column, table.ColumnGroups).Reverse())
                if (seen.Add(group))
                    yield return (group, true, true);
            yield return (column, true, false);
        }

        // A row of the sheet may belong to another row, which belongs to a group.
        IEnumerable<FormLabel> Above(FormLabel label, ImmutableArray<FormLabel> groups)
        {
            for (var parent = label.Parent; parent is not null;)
            {
                var group = groups.FirstOrDefault(group => group.Id == parent);
                if (group is not null)
                    yield return group;
                parent = (group ?? table.Rows.FirstOrDefault(row => row.Alias == parent))?.Parent;
            }
        }
    }
}
