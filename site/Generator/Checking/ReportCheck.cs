using System.Collections.Immutable;
using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Inputs;
using DisclosureArchive.Generator.Pages;
using DisclosureArchive.Reports;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;

namespace DisclosureArchive.Generator.Checking;

/// <summary>Gathers what is to be said of the reports of an archive.</summary>
/// <param name="archive">The archive.</param>
/// <param name="store">Its reports.</param>
/// <param name="nameOf">What the user would call a file, given its path in the input folder.</param>
internal sealed class ReportCheck(ReportArchive archive, IReportStore store, Func<string, string> nameOf)
{
    private readonly Dictionary<string, AgencyEntry> _agencies = archive.Agencies.ToDictionary(agency => agency.Key, StringComparer.Ordinal);

    /// <summary>All that is to be said of a report.</summary>
    /// <param name="withGaps">Whether all years are at hand, so that a missing one can be told.</param>
    public CheckedReport Whole(ReportEntry entry, bool withGaps)
    {
        var report = store.Load(entry);
        return Make(entry, report, report.Diagnostics.Concat(entry.Added).Where(diagnostic => withGaps || diagnostic.Rule != DiagnosticRules.YearGap), report.Findings.Concat(entry.CarryOver), isNeighbour: false);
    }

    /// <summary>Only what depends on other reports: carry-over from the year before and missing years; in the same year also which revision is the current one.</summary>
    public CheckedReport AsNeighbour(ReportEntry entry, bool isOfSameYear) =>
        Make(entry, store.Load(entry), entry.Added.Where(diagnostic => isOfSameYear || diagnostic.Rule == DiagnosticRules.YearGap), entry.CarryOver, isNeighbour: true);

    /// <summary>What is to be said of the archive itself.</summary>
    public ImmutableArray<Remark> OfArchive(Func<string, bool> isWanted) =>
        [.. archive.Diagnostics.Where(said => isWanted(said.Path)).Select(said => new Remark(nameOf(said.Path), said.Diagnostic)).OrderByDescending(remark => remark.Weight)];

    private CheckedReport Make(ReportEntry entry, AnnualReport report, IEnumerable<Diagnostic> diagnostics, IEnumerable<Finding> findings, bool isNeighbour)
    {
        // Each relation that does not hold has a diagnostic as well, or stands in the one that counts those left out; here all are told, with their cells.
        var remarks = diagnostics
            .Where(diagnostic => diagnostic.Rule != DiagnosticRules.CheckFailed && !(diagnostic.Rule == DiagnosticRules.ManyAlike && diagnostic.Arguments[0] == DiagnosticRules.CheckFailed.Code))
            .Select(diagnostic => new Remark(nameOf(FileOf(entry, diagnostic)), diagnostic))
            .Concat(findings.Where(finding => finding.Status == FindingStatus.Failed).Select(finding => Failed(entry, report, finding)))
            .OrderByDescending(remark => remark.Weight);
        return new CheckedReport([.. entry.Sources.Select(source => nameOf(source.Path))], entry, report, [.. remarks], isNeighbour);
    }

    /// <summary>The file that a diagnostic is about: one of the report's, or the sidecar beside it.</summary>
    private static string FileOf(ReportEntry entry, Diagnostic diagnostic)
    {
        static string SidecarOf(SourceInfo source) => source.Path + SidecarReader.Extension;

        if (diagnostic.Code.StartsWith("DA6", StringComparison.Ordinal) && diagnostic.Arguments is [var name, ..]
            && entry.Sources.FirstOrDefault(source => SidecarOf(source) == name || SidecarOf(source).EndsWith("/" + name, StringComparison.Ordinal)) is { } owner)
            return SidecarOf(owner);
        return diagnostic.Location.IsInSidecar ? SidecarOf(entry.Source) : entry.Source.Path;
    }

    private Remark Failed(ReportEntry entry, AnnualReport report, Finding finding)
    {
        var earlier = finding.Rule == Finding.CarryOver
            ? _agencies[entry.AgencyKey].Current.FirstOrDefault(other => other.Year == entry.Year - 1)
            : null;
        var left = Side(finding.Left, finding.LeftCells, earlier ?? entry, earlier is null ? report : store.Load(earlier), finding.LeftCells.IsEmpty ? finding.Quote : "");
        var right = Side(finding.Right, finding.RightCells, entry, report, "");
        // The form's relations come first to their total; the cell to look at first is the first that has a place in this report.
        var place = (earlier is null ? left.Cells.Concat(right.Cells) : right.Cells).Select(cell => cell.Figure?.Location ?? default).FirstOrDefault(location => !location.IsNone);
        var diagnostic = DiagnosticRules.CheckFailed.At(place, finding.Label, finding.Detail);
        return new Remark(nameOf(FileOf(entry, diagnostic)), diagnostic, new FailedRelation(finding, left, right));
    }

    private RelationSide Side(decimal? value, ImmutableArray<CellName> cells, ReportEntry entry, AnnualReport report, string quote) => new(
        value,
        [.. cells.Select(cell =>
        {
            var figure = report[cell];
            var file = nameOf(figure is { Location.IsInSidecar: true } ? entry.Source.Path + SidecarReader.Extension : entry.Source.Path);
            return new RelationCell(file, cell, LabelOf(report, cell), figure);
        })],
        quote);

    /// <summary>Row, with the groups it stands in, and column, as the form of the report has them.</summary>
    private static string LabelOf(AnnualReport report, CellName cell) =>
        report.Tables.FirstOrDefault(table => table.Form.Id == cell.Table) is { } table && CellLabels.Full(table.Form, cell.Row, cell.Column) is { } label
            ? label
            : cell.ToString();
}
