using System.Collections.Immutable;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Reports.Forms;
using DisclosureArchive.Reports.Reading;

namespace DisclosureArchive.Generator.Archive;

/// <summary>
/// All reports by agency and year. It keeps a small <see cref="ReportEntry"/> of each report in memory; the whole of a
/// report is loaded when it is needed and let go again, so that memory stays bounded.
/// </summary>
/// <param name="Settings">What <c>archive.yml</c> says.</param>
/// <param name="Agencies">By id or name, ordinal; the unidentified last.</param>
/// <param name="Diagnostics">What is to be said of the archive itself (register, settings, stray sidecars), with the file's path.</param>
public sealed record ReportArchive(
    ArchiveSettings Settings, ImmutableArray<AgencyEntry> Agencies, ImmutableArray<(string Path, Diagnostic Diagnostic)> Diagnostics)
{
    /// <summary>Every report, earlier revisions included, by agency, year and slug.</summary>
    public IEnumerable<ReportEntry> Reports => Agencies.SelectMany(agency => agency.Reports);

    /// <summary>What happened to its reports; null if its own history is not at hand or was not asked for.</summary>
    public ArchiveHistory? History { get; init; }
}

/// <summary>What <c>archive.yml</c> says of the archive.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">One sentence on it.</param>
/// <param name="Notice">A notice shown on every page, such as 演示数据; empty for none.</param>
/// <param name="BaseUrl">Where it will be published, without a final slash; empty if unknown. The sitemap and 404.html need it.</param>
/// <param name="Owner">Who runs it; empty if not said.</param>
/// <param name="Contact">Where to write to; empty if not said.</param>
/// <param name="Licence">Licence of the data; empty if not said.</param>
public sealed record ArchiveSettings(
    string Title, string Description = "", string Notice = "", string BaseUrl = "", string Owner = "", string Contact = "", string Licence = "")
{
    /// <summary>What the archive is not, at the foot of every page; empty for the usual sentence.</summary>
    public string Disclaimer { get; init; } = "";

    /// <summary>Filing numbers for the foot, such as an ICP number, each perhaps with an address after a space.</summary>
    public ImmutableArray<string> Filings { get; init; } = [];

    /// <summary>The address of the repository that takes reports by upload, without a slash at its end; empty if there is none.</summary>
    public string Repository { get; init; } = "";

    /// <summary>Whether dates and changes are told from the history of the input folder in git.</summary>
    public bool History { get; init; }

    /// <summary>How much a single report file may ask of a build.</summary>
    public ReadingLimits Limits { get; init; } = ReadingLimits.Default;

    public static readonly ArchiveSettings Default = new("政府信息公开年度报告档案");
}

/// <summary>An agency with its reports.</summary>
/// <param name="Key">Its folder under <c>agencies/</c>: register id, else its name made safe for every file system; <c>unidentified</c> for the unidentified.</param>
/// <param name="Name">Its full name; 待认定机关 for the unidentified.</param>
/// <param name="Register">Its entry in the register, or null.</param>
/// <param name="Reports">Its reports by year (the undated last), the current one of a year before its earlier revisions.</param>
/// <param name="Gaps">Years between its first and last report for which it has none.</param>
public sealed record AgencyEntry(
    string Key, string Name, Agency? Register, ImmutableArray<ReportEntry> Reports, ImmutableArray<int> Gaps)
{
    public const string UnidentifiedKey = "unidentified";

    /// <summary>Its reports that were withdrawn, by year and path. They are none of <see cref="Reports"/>.</summary>
    public ImmutableArray<WithdrawnEntry> Withdrawn { get; init; } = [];

    /// <summary>Years of which all it had was withdrawn.</summary>
    public IEnumerable<int> WithdrawnYears => Withdrawn.Select(entry => entry.Report.Year).OfType<int>().Distinct().Where(year => Reports.All(report => report.Year != year));

    /// <summary>The names of all its reports' pages without <c>.html</c>, withdrawn ones included.</summary>
    public IEnumerable<string> Slugs => Reports.Select(report => report.Slug).Concat(Withdrawn.Select(entry => entry.Slug));

    public bool IsUnidentified => Key == UnidentifiedKey;

    /// <summary>The names of the folders under <c>agencies/</c> in which it stood before; no other agency has one of them.</summary>
    public ImmutableArray<string> FormerKeys { get; init; } = [];

    /// <summary>The pages, in whatever folder, at which reports of it stood before.</summary>
    public ImmutableArray<FormerPage> FormerPages { get; init; } = [];

    /// <summary>The addresses that a file of it had before; of each there is one for the whole archive.</summary>
    /// <param name="path">A path in its folder: that of its page, of a report's page, data or source.</param>
    public IEnumerable<string> FormerPaths(string path)
    {
        var rest = path[$"agencies/{Key}/".Length..];
        return FormerKeys.Select(key => $"agencies/{key}/{rest}")
            .Concat(FormerPages.Where(page => IsOf(page.Slug, rest)).Select(page => $"agencies/{page.Address}{rest[page.Slug.Length..]}"));
    }

    private static bool IsOf(string slug, string rest) =>
        rest.StartsWith(slug, StringComparison.Ordinal) && (rest[slug.Length] is '.' or '/' || rest[slug.Length..] == "-changes.html");

    /// <summary>The current report of each year, oldest first.</summary>
    public IEnumerable<ReportEntry> Current => Reports.Where(report => report.IsCurrent);
}

/// <summary>What is kept in memory of every report.</summary>
public sealed record ReportEntry
{
    /// <summary>Folder of its agency under <c>agencies/</c>.</summary>
    public required string AgencyKey { get; init; }

    /// <summary>Its page's name without <c>.html</c>: the year; for an earlier revision or an unidentified agency the year and the first 8 digits of the SHA-256; <c>undated-…</c> without a year.</summary>
    public required string Slug { get; init; }

    public required int? Year { get; init; }

    /// <summary>Whether it is the current report of its agency and year; the others are earlier revisions.</summary>
    public required bool IsCurrent { get; init; }

    public required string Title { get; init; }

    /// <summary>The edition of its form; null if nothing of it could be read.</summary>
    public required FormEdition? Edition { get; init; }

    /// <summary>Who transcribed its figures; null if they were read.</summary>
    public string? TranscribedBy { get; init; }

    public required DateOnly? Published { get; init; }

    /// <summary>When one of its files was taken from where it was published, the last time; null if no sidecar says so.</summary>
    public DateOnly? Accessed { get; init; }

    /// <summary>
    /// The day on which it last became what it is here: added or changed, as the archive's own history tells, else taken over as a sidecar tells; null if neither does.
    /// </summary>
    public DateOnly? Archived => ChangedOn ?? AddedOn ?? Accessed;

    /// <summary>The day on which it became news: <see cref="Archived"/>, else published; null if neither is known, since no day is made up.</summary>
    public DateOnly? News => Archived ?? Published;

    /// <summary>Its main file: figures and prose are those of it.</summary>
    public required SourceInfo Source { get; init; }

    /// <summary>Further files of the same report, in other containers; none mostly.</summary>
    public ImmutableArray<SourceInfo> FurtherSources { get; init; } = [];

    /// <summary>All its files, the main one first.</summary>
    public ImmutableArray<SourceInfo> Sources => FurtherSources.Insert(0, Source);

    /// <summary>How its relations were judged, carry-over included.</summary>
    public required int Passed { get; init; }

    public required int Failed { get; init; }

    public required int NotAssessable { get; init; }

    /// <summary>The same by rule.</summary>
    public ImmutableArray<RuleTally> Tallies { get; init; } = [];

    /// <summary>Its statutory cells by state.</summary>
    public required ImmutableDictionary<FigureState, int> Cells { get; init; }

    /// <summary>When it first stood in the archive, as the archive's own history tells; null if there is none at hand.</summary>
    public DateOnly? AddedOn { get; init; }

    /// <summary>When its files or their sidecars last changed, likewise.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>Key figures for lists; null where the report gives none.</summary>
    public required KeyFigures Key { get; init; }

    /// <summary>How its requests were concluded; null unless it gives every row of that.</summary>
    public Outcomes? Outcomes { get; init; }

    /// <summary>Its prose, to be compared with other years'.</summary>
    public ProseDigest Prose { get; init; } = ProseDigest.Empty;

    /// <summary>Judgements on carry-over from the year before, made by the archive.</summary>
    public required ImmutableArray<Finding> CarryOver { get; init; }

    /// <summary>What the archive adds to the report's own diagnostics (revisions, failed carry-over).</summary>
    public required ImmutableArray<Diagnostic> Added { get; init; }

    /// <summary>How many of all its diagnostics are errors.</summary>
    public int Errors { get; init; }

    /// <summary>How many of all its diagnostics are warnings.</summary>
    public int Warnings { get; init; }

    /// <summary>The worst severity among all its diagnostics; null if there is none.</summary>
    public required Severity? Worst { get; init; }
}

/// <summary>The figures that lists show; each null where the report gives none.</summary>
/// <param name="Received">Requests received: <c>requests.received.total</c>; form-2008: 收到申请数.</param>
/// <param name="Concluded">Requests concluded: <c>requests.concluded.total</c>; form-2008: 申请办结数.</param>
/// <param name="Reviews">Administrative reviews: <c>disputes.review.total</c>; form-2008: 行政复议数量.</param>
/// <param name="Lawsuits">Lawsuits: both litigation totals; form-2008: 行政诉讼数量.</param>
public sealed record KeyFigures(decimal? Received, decimal? Concluded, decimal? Reviews, decimal? Lawsuits);

/// <summary>Gives the whole of a report; may read a cache or the file again. Thread-safe.</summary>
public interface IReportStore
{
    /// <summary>The report of an entry, without what the archive adds (<see cref="ReportEntry.CarryOver"/>, <see cref="ReportEntry.Added"/>).</summary>
    AnnualReport Load(ReportEntry entry);

    /// <summary>Writes the bytes of a source file, which may be too many to be held.</summary>
    void CopySource(SourceInfo source, Stream target);
}
