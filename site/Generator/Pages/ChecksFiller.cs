using DisclosureArchive.Generator.Archive;
using DisclosureArchive.Generator.Data.Tables;
using DisclosureArchive.Theme;
using DisclosureArchive.Theme.Models;

namespace DisclosureArchive.Generator.Pages;

/// <summary>Fills the page of all that failed or needs a look. The data files have all of it; the page shows the first of each kind.</summary>
public sealed class ChecksFiller(ReportArchive archive, Failures failures, RuleOutcomes outcomes, Frames frames)
{
    private const int FailuresOfRule = 25;
    private const int Agencies = 200;

    private Words Words => frames.Words;

    public CheckList Fill()
    {
        var agencies = archive.Agencies.Where(agency => agency.Current.Any(report => report.Failed > 0)).ToList();
        var rules = CheckRule.All.Select(rule => (Rule: rule, Counts: outcomes.Of(rule))).ToList();
        return new CheckList(
            frames.Frame(Routes.Checks, Words["checks.title"], Words["checks.description"]),
            new CheckCounts(rules.Sum(rule => rule.Counts.Passed), rules.Sum(rule => rule.Counts.Failed), rules.Sum(rule => rule.Counts.NotAssessable)),
            [.. rules.Select(rule => new RuleOutcome(
                new Link(Words[$"rule.{rule.Rule.Id}.name"], Routes.Link(Routes.Checks, Routes.Rule(rule.Rule))), Words[$"rule.{rule.Rule.Id}.says"], rule.Counts))],
            [.. CheckRule.All.Where(failures.Relations.ContainsKey).SelectMany(rule =>
                failures.Relations[rule].Items.Take(FailuresOfRule).Select(failure => FailureLines.Fill(frames, Routes.Checks, rule, failure)))],
            failures.Relations.Values.Sum(rule => rule.Count),
            [.. agencies.Take(Agencies).Select(agency => new AgencyFailures(
                new Link(agency.Name, Routes.Link(Routes.Checks, Routes.Agency(agency.Key))),
                agency.Current.Count(), agency.Current.Count(report => report.Failed > 0), agency.Current.Sum(report => report.Failed)))],
            agencies.Count,
            [.. failures.Concerns.Select(Diagnostics)],
            archive.Reports.Where(report => !report.IsCurrent).Sum(report => report.Failed),
            Routes.Link(Routes.Checks, TableFiles.PathOf(DataTables.Checks)),
            Routes.Link(Routes.Checks, Routes.DiagnosticsData),
            Routes.Link(Routes.Checks, Routes.Asset("tables.js")));
    }

    private DiagnosticsOfRule Diagnostics(Failures.First<Failures.Concern> first)
    {
        var rule = first.Items[0].Diagnostic.Rule;
        return new DiagnosticsOfRule(
            rule.Code, Terms.Class(rule.Severity), frames.Terms.Of(rule.Severity), DiagnosticLines.Label(rule), DiagnosticLines.Remedy(rule), first.Count,
            [.. first.Items.Select(concern => new DiagnosedFile(File(concern), DiagnosticLines.Fill(concern.Diagnostic)))]);
    }

    private Link File(Failures.Concern concern) => concern is { Agency: { } agency, Entry: { } entry }
        ? new Link(
            $"{agency.Name} {(agency.IsUnidentified ? Terms.FileName(entry) : frames.Terms.Year(entry))}", Routes.Link(Routes.Checks, Routes.Report(entry)))
        : new Link(concern.Path, null);
}
