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
}
