using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;

namespace DisclosureArchive.Generator.Checking;

/// <summary>
/// <c>check --changed BASE</c>: what concerns the files that a branch adds, changes or deletes. Reports that are judged together with them are
/// their neighbours: the other files of the same agency and year, and its next report, for carry-over and gaps. Where a file was changed or deleted,
/// the neighbours of what it was count as well.
/// </summary>
internal static class BranchCheck
{
    /// <param name="folder">The input folder.</param>
    /// <param name="baseRevision">What the branch is compared with.</param>
    /// <param name="nameOf">What the user would call a file, given its path in the input folder.</param>
    /// <param name="read">Reads an input folder, told whether it is the whole of it.</param>
    public static CheckResult Run(string folder, string baseRevision, Func<string, string> nameOf, Func<InputFolder, bool, InputReading> read, CancellationToken cancel)
    {
        var git = GitRepository.Of(folder, cancel);
        var mergeBase = git.MergeBase(git.Commit(baseRevision));
        var changes = git.ChangesSince(mergeBase);
        ImmutableArray<string> Of(FileChange change) => [.. changes.Where(file => file.Value == change).Select(file => file.Key)];
        var changed = new ChangedFiles(baseRevision, mergeBase, Of(FileChange.Added), Of(FileChange.Modified), Of(FileChange.Deleted), nameOf);

        var input = InputFinder.InFolder(folder);
        var reading = read(input, true);
        using var files = reading.Store;
        var store = new JoinedReports(reading);
        var archive = ArchiveAssembler.Assemble(reading.Input, store.Summaries);
        var check = new ReportCheck(archive, store, nameOf);

        var reports = changed.All.Select(ChangedFiles.ReportOf).ToHashSet(StringComparer.Ordinal);
        var own = archive.Reports.Where(entry => entry.Sources.Any(source => reports.Contains(source.Path))).ToHashSet();
        var touched = own.Select(PlaceOf).Concat(FormerPlaces(git, mergeBase, changed, read)).OfType<(string Agency, int Year)>().ToLookup(place => place.Agency, place => place.Year);
        var neighbours = archive.Agencies.Where(agency => touched.Contains(agency.Key)).SelectMany(agency => NeighboursIn(agency, touched[agency.Key].ToHashSet())).Where(neighbour => !own.Contains(neighbour.Entry));

        ImmutableArray<CheckedReport> told =
        [
            .. own.Select(entry => check.Whole(entry, withGaps: true))
                .Concat(neighbours.Select(neighbour => check.AsNeighbour(neighbour.Entry, neighbour.IsOfSameYear)).Where(neighbour => !neighbour.Remarks.IsEmpty))
                .OrderBy(report => report.IsNeighbour).ThenBy(report => report.Files[0], StringComparer.Ordinal),
        ];
        var known = input.Files.SelectMany(file => new[] { file.Path, file.Path + SidecarReader.Extension })
            .Concat(archive.Diagnostics.Select(said => said.Path)).Append(InputFinder.SettingsName).Append(InputFinder.RegisterName).ToHashSet(StringComparer.Ordinal);
        return new CheckResult(
            told,
            check.OfArchive(path => changes.ContainsKey(path) || reports.Contains(path) || changes.ContainsKey(ChangedFiles.ReportOf(path))),
            changed with { Ignored = [.. changed.Added.Concat(changed.Modified).Where(path => !known.Contains(path))] });
    }

    /// <summary>The reports that are judged together with those of some years: those of the same years, and the next that there is.</summary>
    private static IEnumerable<(ReportEntry Entry, bool IsOfSameYear)> NeighboursIn(AgencyEntry agency, HashSet<int> years)
    {
        int? before = null;
        foreach (var year in agency.Reports.Where(report => report.Year is not null).GroupBy(report => report.Year!.Value).OrderBy(year => year.Key))
        {
            var isNext = years.Any(touched => touched < year.Key && (before is null || touched >= before));
            foreach (var entry in year)
                if (years.Contains(year.Key) || (isNext && entry.IsCurrent))
                    yield return (entry, years.Contains(year.Key));
            before = year.Key;
        }
    }

    private static (string Agency, int Year)? PlaceOf(ReportEntry entry) =>
        entry.Year is { } year && entry.AgencyKey != AgencyEntry.UnidentifiedKey ? (entry.AgencyKey, year) : null;

    /// <summary>Agency and year of what was changed or deleted, as it was.</summary>
    private static List<(string Agency, int Year)?> FormerPlaces(GitRepository git, string mergeBase, ChangedFiles changed, Func<InputFolder, bool, InputReading> read)
    {
        var former = changed.All.Except(changed.Added, StringComparer.Ordinal).Concat(changed.Added.Where(SidecarReader.IsSidecar)).Select(ChangedFiles.ReportOf)
            .SelectMany(path => new[] { path, path + SidecarReader.Extension }).Append(InputFinder.RegisterName).Append(InputFinder.SettingsName).ToHashSet(StringComparer.Ordinal);
        var folder = Directory.CreateTempSubdirectory("disclosure-archive-");
        try
        {
            git.Export(mergeBase, git.Prefix, folder.FullName, former.Contains);
            var reading = read(InputFinder.InFolder(folder.FullName), false);
            using var files = reading.Store;
            return [.. ArchiveAssembler.Assemble(reading.Input, new JoinedReports(reading).Summaries).Reports.Select(PlaceOf)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
