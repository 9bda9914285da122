using System.Collections.Immutable;

namespace DisclosureArchive.Generator.Archive;

/// <summary>The agencies of a region.</summary>
/// <param name="Name">The region as the register has it; empty for agencies of which it is not known.</param>
/// <param name="Key">Its folder under <c>regions/</c>: the name made safe for every file system; empty for agencies of which it is not known.</param>
/// <param name="Agencies">Governments first, then departments, townships, others; by name of their folder.</param>
public sealed record RegionEntry(string Name, string Key, ImmutableArray<AgencyEntry> Agencies)
{
    /// <summary>All regions of an archive, ordinal; agencies of unknown region after them, the unidentified last and by themselves.</summary>
    public static ImmutableArray<RegionEntry> Of(ReportArchive archive)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal) { PathName.Folded("index.html") };
        string Key(string name)
        {
            var key = PathName.OfAgency(name);
            if (!folders.Add(PathName.Folded(key)))
                folders.Add(PathName.Folded(key = PathName.WithHash(key, name)));
            return key;
        }

        return
        [
            .. archive.Agencies
                .GroupBy(agency => (agency.IsUnidentified, Region: agency.Register?.Region ?? ""))
                .OrderBy(region => region.Key.IsUnidentified)
                .ThenBy(region => region.Key.Region.Length == 0)
                .ThenBy(region => region.Key.Region, StringComparer.Ordinal)
                .Select(region => new RegionEntry(
                    region.Key.Region, region.Key.Region.Length > 0 ? Key(region.Key.Region) : "", [.. region.OrderBy(agency => Place(AgencyRanks.Of(agency)))])),
        ];
    }

    private static int Place(AgencyRank rank) => rank switch
    {
        AgencyRank.Government => 0,
        AgencyRank.Department => 1,
        AgencyRank.Township => 2,
        _ => 3,
    };
}
