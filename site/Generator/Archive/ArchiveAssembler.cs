using System.Collections.Immutable;
using System.Globalization;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Archive;

/// <summary>Puts reports in their places: by agency and year, revisions told apart, gaps found, years compared.</summary>
public static class ArchiveAssembler
{
    /// <summary>The archive of these reports.</summary>
    public static ReportArchive Assemble(InputFolder input, ImmutableArray<ReportSummary> files)
    {
        ImmutableArray<ReportSummary> summaries = [.. files.Where(file => file.Withdrawal is null)];
        ImmutableArray<WithdrawnReport> withdrawn =
        [
            .. files.Where(file => file.Withdrawal is not null).Select(WithdrawnReport.Of)
                .Concat(input.Withdrawn.Select(file => WithdrawnReport.Of(file, input.Register)))
                .OrderBy(report => report.Year ?? int.MaxValue).ThenBy(report => report.Path, StringComparer.Ordinal),
        ];
        var folders = new HashSet<string>(StringComparer.Ordinal) { PathName.Folded(AgencyEntry.UnidentifiedKey), PathName.Folded("index.html") };
        var agencies = ImmutableArray.CreateBuilder<AgencyEntry>();

        // Register ids are what they are; names give way to them, and to each other in ordinal order.
        var registered = summaries.Where(report => report.Agency is not null).ToLookup(report => report.Agency!.Id, StringComparer.Ordinal);
        foreach (var register in summaries.Select(report => report.Agency).Concat(withdrawn.Select(report => report.Agency)).OfType<Reports.Agency>()
            .DistinctBy(agency => agency.Id, StringComparer.Ordinal).OrderBy(agency => agency.Id, StringComparer.Ordinal))
        {
            folders.Add(PathName.Folded(register.Id));
            agencies.Add(MakeAgency(register.Id, register.Name, register, registered[register.Id], withdrawn.Where(report => report.Agency?.Id == register.Id)));
        }

        var named = summaries.Where(report => report is { Agency: null, AgencyName: not null }).ToLookup(report => report.AgencyName!, StringComparer.Ordinal);
        foreach (var name in named.Select(group => group.Key).Concat(withdrawn.Where(report => report.Agency is null).Select(report => report.AgencyName).OfType<string>())
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var key = PathName.OfAgency(name);
            if (!folders.Add(PathName.Folded(key)))
                folders.Add(PathName.Folded(key = PathName.WithHash(key, name)));
            agencies.Add(MakeAgency(key, name, null, named[name], withdrawn.Where(report => report.Agency is null && report.AgencyName == name)));
        }

        agencies.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        var unidentified = summaries.Where(report => report is { Agency: null, AgencyName: null }).ToList();
        var unknown = withdrawn.Where(report => report.AgencyName is null).ToList();
        if (unidentified.Count + unknown.Count > 0)
            agencies.Add(MakeUnidentified(unidentified, unknown));
        var refused = FormerPlaces.Assign(agencies, folders);
        return new ReportArchive(input.Settings, agencies.ToImmutable(), [.. input.Diagnostics, .. refused, .. files.Where(file => file.Withdrawal is not null).SelectMany(SaidOfWithdrawn)]);
    }

    private static IEnumerable<(string Path, Diagnostic Diagnostic)> SaidOfWithdrawn(ReportSummary file) =>
        file.WrongInSidecar.Prepend(DiagnosticRules.ReportWithdrawn.For($"{file.Withdrawal!.Date:yyyy-MM-dd}", file.Withdrawal.Reason)).Select(said => (file.Source.Path, said));

    /// <summary>A withdrawn report keeps its address: the year's, unless another report is the current one of that year.</summary>
    private static ImmutableArray<WithdrawnEntry> MakeWithdrawn(string key, IEnumerable<WithdrawnReport> reports, bool byYearAlone, HashSet<string> taken) =>
        [.. reports.Select(report => new WithdrawnEntry(key, Slug(report.Year, report.Source?.Sha256 ?? PathName.HashOf(report.Path), byYearAlone && report.Year is { } year && !taken.Contains($"{year}"), taken), report))];

    private static AgencyEntry MakeAgency(string key, string name, Reports.Agency? register, IEnumerable<ReportSummary> reports, IEnumerable<WithdrawnReport> withdrawn)
    {
        var withdrawnYears = withdrawn.Select(report => report.Year).ToHashSet();
        var years = reports.Where(report => report.Year is not null).GroupBy(report => report.Year!.Value).OrderBy(year => year.Key).ToList();
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<ReportEntry>();
        var gaps = ImmutableArray.CreateBuilder<int>();
        ReportSummary? before = null;
        foreach (var year in years)
        {
            var missing = ImmutableArray.CreateBuilder<Diagnostic>();
            for (var gap = (before?.Year ?? year.Key) + 1; gap < year.Key; gap++)
            {
                gaps.Add(gap);
                if (!withdrawnYears.Contains(gap))
                    missing.Add(DiagnosticRules.YearGap.For(gap.ToString(CultureInfo.InvariantCulture)));
            }

            var revisions = Revisions.Order(year);
            foreach (var placed in revisions)
            {
                var adjoins = placed.IsCurrent && before?.Year == year.Key - 1;
                entries.Add(MakeEntry(
                    key, Slug(placed.Report, placed.IsCurrent, slugs), placed.Report, placed.IsCurrent,
                    adjoins ? CarryOver.Judge(before!, placed.Report) : [],
                    placed.IsCurrent ? [.. missing, .. placed.Added] : placed.Added));
            }

            before = revisions[0].Report;
        }

        foreach (var report in reports.Where(report => report.Year is null))
            entries.Add(MakeEntry(key, Slug(report, false, slugs), report, true, [], []));
        return new AgencyEntry(key, name, register, entries.ToImmutable(), gaps.ToImmutable()) { Withdrawn = MakeWithdrawn(key, withdrawn, byYearAlone: true, slugs) };
    }

    private static AgencyEntry MakeUnidentified(List<ReportSummary> reports, List<WithdrawnReport> withdrawn)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        return new AgencyEntry(
            AgencyEntry.UnidentifiedKey, "待认定机关", null,
            [.. reports.OrderBy(report => report.Year ?? int.MaxValue)
                .Select(report => MakeEntry(AgencyEntry.UnidentifiedKey, Slug(report, false, slugs), report, true, [], []))],
            [])
        {
            Withdrawn = MakeWithdrawn(AgencyEntry.UnidentifiedKey, withdrawn, byYearAlone: false, slugs),
        };
    }

    private static string Slug(ReportSummary report, bool byYearAlone, HashSet<string> taken) => Slug(report.Year, report.Source.Sha256, byYearAlone, taken);

    private static string Slug(int? yearIfKnown, string hash, bool byYearAlone, HashSet<string> taken)
    {
        var year = yearIfKnown?.ToString(CultureInfo.InvariantCulture) ?? "undated";
        var slug = byYearAlone ? year : $"{year}-{hash[..8]}";

        // The same file may have been given twice.
        var free = slug;
        for (var copy = 2; !taken.Add(free); copy++)
            free = $"{slug}-{copy}";
        return free;
    }

    private static ReportEntry MakeEntry(
        string agencyKey, string slug, ReportSummary report, bool isCurrent, ImmutableArray<Finding> carryOver, ImmutableArray<Diagnostic> said)
    {
        var failed = carryOver.Where(finding => finding.Status == FindingStatus.Failed).ToList();
        ImmutableArray<Diagnostic> added = [.. said, .. failed.Select(finding => DiagnosticRules.CheckFailed.For(finding.Label, finding.Detail))];
        return new ReportEntry
        {
            AgencyKey = agencyKey,
            Slug = slug,
            Year = report.Year,
            IsCurrent = isCurrent,
            Title = report.Title,
            Edition = report.Edition,
            TranscribedBy = report.TranscribedBy,
            Published = report.Published,
            Accessed = report.Accessed,
            Source = report.Source,
            FurtherSources = report.FurtherSources,
            Passed = report.Passed + carryOver.Count(finding => finding.Status == FindingStatus.Passed),
            Failed = report.Failed + failed.Count,
            NotAssessable = report.NotAssessable + carryOver.Count(finding => finding.Status == FindingStatus.NotAssessable),
            Tallies = carryOver.IsEmpty ? report.Tallies : report.Tallies.AddRange(RuleTally.Of(carryOver)),
            Cells = report.Cells,
            Key = report.Key,
            Outcomes = report.Outcomes,
            Prose = report.Prose,
            CarryOver = carryOver,
            Added = added,
            Errors = report.Errors + added.Count(diagnostic => diagnostic.Severity == Severity.Error),
            Warnings = report.Warnings + added.Count(diagnostic => diagnostic.Severity == Severity.Warning),
            Worst = added.Select(diagnostic => (Severity?)diagnostic.Severity).Append(report.Worst).Max(),
        };
    }
}
