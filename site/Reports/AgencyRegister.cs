using System.Collections.Immutable;

namespace DisclosureArchive.Reports;

/// <summary>The agencies of an archive, found by id, name or alias.</summary>
public sealed class AgencyRegister
{
    public static readonly AgencyRegister Empty = new([]);

    private readonly Dictionary<string, Agency> _byName = new(StringComparer.Ordinal);

    /// <summary>Where two agencies share a name or alias, that name finds neither.</summary>
    public AgencyRegister(ImmutableArray<Agency> agencies)
    {
        Agencies = agencies;
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var agency in agencies)
            foreach (var name in agency.Aliases.Append(agency.Name).Append(agency.Id).Distinct())
                if (!_byName.TryAdd(name, agency))
                    shared.Add(name);
        foreach (var name in shared)
            _byName.Remove(name);
    }

    public ImmutableArray<Agency> Agencies { get; }

    /// <summary>The agency of this id, name or alias, or null.</summary>
    public Agency? Find(string nameOrId) => _byName.GetValueOrDefault(nameOrId);

    /// <summary>The agency that a report's name of it means: its name or alias, or the only registered name that ends with a name of four characters and more.</summary>
    public Agency? FindByName(string name)
    {
        if (Find(name) is { } known)
            return known;
        if (name.Length < 4)
            return null;
        var ending = Agencies.Where(agency => agency.Name.EndsWith(name, StringComparison.Ordinal)).Take(2).ToList();
        return ending.Count == 1 ? ending[0] : null;
    }
}
