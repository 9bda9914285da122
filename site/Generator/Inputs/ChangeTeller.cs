using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Checking;
using DisclosureArchive.Reports;

namespace DisclosureArchive.Generator.Inputs;

/// <summary>Tells from changed files what happened to reports.</summary>
/// <param name="commits">Changed files, newest first, each with the path that it has now.</param>
internal sealed class ChangeTeller(ReportArchive archive, IReadOnlyList<(CommittedChange Commit, string Now)> commits, GitRepository git)
{
    private readonly Dictionary<string, (AgencyEntry Agency, int? Year, string Page, bool IsMain)> _places = PlacesOf(archive);
    private readonly Dictionary<string, byte[]> _sidecars = git.Blobs(
        commits.Where(commit => SidecarReader.IsSidecar(commit.Commit.Path)).SelectMany(commit => (string[])[commit.Commit.Before, commit.Commit.After]).Where(hash => hash.AsSpan().ContainsAnyExcept('0')));

    /// <summary>Newest day first; what happened on one day in the order of the commits, newest first, then by path.</summary>
    public ImmutableArray<ArchiveChange> Tell()
    {
        var told = new List<(int Commit, ArchiveChange Change)>();
        var seen = new HashSet<(string, int?)>();
        // From the oldest, since a report is a revision if there was one before it.
        foreach (var commit in commits.GroupBy(change => change.Commit.Commit).OrderByDescending(commit => commit.Key))
        {
            var reports = commit.Where(change => InputFinder.IsReportPath(change.Commit.Path)).ToList();
            var added = reports.Where(change => change.Commit.Change == FileChange.Added).ToList();
            var came = new List<(string, int?)>();
            foreach (var (change, now) in reports)
                if (Told(change, now, added, seen, came) is { } kind)
                    told.Add((commit.Key, Make(change, now, kind, kind == ChangeKind.Renamed ? change.Former! : "")));
            seen.UnionWith(came);
            foreach (var (change, now) in commit.Where(change => SidecarReader.IsSidecar(change.Commit.Path) && InputFinder.IsReportPath(SidecarReader.ReportOf(change.Commit.Path))))
            {
                var report = SidecarReader.ReportOf(change.Path);
                var (before, after) = (Read(change.Before), Read(change.After));
                if (after.Withdrawal is { } withdrawal && before.Withdrawal is null)
                    told.Add((commit.Key, Make(change, now, ChangeKind.Withdrawn, withdrawal.Reason)));
                else if (change.Change != FileChange.Deleted && !added.Exists(other => other.Commit.Path == report) && (IsCorrected(before, after) || (before.Withdrawal is not null && after.Withdrawal is null)))
                    told.Add((commit.Key, Make(change, now, ChangeKind.Corrected, string.Join('；', after.Corrections.Except(before.Corrections).Select(correction => correction.Reason).Distinct()))));
            }
        }

        return
        [
            .. told.OrderByDescending(change => change.Change.Date).ThenBy(change => change.Commit).ThenBy(change => change.Change.Path, StringComparer.Ordinal).ThenBy(change => change.Change.Kind)
                .Select(change => change.Change),
        ];
    }

    private ChangeKind? Told(
        CommittedChange change, string now, List<(CommittedChange Commit, string Now)> added, HashSet<(string, int?)> seen, List<(string, int?)> came)
    {
        switch (change.Change)
        {
            case FileChange.Added:
                if (!_places.TryGetValue(now, out var place) || place.Agency.IsUnidentified)
                    return ChangeKind.Added;
                came.Add((place.Agency.Key, place.Year));
                // Of several files of one report that came together the main one is told.
                return seen.Contains((place.Agency.Key, place.Year)) ? ChangeKind.Revised
                    : place.IsMain || !added.Exists(other => other.Now != now && _places.TryGetValue(other.Now, out var same) && same.Page == place.Page) ? ChangeKind.Added
                    : null;
            case FileChange.Deleted:
                // Whose sidecar says that it was withdrawn is told of there; what came in its place in another container is a revision.
                return _places.ContainsKey(now) || added.Exists(other => StemOf(other.Commit.Path) == StemOf(change.Path)) ? null : ChangeKind.Withdrawn;
            default:
                // Rights may change, too; that is nothing to tell of.
                return change.Former is not null ? ChangeKind.Renamed : change.Before == change.After ? null : ChangeKind.Revised;
        }
    }

    private static bool IsCorrected(Sidecar before, Sidecar after) =>
        !before.Corrections.SequenceEqual(after.Corrections) || FiguresOf(before) != FiguresOf(after);

    private static string FiguresOf(Sidecar sidecar) => sidecar.Transcription is not { } transcription
        ? ""
        : string.Join('\n', transcription.Lines.Select(line => $"{line.Name}: {string.Join('|', line.Values.Select(value => value.Text))}"));

    private static string StemOf(string path) => path[..^Path.GetExtension(path).Length];

    private Sidecar Read(string hash) =>
        _sidecars.TryGetValue(hash, out var content) ? SidecarReader.Read("", content, out _) : Sidecar.None;

    private ArchiveChange Make(CommittedChange change, string now, ChangeKind kind, string reason)
    {
        var (path, report) = SidecarReader.IsSidecar(change.Path) ? (SidecarReader.ReportOf(change.Path), SidecarReader.IsSidecar(now) ? SidecarReader.ReportOf(now) : now) : (change.Path, now);
        return _places.TryGetValue(report, out var place)
            ? new ArchiveChange(change.Date, kind, path, place.Agency.IsUnidentified ? null : place.Agency, place.Year, place.Page, reason)
            : new ArchiveChange(change.Date, kind, path, null, null, null, reason);
    }

    private static Dictionary<string, (AgencyEntry, int?, string, bool)> PlacesOf(ReportArchive archive)
    {
        var places = new Dictionary<string, (AgencyEntry, int?, string, bool)>(StringComparer.Ordinal);
        foreach (var agency in archive.Agencies)
        {
            foreach (var entry in agency.Reports)
                foreach (var source in entry.Sources)
                    places[source.Path] = (agency, entry.Year, ReportPaths.Page(entry), source == entry.Source);
            foreach (var entry in agency.Withdrawn)
                places[entry.Report.Path] = (agency, entry.Report.Year, entry.Page, true);
        }

        return places;
    }
}
