using System.Collections.Immutable;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Archive;

/// <summary>Gives agencies the addresses that they and their reports had before, as far as nothing else stands there now.</summary>
internal static class FormerPlaces
{
    /// <param name="agencies">Is changed.</param>
    /// <param name="folders">Folded names of all folders under <c>agencies/</c>.</param>
    /// <returns>What was not taken.</returns>
    public static ImmutableArray<(string Path, Diagnostic Diagnostic)> Assign(IList<AgencyEntry> agencies, HashSet<string> folders)
    {
        var told = ImmutableArray.CreateBuilder<(string Path, Diagnostic Diagnostic)>();
        void Tell(string former, string problem) => told.Add((InputFinder.RegisterName, DiagnosticRules.FormerAddressRefused.For(InputFinder.RegisterName, former, problem)));

        for (var i = 0; i < agencies.Count; i++)
        {
            var keys = ImmutableArray.CreateBuilder<string>();
            foreach (var former in agencies[i].Register?.FormerIds ?? [])
                if (PathName.OfAgency(former) is var key && folders.Contains(PathName.Folded(key)))
                    Tell(former, $"agencies/{key}/ 下现有别的报告");
                else
                    keys.Add(key);
            agencies[i] = agencies[i] with { FormerKeys = keys.ToImmutable() };
        }

        if (agencies.All(agency => agency.Register is null or { FormerPages.IsEmpty: true }))
            return told.ToImmutable();
        var pages = agencies.SelectMany(agency => agency.Slugs.SelectMany(slug => agency.FormerKeys.Append(agency.Key).Select(key => PathName.Folded($"{key}/{slug}"))))
            .ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < agencies.Count; i++)
        {
            var agency = agencies[i];
            var taken = ImmutableArray.CreateBuilder<Reports.FormerPage>();
            foreach (var former in agency.Register?.FormerPages ?? [])
                if (!agency.Slugs.Contains(former.Slug))
                    Tell(former.ToString(), $"agencies/{agency.Key}/{former.Slug}.html 不存在");
                else if (!pages.Add(PathName.Folded(former.Address)))
                    Tell(former.ToString(), $"agencies/{former.Address}.html 现有别的报告，或者已经指向别的报告");
                else
                    taken.Add(former);
            agencies[i] = agency with { FormerPages = taken.ToImmutable() };
        }

        return told.ToImmutable();
    }
}
