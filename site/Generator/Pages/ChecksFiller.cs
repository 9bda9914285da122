using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Reports.Checks;
using DisclosureArchive.Reports.Diagnostics;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of all that failed or needs a look. The data files have all of it; the page shows the first of each rule.</summary>
public sealed class ChecksFiller(ReportArchive archive, IReportStore store, Frames frames)
{
    private const int LinesOfRule = 100;

    public CheckList Fill()
    {
        var failures = new SortedDictionary<string, (string Label, int Count, List<FailureLine> Lines)>(StringComparer.Ordinal);
        var diagnostics = new SortedDictionary<string, (DiagnosticRule Rule, int Count, List<DiagnosedFile> Lines)>(StringComparer.Ordinal);
        foreach (var (path, diagnostic) in archive.Diagnostics)
            Add(diagnostics, diagnostic, new Link(path, null));

        foreach (var agency in archive.Agencies)
            foreach (var entry in agency.Current.Where(entry => entry.Failed > 0 || entry.Worst >= Severity.Warning))
            {
                var report = store.Load(entry);
                foreach (var finding in report.Findings.Concat(entry.CarryOver).Where(finding => finding.Status == FindingStatus.Failed))
                    Add(failures, finding, agency, entry);
                var link = new Link($"{agency.Name} {(agency.IsUnidentified ? Terms.FileName(entry) : Terms.Chinese.Year(entry))}", Routes.Link(Routes.Checks, Routes.Report(entry)));
                foreach (var diagnostic in report.Diagnostics.Concat(entry.Added))
                    Add(diagnostics, diagnostic, link);
            }

        var current = archive.Reports.Where(report => report.IsCurrent).ToList();
        var earlier = archive.Reports.Where(report => !report.IsCurrent).Sum(report => report.Failed);
        return new CheckList(
            frames.Frame(Routes.Checks, "勾稽核对", "全部不成立的勾稽关系和需要留意的报告文件。"),
            new CheckCounts(current.Sum(report => report.Passed), current.Sum(report => report.Failed), current.Sum(report => report.NotAssessable)),
            [.. failures.Select(rule => new FailuresOfRule(rule.Key, rule.Value.Label, rule.Value.Count, [.. rule.Value.Lines]))],
            [.. diagnostics.Values
                .OrderByDescending(rule => rule.Rule.Severity)
                .Select(rule => new DiagnosticsOfRule(
                    rule.Rule.Code, Terms.Class(rule.Rule.Severity), Terms.Chinese.Of(rule.Rule.Severity), DiagnosticLines.Label(rule.Rule), rule.Count, [.. rule.Lines]))],
            earlier,
            Routes.Link(Routes.Checks, Routes.ChecksData),
            Routes.Link(Routes.Checks, Routes.DiagnosticsData));
    }

    private static void Add(
        SortedDictionary<string, (string Label, int Count, List<FailureLine> Lines)> failures, Finding finding, AgencyEntry agency, ReportEntry entry)
    {
        var (label, count, lines) = failures.TryGetValue(finding.Rule, out var known)
            ? known
            : (CellLabels.Rule(finding.Rule) ?? finding.Label, 0, []);
        if (lines.Count < LinesOfRule)
            lines.Add(new FailureLine(
                new Link(agency.Name, Routes.Link(Routes.Checks, Routes.Agency(agency.Key))),
                new Link(Terms.Chinese.Year(entry), Routes.Link(Routes.Checks, Routes.Report(entry), $"check.{finding.Rule}")),
                finding.Label,
                Numbers.Text(finding.Left) ?? "",
                Numbers.Text(finding.Right) ?? "",
                Numbers.Text(finding.Difference) ?? ""));
        failures[finding.Rule] = (label, count + 1, lines);
    }

    /// <summary>Failed relations have their own tables; what is only good to know stays on the report's page.</summary>
    private static void Add(
        SortedDictionary<string, (DiagnosticRule Rule, int Count, List<DiagnosedFile> Lines)> diagnostics, Diagnostic diagnostic, Link report)
    {
        if (diagnostic.Severity < Severity.Warning || diagnostic.Code == DiagnosticRules.CheckFailed.Code)
            return;
        var (rule, count, lines) = diagnostics.TryGetValue(diagnostic.Code, out var known) ? known : (diagnostic.Rule, 0, []);
        if (lines.Count < LinesOfRule)
            lines.Add(new DiagnosedFile(report, DiagnosticLines.Fill(diagnostic)));
        diagnostics[diagnostic.Code] = (rule, count + 1, lines);
    }
}
